package org.entente.store;

import org.apache.jena.tdb2.params.StoreParams;

/**
 * How many names and values TDB2 keeps in memory: as many as it does by itself where there is memory for them. In a heap
 * of one gigabyte they would take a third of it once a large store was read through, which counting queries then lack.
 */
final class StoreMemory {

  /** A value that is found by its number takes half a kilobyte: a literal with its text, and when it was used last. */
  private static final long BYTES_OF_HEAP_FOR_A_VALUE = 8 << 10;
  private static final long BYTES_OF_HEAP_FOR_A_NUMBER = 16 << 10;

  private StoreMemory() {}

  static StoreParams fitting(long heap) {
    StoreParams usual = StoreParams.getDftStoreParams();
    return StoreParams.builder("entente")
        .nodeId2NodeCacheSize((int) Math.min(usual.getNodeId2NodeCacheSize(), heap / BYTES_OF_HEAP_FOR_A_VALUE))
        .node2NodeIdCacheSize((int) Math.min(usual.getNode2NodeIdCacheSize(), heap / BYTES_OF_HEAP_FOR_A_NUMBER))
        .build();
  }
}
