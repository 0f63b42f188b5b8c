package org.entente.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.entente.store.GraphStore;
import org.entente.store.GraphStore.Change;

/**
 * One name for one thing in all articles: an unlinked actor or place that an earlier article spells otherwise
 * ("Al Qaeda", "Al-Qaeda") keeps that article's spelling as its label, and the new one becomes another name.
 */
final class SharedNames {

  private static final Node LABEL = RDFS.label.asNode();

  private final GraphStore store;
  private final Map<String, Change> changes;

  /**
   * @param changes what will be stored before the next graph, by name; it stands for what the store has under that name
   */
  SharedNames(GraphStore store, Map<String, Change> changes) {
    this.store = store;
    this.changes = changes;
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
        .filter(quad -> !quad.getGraph().getURI().equals(name) && !changes.containsKey(quad.getGraph().getURI()))
        .map(Quad::getObject);
    Stream<Node> coming = changes.entrySet().stream().filter(change -> !change.getKey().equals(name))
        .flatMap(change -> Spelling.labels(change.getValue().stored().content(), thing).stream());
    return Spelling.chosen(Stream.concat(stored, coming));
  }

  private List<Quad> stored(Node thing) {
    return store.read(data -> Iter.toList(data.findNG(Node.ANY, thing, LABEL, Node.ANY)));
  }
}
