package org.entente.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.curation.Curation;
import org.entente.store.CatalogEntry;
import org.entente.store.GraphStore;
import org.entente.store.GraphStore.Change;
import org.entente.store.StoredGraph;
import org.entente.vocab.IriScheme;

/**
 * The graphs that every store has beside its articles: gazetteer and ontology. They come with the software and are put
 * into a store when it is made, and again when the software's are others. An operator's own names have a graph of
 * their own, which is replaced only when some are given: to publish a store takes no more than the store.
 */
public record Knowledge(List<Part> parts) {

  /**
   * One of these graphs.
   *
   * @param name its IRI
   * @param fingerprint names its content
   * @param content reads it, which is done only where the store has another one
   */
  public record Part(String name, String fingerprint, Supplier<Graph> content) {}

  public Knowledge {
    parts = List.copyOf(parts);
  }

  /**
   * @param bundled the gazetteer that comes with the program
   * @param extended the same with the operator's own files
   */
  static Knowledge of(
      IriScheme iris, Software software, Supplier<Graph> bundled, Supplier<Graph> extended, Supplier<Graph> ontology) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(iris.graph("gazetteer"), software.build(), bundled));
    parts.add(new Part(iris.graph("ontology"), software.build(), ontology));
    if (software.hasAdditions()) {
      String fingerprint = software.build() + software.additions();
      Supplier<Graph> additions = () -> difference(extended.get(), bundled.get());
      parts.add(new Part(iris.graph("gazetteer-additions"), fingerprint, additions));
    }
    return new Knowledge(parts);
  }

  private static Graph difference(Graph all, Graph known) {
    Graph rest = GraphFactory.createGraphMem();
    GraphUtil.addInto(rest, all);
    GraphUtil.deleteFrom(rest, known);
    return rest;
  }

  /** Brings the store up to date; who holds which post also tells accounts apart, and so they are compared anew. */
  public void refresh(GraphStore store) {
    Curation curation = KeptDecisions.in(store);
    List<Part> stale = parts.stream().filter(part -> !isCurrent(store, part)).toList();
    if (!stale.isEmpty()) {
      Relinking.after(store,
          () -> store.replaceAll(stale.stream().map(part -> new Change(stored(part, curation), Map.of())).toList()));
    }
  }

  private static boolean isCurrent(GraphStore store, Part part) {
    return store.entry(part.name()).map(CatalogEntry::fingerprint).filter(part.fingerprint()::equals).isPresent();
  }

  private static StoredGraph stored(Part part, Curation curation) {
    return StoredGraph.withoutText(part.name(),
        curation.apply(part.content().get(), (graph, thing) -> Optional.empty()).graph(), part.fingerprint());
  }
}
