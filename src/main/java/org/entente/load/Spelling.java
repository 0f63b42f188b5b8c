package org.entente.load;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.vocab.ENT;

/**
 * How graphs name the actors and places that are linked to no table: each article has its own spelling, and one thing
 * gets one label.
 */
public final class Spelling {

  private static final Node LABEL = RDFS.label.asNode();
  private static final Node UNLINKED = NodeFactory.createLiteralByValue(false);

  private Spelling() {}

  /** What the graph has of such actors and places. */
  public static List<Node> unlinked(Graph graph) {
    return graph.find(Node.ANY, ENT.linked.asNode(), UNLINKED).mapWith(Triple::getSubject).toList();
  }

  public static List<Node> labels(Graph graph, Node thing) {
    return graph.find(thing, LABEL, Node.ANY).mapWith(Triple::getObject).toList();
  }

  /** Which of an earlier article's labels later ones take over; empty where there is none. */
  public static Optional<Node> chosen(Stream<Node> labels) {
    return labels.min(Comparator.comparing(Node::toString));
  }

  /**
   * Spells names as earlier articles do; the graph's own spelling becomes another name.
   *
   * @param known the label that a thing has in earlier articles
   * @return whether that changed any
   */
  public static boolean respell(Graph graph, Function<Node, Optional<Node>> known) {
    boolean changed = false;
    for (Node thing : unlinked(graph)) {
      Optional<Node> label = known.apply(thing);
      for (Node own : labels(graph, thing)) {
        if (label.isPresent() && !label.get().equals(own)) {
          graph.delete(Triple.create(thing, LABEL, own));
          graph.add(Triple.create(thing, LABEL, label.get()));
          graph.add(Triple.create(thing, SKOS.altLabel.asNode(), own));
          changed = true;
        }
      }
    }
    return changed;
  }
}
