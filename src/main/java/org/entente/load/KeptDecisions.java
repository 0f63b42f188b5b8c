package org.entente.load;

import org.entente.curation.Curation;
import org.entente.store.GraphStore;
import org.entente.vocab.IriScheme;

/** The decisions of curators that a store keeps, in {@code graph/curation}. */
public final class KeptDecisions {

  private KeptDecisions() {}

  public static Curation in(GraphStore store) {
    return Curation.of(store.graph(graph(store)), new IriScheme(store.base()));
  }

  /** The name of the graph that they stand in. */
  static String graph(GraphStore store) {
    return new IriScheme(store.base()).graph("curation");
  }
}
