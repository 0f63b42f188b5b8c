package org.entente.load;

import java.util.Collection;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.NodeFactoryExtra;

/** Graphs as lines of N-Quads without their ends, sorted, so that the same graph is the same lines. */
public final class GraphLines {

  private GraphLines() {}

  /**
   * @param graph without blank nodes, whose labels would change
   * @param name its IRI
   */
  public static List<String> of(Graph graph, String name) {
    return graph.stream().map(triple -> text(triple.getSubject()) + " " + text(triple.getPredicate()) + " "
        + text(triple.getObject()) + end(name)).sorted().toList();
  }

  private static String end(String name) {
    return " <" + name + "> .";
  }

  /** The name of the graph that a line belongs to. */
  public static String graph(String line) {
    return line.substring(line.lastIndexOf('<') + 1, line.lastIndexOf('>'));
  }

  /**
   * The graph that the lines are.
   *
   * @param name its IRI, which all of the lines end with
   */
  public static Graph read(Collection<String> lines, String name) {
    StringBuilder triples = new StringBuilder();
    int end = end(name).length();
    lines.forEach(line -> triples.append(line, 0, line.length() - end).append(" .\n"));
    Graph graph = GraphFactory.createGraphMem();
    RDFParser.fromString(triples.toString(), Lang.NTRIPLES).resolveURIs(false).checking(false).parse(graph);
    return graph;
  }

  /** A node as a line has it. */
  public static String text(Node node) {
    return NodeFmtLib.strNT(node);
  }

  /** The node that stands in a line so. */
  public static Node node(String text) {
    return NodeFactoryExtra.parseNode(text);
  }
}
