package org.entente.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.entente.store.GraphStore;
import org.entente.store.StoredGraph;

/**
 * One name for one thing in all articles: an unlinked actor or place that an earlier article spells otherwise
 * ("Al Qaeda", "Al-Qaeda") keeps that article's spelling as its label, and the new one becomes another name.
 */
final class SharedNames {

  private static final Node LABEL = RDFS.label.asNode();

  private final GraphStore store;
  private final Set<String> coming = new HashSet<>();
  /** Of what comes the labels of each thing, by the graph that gives them. */
  private final Map<Node, Map<String, List<Node>>> labels = new HashMap<>();

  SharedNames(GraphStore store) {
    this.store = store;
  }

  /** This will be stored before the next graph, and stands for what the store has under that name. */
  void comes(StoredGraph graph) {
    coming.add(graph.name());
    graph.content().find(Node.ANY, LABEL, Node.ANY).forEachRemaining(
        label -> labels.computeIfAbsent(label.getSubject(), thing -> new HashMap<>(2))
            .computeIfAbsent(graph.name(), name -> new ArrayList<>(1)).add(label.getObject()));
  }

  /** All that was to come is stored. */
  void came() {
    coming.clear();
    labels.clear();
  }

  /**
   * Spells the names of a new graph as the other articles do.
   *
   * @return whether that changed any
   */
  boolean apply(Graph graph, String name) {
    return Spelling.respell(graph, thing -> known(thing, name));
  }

  private Optional<Node> known(Node thing, String name) {
    Stream<Node> stored = stored(thing).stream()
        .filter(quad -> !quad.getGraph().getURI().equals(name) && !coming.contains(quad.getGraph().getURI()))
        .map(Quad::getObject);
    Stream<Node> fresh = labels.getOrDefault(thing, Map.of()).entrySet().stream()
        .filter(graph -> !graph.getKey().equals(name)).flatMap(graph -> graph.getValue().stream());
    return Spelling.chosen(Stream.concat(stored, fresh));
  }

  private List<Quad> stored(Node thing) {
    return store.read(data -> Iter.toList(data.findNG(Node.ANY, thing, LABEL, Node.ANY)));
  }
}
