package org.entente.publish.sparql;

import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.RDF;

/** What the endpoint says of itself, in the W3C's SPARQL 1.1 Service Description vocabulary. */
public record ServiceDescription(String base) {

  private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
  private static final String FORMATS = "http://www.w3.org/ns/formats/";
  private static final List<String> WRITTEN = List.of("Turtle", "N-Triples", "RDF_XML", "JSON-LD", "TriG",
      "N-Quads", "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV");

  public List<Triple> statements() {
    Model model = ModelFactory.createDefaultModel();
    Resource endpoint = model.createResource(base + "sparql");
    Resource service = model.createResource(base + "sparql#service", term("Service"))
        .addProperty(property("endpoint"), endpoint)
        .addProperty(property("supportedLanguage"), term("SPARQL11Query"))
        .addProperty(property("feature"), term("UnionDefaultGraph"));
    WRITTEN.forEach(format -> service.addProperty(property("resultFormat"), model.createResource(FORMATS + format)));
    Resource dataset = model.createResource(base + "#dataset", term("Dataset"));
    Resource union = model.createResource(base + "sparql#default-graph", term("Graph"));
    dataset.addProperty(property("defaultGraph"), union);
    return service.addProperty(property("defaultDataset"), dataset).getModel()
        .add(dataset, RDF.type, model.createResource("http://rdfs.org/ns/void#Dataset"))
        .getGraph().find().toList().stream()
        .sorted(Comparator.comparing(Triple::toString)).toList();
  }

  private static Resource term(String name) {
    return ResourceFactory.createResource(SD + name);
  }

  private static Property property(String name) {
    return ResourceFactory.createProperty(SD, name);
  }
}
