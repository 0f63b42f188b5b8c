package org.entente.publish.site;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.RDFS;
import org.entente.publish.data.Nodes;
import org.entente.publish.http.HttpProblem;
import org.entente.publish.sparql.QueryDesk;
import org.entente.vocab.Terms;

/**
 * What the dataset once described and describes no longer: its IRIs were given out, so they are answered with when and
 * why it was withdrawn. The store's catalogue remembers it.
 */
final class Tombstones {

  private final QueryDesk desk;
  private final String catalog;

  Tombstones(QueryDesk desk, String base) {
    this.desk = desk;
    this.catalog = "<" + base + "graph/catalog>";
  }

  /** The problem to throw where one of the IRIs, which name one thing, was withdrawn and is not described again. */
  Optional<HttpProblem> of(List<String> iris) {
    return iris.stream().flatMap(iri -> rows(iri).stream().map(row -> gone(iri, row))).findFirst();
  }

  private List<Binding> rows(String iri) {
    return desk.select("""
        SELECT ?when ?why {
          GRAPH %2$s { <%1$s> prov:invalidatedAtTime ?when ; rdfs:comment ?why }
          FILTER NOT EXISTS { GRAPH ?g { <%1$s> a ?class } FILTER(?g != %2$s) }
        } LIMIT 1""".formatted(iri, catalog));
  }

  /** With its full stop, which a reason given in a hurry may lack. */
  private static String sentence(String words) {
    return words.strip().replaceFirst("([^.!?])$", "$1.");
  }

  private static HttpProblem gone(String iri, Binding row) {
    String when = Nodes.text(row, "when");
    String why = Nodes.text(row, "why");
    return new HttpProblem(410, "This was withdrawn",
        "<" + iri + "> was withdrawn on " + when.substring(0, Math.min(10, when.length())) + ". " + sentence(why)
            + " Its address will stand for nothing else.")
        .with("iri", iri).with("withdrawn", when).with("reason", why).stating(List.of(
            statement(iri, Terms.invalidatedAtTime.asNode(), Nodes.get(row, "when")),
            statement(iri, RDFS.comment.asNode(), Nodes.get(row, "why"))));
  }

  private static Triple statement(String iri, Node property, Node value) {
    return Triple.create(NodeFactory.createURI(iri), property, value);
  }
}
