package org.entente.load;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/** The ontology that comes with the program: terms, alignments and concept lists. Shapes are left to validation. */
public final class BundledOntology {

  private static final String FOLDER = "/org/entente/ontology/";
  private static final List<String> FILES =
      List.of(
          "entente.ttl",
          "alignments.ttl",
          "concepts/fields.ttl",
          "concepts/statuses.ttl",
          "concepts/stages.ttl",
          "concepts/instruments.ttl",
          "concepts/kinds.ttl");

  private static final String FIELDS = "https://w3id.org/entente/field#";

  private BundledOntology() {}

  /** Local names of the fields of cooperation. */
  public static Set<String> fields() {
    Set<String> fields = new TreeSet<>();
    read().find(Node.ANY, RDF.type.asNode(), SKOS.Concept.asNode())
        .mapWith(t -> t.getSubject().getURI())
        .filterKeep(iri -> iri.startsWith(FIELDS))
        .forEach(iri -> fields.add(iri.substring(FIELDS.length())));
    return fields;
  }

  public static Graph read() {
    Graph all = GraphFactory.createGraphMem();
    for (String file : FILES) {
      RDFParser.source(BundledOntology.class.getResourceAsStream(FOLDER + file)).lang(Lang.TURTLE).parse(all);
    }
    return all;
  }
}
