package org.entente.publish.sparql;

import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.RDFWriterRegistry;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.publish.data.Namespaces;
import org.entente.publish.http.Form;

/**
 * Statements in one of the RDF forms, with those of our prefixes that they use. Turtle, TriG, N-Triples and N-Quads
 * keep the order in which the statements are given, so that what matters most comes first.
 */
public final class Rdf {

  private static final Map<Form, RDFFormat> STREAMED = Map.of(
      Form.TURTLE, RDFFormat.TURTLE_BLOCKS, Form.TRIG, RDFFormat.TRIG_BLOCKS,
      Form.NTRIPLES, RDFFormat.NTRIPLES_UTF8, Form.NQUADS, RDFFormat.NQUADS_UTF8);

  private Rdf() {}

  public static Graph graph(Collection<Triple> triples) {
    Graph graph = GraphFactory.createDefaultGraph();
    triples.forEach(graph::add);
    return graph;
  }

  public static void write(List<Triple> triples, Form form, OutputStream out) {
    Map<String, String> prefixes = used(triples.stream()
        .flatMap(triple -> Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())));
    if (STREAMED.containsKey(form)) {
      StreamRDF stream = start(form, prefixes, out);
      triples.forEach(stream::triple);
      stream.finish();
    } else {
      Graph graph = graph(triples);
      graph.getPrefixMapping().setNsPrefixes(prefixes);
      RDFWriter.source(graph).format(format(form)).output(out);
    }
  }

  /** Statements with the names of their graphs; a form that has no place for names is not asked for them. */
  public static void writeQuads(List<Quad> quads, Form form, OutputStream out) {
    Map<String, String> prefixes = used(quads.stream()
        .flatMap(quad -> Stream.of(quad.getSubject(), quad.getPredicate(), quad.getObject())));
    if (STREAMED.containsKey(form)) {
      StreamRDF stream = start(form, prefixes, out);
      quads.forEach(stream::quad);
      stream.finish();
    } else {
      DatasetGraph dataset = DatasetGraphFactory.createGeneral();
      quads.forEach(dataset::add);
      prefixes.forEach(dataset.prefixes()::add);
      RDFWriter.source(dataset).format(format(form)).output(out);
    }
  }

  private static StreamRDF start(Form form, Map<String, String> prefixes, OutputStream out) {
    StreamRDF stream = StreamRDFWriter.getWriterStream(out, STREAMED.get(form));
    stream.start();
    prefixes.forEach(stream::prefix);
    return stream;
  }

  private static Map<String, String> used(Stream<Node> nodes) {
    Map<String, String> all = Namespaces.all();
    Map<String, String> used = new TreeMap<>();
    nodes.distinct().map(Rdf::iriIn).forEach(iri -> all.forEach((prefix, namespace) -> {
      if (iri.startsWith(namespace)) {
        used.put(prefix, namespace);
      }
    }));
    return used;
  }

  private static String iriIn(Node node) {
    if (node.isURI()) {
      return node.getURI();
    }
    return node.isLiteral() ? node.getLiteralDatatypeURI() : "";
  }

  private static RDFFormat format(Form form) {
    Lang lang = form.lang().orElseThrow();
    return lang.equals(Lang.RDFXML) ? RDFFormat.RDFXML_PLAIN : RDFWriterRegistry.defaultSerialization(lang);
  }
}
