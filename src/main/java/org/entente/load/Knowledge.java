package org.entente.load;

import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.entente.store.CatalogEntry;
import org.entente.store.GraphStore;
import org.entente.store.StoredGraph;
import org.entente.vocab.IriScheme;

/**
 * The graphs that every store has beside its articles: the gazetteer and the ontology. They come with the software and
 * are put into a store when it is made and again when the software's are others.
 *
 * @param fingerprint names their content
 */
public record Knowledge(String fingerprint, List<Part> parts) {

  /**
   * One of these graphs.
   *
   * @param name its IRI
   * @param content reads it, which is done only where the store has another one
   */
  public record Part(String name, Supplier<Graph> content) {}

  public Knowledge {
    parts = List.copyOf(parts);
  }

  static Knowledge of(IriScheme iris, Software software, Supplier<Graph> gazetteer, Supplier<Graph> ontology) {
    return new Knowledge(
        software.build() + software.additions(),
        List.of(new Part(iris.graph("gazetteer"), gazetteer), new Part(iris.graph("ontology"), ontology)));
  }

  /** Brings the store up to date. */
  public void refresh(GraphStore store) {
    parts.stream().filter(part -> !isCurrent(store, part)).forEach(part -> store.replace(stored(part)));
  }

  private boolean isCurrent(GraphStore store, Part part) {
    return store.entry(part.name()).map(CatalogEntry::fingerprint).filter(fingerprint::equals).isPresent();
  }

  private StoredGraph stored(Part part) {
    return StoredGraph.withoutText(part.name(), part.content().get(), fingerprint);
  }
}
