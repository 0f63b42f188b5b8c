package org.entente.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.jena.atlas.iterator.Iter;
import org.junit.jupiter.api.Test;

class HandoverTest {

  @Test
  void handsOnInOrderHoweverMuch() {
    assertEquals(IntStream.range(0, 1000).boxed().toList(),
        Iter.toList(new Handover<Integer>(each -> IntStream.range(0, 1000).forEach(each::accept))));
  }

  @Test
  void whatTheGiverThrowsTheTakerGets() {
    Handover<Integer> handover = new Handover<>(each -> {
      each.accept(1);
      throw new IllegalStateException("broken");
    });
    assertEquals(1, handover.next());
    assertEquals("broken", assertThrows(IllegalStateException.class, handover::hasNext).getMessage());
  }

  @Test
  void theGiverEndsWhereNobodyTakes() throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    Handover<Integer> handover = new Handover<>(each -> {
      try {
        IntStream.iterate(0, i -> i + 1).forEach(each::accept);
      } finally {
        ended.countDown();
      }
    });
    handover.next();
    handover.close();
    ended.await();
    assertFalse(ended.getCount() > 0);
  }
}
