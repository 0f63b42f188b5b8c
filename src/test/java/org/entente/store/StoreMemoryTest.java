package org.entente.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.jena.tdb2.params.StoreParams;
import org.junit.jupiter.api.Test;

class StoreMemoryTest {

  private static final StoreParams USUAL = StoreParams.getDftStoreParams();

  @Test
  void keepsFewerValuesInASmallHeapAndAsManyAsUsualInALargeOne() {
    StoreParams small = StoreMemory.fitting(1L << 30);
    assertTrue(small.getNodeId2NodeCacheSize() < USUAL.getNodeId2NodeCacheSize());
    assertTrue(small.getNode2NodeIdCacheSize() < USUAL.getNode2NodeIdCacheSize());
    StoreParams large = StoreMemory.fitting(1L << 40);
    assertEquals(USUAL.getNodeId2NodeCacheSize(), large.getNodeId2NodeCacheSize());
    assertEquals(USUAL.getNode2NodeIdCacheSize(), large.getNode2NodeIdCacheSize());
  }
}
