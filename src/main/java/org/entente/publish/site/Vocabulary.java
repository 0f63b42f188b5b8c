package org.entente.publish.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.publish.data.Nodes;
import org.entente.publish.sparql.QueryDesk;
import org.entente.vocab.Terms;

/**
 * The statements about our terms: those that the data carries, and for terms that it does not describe the ones that
 * come with this software, so that every term leads somewhere whatever data is published.
 */
record Vocabulary(List<Triple> statements) {

  private static final String TERMS = Terms.ENTENTE;
  private static final int MOST = 500_000;
  private static final List<String> BUNDLED = List.of("entente.ttl", "alignments.ttl", "concepts/fields.ttl",
      "concepts/statuses.ttl", "concepts/stages.ttl", "concepts/instruments.ttl", "concepts/kinds.ttl");

  Vocabulary {
    statements = List.copyOf(statements);
  }

  /** Terms are found by what they are: to look at the name of everything takes a minute over millions of statements. */
  static Vocabulary of(QueryDesk desk) {
    List<Triple> published = desk.selectAll("""
        PREFIX owl: <http://www.w3.org/2002/07/owl#>
        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        SELECT DISTINCT ?s ?p ?o {
          { SELECT DISTINCT ?s {
              VALUES ?sort { owl:Ontology owl:Class rdfs:Class rdfs:Datatype rdf:Property owl:ObjectProperty
                owl:DatatypeProperty owl:AnnotationProperty skos:ConceptScheme skos:Concept }
              ?s a ?sort FILTER(STRSTARTS(STR(?s), "%s")) } }
          ?s ?p ?o
        }""".formatted(TERMS), MOST).stream()
        .map(row -> Triple.create(Nodes.get(row, "s"), Nodes.get(row, "p"), Nodes.get(row, "o"))).toList();
    Set<Node> known = published.stream().map(Triple::getSubject).collect(Collectors.toSet());
    Stream<Triple> missing = bundled().find().toList().stream()
        .filter(triple -> !known.contains(triple.getSubject()));
    return new Vocabulary(sorted(Stream.concat(published.stream(), missing)));
  }

  /** In an order that does not depend on the store. */
  static List<Triple> sorted(Stream<Triple> triples) {
    return triples
        .sorted(Comparator.comparing(
            (Triple triple) -> NodeFmtLib.strNodesNT(triple.getSubject(), triple.getPredicate(), triple.getObject())))
        .toList();
  }

  private static Graph bundled() {
    Graph graph = GraphFactory.createDefaultGraph();
    for (String name : BUNDLED) {
      try (InputStream in = Vocabulary.class.getResourceAsStream("/org/entente/ontology/" + name)) {
        if (in != null) {
          RDFParser.source(in).lang(Lang.TURTLE).base(TERMS).parse(graph);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return graph;
  }

  /** What is said of one term, and by other terms with it. */
  List<Triple> about(String term) {
    return statements.stream().filter(triple -> triple.getSubject().hasURI(term) || triple.getObject().hasURI(term))
        .toList();
  }

  /** What is said of a whole family of terms; the ontology's own family is everything. */
  List<Triple> family(String family) {
    String start = TERMS + family;
    return family.equals("ontology") ? statements
        : statements.stream().filter(triple -> Nodes.text(triple.getSubject()).equals(start)
            || Nodes.text(triple.getSubject()).startsWith(start + "#")).toList();
  }
}
