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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The graphs that every store has beside its articles: gazetteer and ontology. They come with the software and are put
 * into a store when it is made, and again when the software's are others. An operator's own names have a graph of
 * their own, which is replaced only when some are given: to publish a store takes no more than the store.
 */
public record Knowledge(List<Part> parts, String linker) {

  /** In a fingerprint: between what tells the content of a part and who linked the articles beside it. */
  private static final String LINKED_BY = " linked by ";
  private static final Logger LOG = LoggerFactory.getLogger(Knowledge.class);

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

  /** Nothing beside the articles. */
  public static Knowledge none() {
    return new Knowledge(List.of(), "");
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
    return new Knowledge(parts, software.linker());
  }

  private static Graph difference(Graph all, Graph known) {
    Graph rest = GraphFactory.createGraphMem();
    GraphUtil.addInto(rest, all);
    GraphUtil.deleteFrom(rest, known);
    return rest;
  }

  /**
   * Brings the store up to date. Who holds which post also tells accounts apart: those that have to do with somebody who is
   * described otherwise are compared anew, and all of them where another program had linked them.
   */
  public void refresh(GraphStore store) {
    Curation curation = KeptDecisions.in(store);
    List<Part> stale = parts.stream().filter(part -> !isCurrent(store, part)).toList();
    if (stale.isEmpty()) {
      return;
    }
    boolean sameLinker = parts.stream().allMatch(part -> isLinkedHere(store, part));
    Relinking links = new Relinking(store);
    List<Change> changes = stale.stream().map(part -> new Change(stored(part, curation), Map.of())).toList();
    links.before(changes);
    store.replaceAll(changes);
    if (sameLinker) {
      links.linkAccounts();
    } else {
      LOG.info("Another program had linked the articles with each other: it is done anew");
      links.linkAllAccounts();
    }
  }

  private boolean isCurrent(GraphStore store, Part part) {
    return store.entry(part.name()).map(CatalogEntry::fingerprint).filter(fingerprint(part)::equals).isPresent();
  }

  private String fingerprint(Part part) {
    return part.fingerprint() + LINKED_BY + linker;
  }

  /** A part that the store does not have says nothing of who linked its articles. */
  private boolean isLinkedHere(GraphStore store, Part part) {
    return store.entry(part.name()).map(CatalogEntry::fingerprint).filter(known -> !known.endsWith(LINKED_BY + linker))
        .isEmpty();
  }

  private StoredGraph stored(Part part, Curation curation) {
    return StoredGraph.withoutText(part.name(),
        curation.apply(part.content().get(), (graph, thing) -> Optional.empty()).graph(), fingerprint(part));
  }
}
