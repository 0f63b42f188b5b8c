package org.entente.publish.server;

import java.io.OutputStream;
import java.util.Collection;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.RDFWriterRegistry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

/** Statements in one of the RDF forms, with our prefixes. */
final class Rdf {

  private Rdf() {}

  static Graph graph(Collection<Triple> triples) {
    Graph graph = GraphFactory.createDefaultGraph();
    triples.forEach(graph::add);
    return graph;
  }

  static DatasetGraph dataset(Collection<Quad> quads) {
    DatasetGraph dataset = DatasetGraphFactory.createGeneral();
    quads.forEach(dataset::add);
    return dataset;
  }

  static void write(Graph graph, Form form, OutputStream out) {
    graph.getPrefixMapping().setNsPrefixes(Namespaces.all());
    RDFWriter.source(graph).format(format(form)).output(out);
  }

  static void write(DatasetGraph dataset, Form form, OutputStream out) {
    Namespaces.all().forEach(dataset.prefixes()::add);
    RDFWriter.source(dataset).format(format(form)).output(out);
  }

  private static RDFFormat format(Form form) {
    Lang lang = form.lang().orElseThrow();
    if (lang.equals(Lang.RDFXML)) {
      return RDFFormat.RDFXML_PLAIN;
    }
    return RDFWriterRegistry.defaultSerialization(lang);
  }
}
