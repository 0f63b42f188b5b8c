package org.entente.publish.dump;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
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

  private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();
  private static final String ID = "@id";
  private static final String TYPE = "@type";

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
    write((firstGraph ? "\n" : ",\n") + "{\"@id\":" + JSON.toJson(name) + ",\"@graph\":[");
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
    JsonObject described = new JsonObject();
    described.addProperty(ID, subject);
    properties.forEach((iri, values) -> addTo(described, iri, values));
    write((firstSubject ? "\n" : ",\n") + JSON.toJson(described));
    properties.clear();
    subject = "";
    firstSubject = false;
  }

  /** Types that are IRIs go under the keyword; all else, a literal as type even, stays as it is. */
  private static void addTo(JsonObject described, String iri, List<Node> values) {
    boolean types = iri.equals(RDF.type.getURI()) && values.stream().noneMatch(Node::isLiteral);
    JsonArray array = new JsonArray();
    values.forEach(value -> array.add(types ? new JsonPrimitive(id(value)) : value(value)));
    described.add(types ? TYPE : iri, array);
  }

  private static JsonObject value(Node node) {
    JsonObject value = new JsonObject();
    if (!node.isLiteral()) {
      value.addProperty(ID, id(node));
      return value;
    }
    value.addProperty("@value", node.getLiteralLexicalForm());
    String datatype = node.getLiteralDatatypeURI();
    if (!node.getLiteralLanguage().isEmpty()) {
      value.addProperty("@language", node.getLiteralLanguage());
    } else if (!datatype.equals(XSD.xstring.getURI())) {
      value.addProperty(TYPE, datatype);
    }
    return value;
  }

  private static String id(Node node) {
    return node.isBlank() ? "_:" + node.getBlankNodeLabel() : node.getURI();
  }

  private void write(String text) {
    try {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
