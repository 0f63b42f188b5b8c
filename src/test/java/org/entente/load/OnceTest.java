package org.entente.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Parsers, names, words and the learned model are loaded side by side, each of them once. */
@Timeout(60)
class OnceTest {

  @Test
  void partsThatDoNotWaitForEachOtherAreMadeAtTheSameTime() {
    CyclicBarrier allAtWork = new CyclicBarrier(3);
    AtomicInteger made = new AtomicInteger();
    Supplier<Integer> part = () -> {
      meet(allAtWork);
      return made.incrementAndGet();
    };
    List<Supplier<?>> parts = List.of(new Once<>(part), new Once<>(part), new Once<>(part));
    Once.makeSideBySide(parts);
    parts.forEach(Supplier::get);
    assertEquals(3, made.get());
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatAPartCannotBeMadeForIsSaidInItsOwnWords() {
    KnowledgeException wrong = new KnowledgeException("cannot read words.ttl", "mend it", new Exception());
    Supplier<?> broken = new Once<>(() -> {
      throw wrong;
    });
    assertSame(wrong, assertThrows(KnowledgeException.class,
        () -> Once.makeSideBySide(List.of(new Once<>(() -> "names"), broken))));
  }
}
