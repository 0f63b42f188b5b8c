package org.entente.publish.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.jena.sparql.engine.binding.Binding;
import org.entente.query.Column;

/**
 * The rows of a table as undirected edges between the nodes that its columns {@code source} and {@code target} name.
 * Columns that begin with {@code source_} and {@code target_} describe the nodes, all others the edges. Parallel edges
 * stay: each rests on words of its own, and readers add up their weights.
 *
 * @param nodes by name, each with its values
 */
record Network(List<Column> ofNodes, List<Column> ofEdges, TreeMap<String, Map<String, String>> nodes,
    List<Edge> edges) {

  private static final String SOURCE = "source";
  private static final String TARGET = "target";
  private static final String GRAPHML = "http://graphml.graphdrawing.org/xmlns";
  /** The version that every reader knows. */
  private static final String GEXF = "http://www.gexf.net/1.2draft";
  private static final String LABEL = "label";
  private static final String WEIGHT = "weight";
  private static final Pattern NOT_IN_XML =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  record Edge(String source, String target, Map<String, String> values) {}

  static Network of(Table table) {
    List<Column> ofNodes = table.columns().stream().filter(column -> column.name().startsWith(SOURCE + "_"))
        .map(column -> new Column(column.name().substring(SOURCE.length() + 1), column.type(), column.several(),
            column.description()))
        .toList();
    List<Column> ofEdges = table.columns().stream()
        .filter(column -> !column.name().matches("(" + SOURCE + "|" + TARGET + ")(_.*)?")).toList();
    TreeMap<String, Map<String, String>> nodes = new TreeMap<>();
    List<Edge> edges = new ArrayList<>();
    for (Binding row : table.rows()) {
      String source = Table.text(row, SOURCE).orElseThrow();
      String target = Table.text(row, TARGET).orElseThrow();
      nodes.putIfAbsent(source, values(row, SOURCE + "_", ofNodes));
      nodes.putIfAbsent(target, values(row, TARGET + "_", ofNodes));
      edges.add(new Edge(source, target, values(row, "", ofEdges)));
    }
    return new Network(ofNodes, ofEdges, nodes, edges);
  }

  private static SequencedMap<String, String> values(Binding row, String prefix, List<Column> columns) {
    SequencedMap<String, String> values = new LinkedHashMap<>();
    columns
        .forEach(column -> Table.text(row, prefix + column.name()).ifPresent(text -> values.put(column.name(), text)));
    return values;
  }

  /** As <a href="http://graphml.graphdrawing.org/">GraphML</a>. */
  void writeGraphMl(OutputStream out) throws IOException {
    writing(out, xml -> {
      xml.writeStartElement("graphml");
      xml.writeDefaultNamespace(GRAPHML);
      keys(xml, "node", ofNodes);
      keys(xml, "edge", ofEdges);
      xml.writeStartElement("graph");
      xml.writeAttribute("edgedefault", "undirected");
      for (Map.Entry<String, Map<String, String>> node : nodes.entrySet()) {
        xml.writeStartElement("node");
        xml.writeAttribute("id", clean(node.getKey()));
        data(xml, "node", node.getValue());
        xml.writeEndElement();
      }
      for (int number = 0; number < edges.size(); number++) {
        Edge edge = edges.get(number);
        xml.writeStartElement("edge");
        xml.writeAttribute("id", "e" + number);
        xml.writeAttribute(SOURCE, clean(edge.source()));
        xml.writeAttribute(TARGET, clean(edge.target()));
        data(xml, "edge", edge.values());
        xml.writeEndElement();
      }
      xml.writeEndElement();
      xml.writeEndElement();
    });
  }

  private static void keys(XMLStreamWriter xml, String whose, List<Column> columns) throws XMLStreamException {
    for (Column column : columns) {
      xml.writeEmptyElement("key");
      xml.writeAttribute("id", whose + "_" + column.name());
      xml.writeAttribute("for", whose);
      xml.writeAttribute("attr.name", column.name());
      xml.writeAttribute("attr.type", type(column, "int"));
    }
  }

  private static void data(XMLStreamWriter xml, String whose, Map<String, String> values) throws XMLStreamException {
    for (Map.Entry<String, String> value : values.entrySet()) {
      xml.writeStartElement("data");
      xml.writeAttribute("key", whose + "_" + value.getKey());
      xml.writeCharacters(clean(value.getValue()));
      xml.writeEndElement();
    }
  }

  /** As <a href="https://gexf.net/">GEXF</a>, the format of Gephi. */
  void writeGexf(OutputStream out) throws IOException {
    writing(out, xml -> {
      xml.writeStartElement("gexf");
      xml.writeDefaultNamespace(GEXF);
      xml.writeAttribute("version", "1.2");
      xml.writeStartElement("graph");
      xml.writeAttribute("mode", "static");
      xml.writeAttribute("defaultedgetype", "undirected");
      attributes(xml, "node", ofNodes);
      attributes(xml, "edge", ofEdges);
      xml.writeStartElement("nodes");
      for (Map.Entry<String, Map<String, String>> node : nodes.entrySet()) {
        xml.writeStartElement("node");
        xml.writeAttribute("id", clean(node.getKey()));
        xml.writeAttribute(LABEL, clean(node.getValue().getOrDefault(LABEL, node.getKey())));
        attributeValues(xml, node.getValue());
        xml.writeEndElement();
      }
      xml.writeEndElement();
      xml.writeStartElement("edges");
      for (int number = 0; number < edges.size(); number++) {
        Edge edge = edges.get(number);
        xml.writeStartElement("edge");
        xml.writeAttribute("id", Integer.toString(number));
        xml.writeAttribute(SOURCE, clean(edge.source()));
        xml.writeAttribute(TARGET, clean(edge.target()));
        if (edge.values().containsKey(LABEL)) {
          xml.writeAttribute(LABEL, clean(edge.values().get(LABEL)));
        }
        xml.writeAttribute(WEIGHT, edge.values().getOrDefault(WEIGHT, "1"));
        attributeValues(xml, edge.values());
        xml.writeEndElement();
      }
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeEndElement();
    });
  }

  private static void attributes(XMLStreamWriter xml, String whose, List<Column> columns) throws XMLStreamException {
    xml.writeStartElement("attributes");
    xml.writeAttribute("class", whose);
    for (Column column : columns) {
      if (!isBuiltIn(column.name())) {
        xml.writeEmptyElement("attribute");
        xml.writeAttribute("id", column.name());
        xml.writeAttribute("title", column.name());
        xml.writeAttribute("type", type(column, "integer"));
      }
    }
    xml.writeEndElement();
  }

  private static void attributeValues(XMLStreamWriter xml, Map<String, String> values) throws XMLStreamException {
    xml.writeStartElement("attvalues");
    for (Map.Entry<String, String> value : values.entrySet()) {
      if (!isBuiltIn(value.getKey())) {
        xml.writeEmptyElement("attvalue");
        xml.writeAttribute("for", value.getKey());
        xml.writeAttribute("value", clean(value.getValue()));
      }
    }
    xml.writeEndElement();
  }

  /** What GEXF has attributes of its own for. */
  private static boolean isBuiltIn(String name) {
    return name.equals(LABEL) || name.equals(WEIGHT);
  }

  private static String type(Column column, String integer) {
    return switch (column.type()) {
      case "integer" -> integer;
      case "decimal" -> "double";
      case "boolean" -> "boolean";
      default -> "string";
    };
  }

  private static String clean(String text) {
    return NOT_IN_XML.matcher(text).replaceAll(" ");
  }

  @FunctionalInterface
  private interface Content {
    void to(XMLStreamWriter xml) throws XMLStreamException;
  }

  private static void writing(OutputStream out, Content content) throws IOException {
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      content.to(xml);
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }
}
