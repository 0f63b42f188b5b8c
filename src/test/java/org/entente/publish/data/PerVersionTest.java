package org.entente.publish.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.publish.http.HttpProblem;
import org.entente.publish.site.PublishingTest;
import org.junit.jupiter.api.Test;

/** What readers get of something that is gathered from the whole data, and while it is. */
class PerVersionTest {

  private final PublishedDataset data = new MemoryDataset(PublishingTest.twoStates(), "https://data.example.org/");
  private final AtomicInteger gatherings = new AtomicInteger();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  private String gather() {
    begun.countDown();
    try {
      released.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return "gathered " + gatherings.incrementAndGet();
  }

  @Test
  void asksOthersToComeBackWhileItIsGatheredAndGathersItOnce() throws InterruptedException {
    PerVersion<String> kept = new PerVersion<>(data, this::gather, Duration.ZERO);
    try (var threads = Executors.newSingleThreadExecutor()) {
      CompletableFuture<String> first = CompletableFuture.supplyAsync(kept::get, threads);
      begun.await();
      HttpProblem other = assertThrows(HttpProblem.class, kept::get);
      assertEquals(503, other.status());
      assertEquals("60", other.headers().get("Retry-After"));
      assertTrue(String.valueOf(other.getMessage()).contains("Ask again in a minute"), other.getMessage());
      released.countDown();
      assertEquals("gathered 1", first.join());
    }
    assertEquals("gathered 1", kept.get());
  }

  @Test
  void asksToComeBackWhenTheServerStopsMeanwhile() throws InterruptedException {
    PerVersion<String> kept = new PerVersion<>(data, this::gather);
    try (var threads = Executors.newSingleThreadExecutor()) {
      CompletableFuture<String> first = CompletableFuture.supplyAsync(kept::get, threads);
      begun.await();
      Thread.currentThread().interrupt();
      HttpProblem stopped = assertThrows(HttpProblem.class, kept::get);
      assertTrue(Thread.interrupted());
      assertEquals(503, stopped.status());
      released.countDown();
      assertEquals("gathered 1", first.join());
    }
  }
}
