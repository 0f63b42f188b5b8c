package org.entente.load;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

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

  private BundledOntology() {}

  public static Graph read() {
    Graph all = GraphFactory.createGraphMem();
    for (String file : FILES) {
      RDFParser.source(BundledOntology.class.getResourceAsStream(FOLDER + file)).lang(Lang.TURTLE).parse(all);
    }
    return all;
  }
}
