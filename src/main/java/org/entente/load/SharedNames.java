package org.entente.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.store.GraphStore;
import org.entente.vocab.ENT;

/**
 * One name for one thing in all articles: an unlinked actor or place that an earlier article spells otherwise
 * ("Al Qaeda", "Al-Qaeda") keeps that article's spelling as its label, and the new one becomes another name.
 */
final class SharedNames {

  private static final Node LABEL = RDFS.label.asNode();
  private static final Node UNLINKED = NodeFactory.createLiteralByValue(false);

  private final GraphStore store;

  SharedNames(GraphStore store) {
    this.store = store;
  }

  /** Spells the names of a new graph as the other articles of the store do. */
  void apply(Graph graph, String name) {
    List<Node> unlinked = graph.find(Node.ANY, ENT.linked.asNode(), UNLINKED).mapWith(Triple::getSubject).toList();
    for (Node thing : unlinked) {
      Optional<Node> known = known(thing, name);
      for (Triple own : graph.find(thing, LABEL, Node.ANY).toList()) {
        if (known.isPresent() && !known.get().equals(own.getObject())) {
          graph.delete(own);
          graph.add(Triple.create(thing, LABEL, known.get()));
          graph.add(Triple.create(thing, SKOS.altLabel.asNode(), own.getObject()));
        }
      }
    }
  }

  private Optional<Node> known(Node thing, String name) {
    return store.read(data -> {
      List<Node> labels = new ArrayList<>();
      data.findNG(Node.ANY, thing, LABEL, Node.ANY).forEachRemaining(quad -> {
        if (!quad.getGraph().getURI().equals(name)) {
          labels.add(quad.getObject());
        }
      });
      return labels.stream().min(Comparator.comparing(Node::toString));
    });
  }
}
