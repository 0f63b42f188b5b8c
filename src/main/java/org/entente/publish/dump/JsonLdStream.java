package org.entente.publish.dump;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;

/**
 * Writes sorted quads as JSON-LD 1.1 in expanded form, one subject a line, holding one subject in memory: Jena's own
 * writer holds the dataset. Quads must come grouped by graph and, within it, by subject.
 */
final class JsonLdStream {

  private final Writer out;
  private final Map<String, List<Node>> properties = new LinkedHashMap<>();
  private String graph = "";
  private String subject = "";
  private boolean firstGraph = true;
  private boolean firstSubject = true;

  JsonLdStream(Writer out) {
    this.out = out;
  }

  void start() {
    write("[");
  }

  void quad(Quad quad) {
    String quadGraph = id(quad.getGraph());
    String quadSubject = id(quad.getSubject());
    if (!quadGraph.equals(graph)) {
      endGraph();
      startGraph(quadGraph);
    }
    if (!quadSubject.equals(subject)) {
      endSubject();
      subject = quadSubject;
    }
    properties.computeIfAbsent(quad.getPredicate().getURI(), key -> new ArrayList<>()).add(quad.getObject());
  }

  void finish() {
    endGraph();
    write("\n]\n");
  }

  private void startGraph(String name) {
    write((firstGraph ? "\n" : ",\n") + "{\"@id\":" + string(name) + ",\"@graph\":[");
    graph = name;
    firstGraph = false;
    firstSubject = true;
  }

  private void endGraph() {
    endSubject();
    if (!firstGraph) {
      write("\n]}");
    }
  }

  private void endSubject() {
    if (properties.isEmpty()) {
      return;
    }
    write((firstSubject ? "\n" : ",\n") + "{\"@id\":" + string(subject));
    properties.forEach(this::property);
    write("}");
    properties.clear();
    subject = "";
    firstSubject = false;
  }

  /** Types that are IRIs go under the keyword; all else, a literal as type even, stays as it is. */
  private void property(String iri, List<Node> values) {
    boolean types = iri.equals(RDF.type.getURI()) && values.stream().noneMatch(Node::isLiteral);
    write(",%s:[".formatted(types ? "\"@type\"" : string(iri)));
    for (Iterator<Node> rest = values.iterator(); rest.hasNext();) {
      Node value = rest.next();
      write(types ? string(id(value)) : value(value));
      write(rest.hasNext() ? "," : "");
    }
    write("]");
  }

  private static String value(Node node) {
    if (!node.isLiteral()) {
      return "{\"@id\":" + string(id(node)) + "}";
    }
    String value = "{\"@value\":" + string(node.getLiteralLexicalForm());
    if (!node.getLiteralLanguage().isEmpty()) {
      return value + ",\"@language\":" + string(node.getLiteralLanguage()) + "}";
    }
    String datatype = node.getLiteralDatatypeURI();
    return datatype.equals(XSD.xstring.getURI()) ? value + "}" : value + ",\"@type\":" + string(datatype) + "}";
  }

  private static String id(Node node) {
    return node.isBlank() ? "_:" + node.getBlankNodeLabel() : node.getURI();
  }

  private static String string(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    text.chars().forEach(c -> quoted.append(character((char) c)));
    return quoted.append('"').toString();
  }

  private static String character(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c);
    };
  }

  private void write(String text) {
    try {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
