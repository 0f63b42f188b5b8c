package org.entente.publish.bounded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.Reference;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.jena.query.QueryCancelledException;
import org.entente.publish.bounded.QueryWatch.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WatchmanTest {

  @Test
  void countsAsStuckWhatDoesNotStopLongAfterItsTime() {
    try (Watchman watchman = new Watchman()) {
      QueryWatch stuck = watchman.begin(Duration.ofSeconds(-10), () -> true);
      watchman.begin(Duration.ofSeconds(30), () -> true);
      assertEquals(1, watchman.stuck());
      watchman.end(stuck);
      assertEquals(0, watchman.stuck());
    }
  }

  @Test
  void stopsWhatNobodyWaitsFor() {
    try (Watchman watchman = new Watchman()) {
      QueryWatch watch = watchman.begin(Duration.ofHours(1), () -> false);
      assertThrows(QueryCancelledException.class, () -> stepForEver(watch));
      assertEquals(Optional.of(Stop.NOBODY_WAITS), watch.stopped());
    }
  }

  /** Who has the turn may be in the midst of a step that takes for ever. */
  @Test
  void letsANewQueryRunWhileOthersKeepTheirTurns() throws Exception {
    Turns turns = new Turns(2);
    Turns.Turn keptByANewOne = turns.await(0, () -> false);
    assertTrue(turns.await(0, () -> false).held(), "as many new ones as there are processors");
    Turns.Turn keptByAnOldOne = turns.await(Long.MAX_VALUE, () -> false);
    assertTrue(keptByANewOne.held() && keptByAnOldOne.held());
    QueryWatch watch = QueryWatch.upTo(Duration.ofHours(1), turns);
    for (int step = 0; step < 100_000; step++) {
      watch.step();
    }
    assertFalse(turns.await(0, () -> false).held(), "it did not wait for what may never end");
  }

  @Test
  void letsOldQueriesTakeTurnsAndGivesUpWaitingWhenOneIsStopped() throws Exception {
    Turns turns = new Turns(2);
    Turns.Turn first = turns.await(Long.MAX_VALUE, () -> false);
    assertFalse(turns.await(Long.MAX_VALUE, () -> true).held());
    first.end();
    assertTrue(turns.await(Long.MAX_VALUE, () -> false).held());
  }

  @Test
  void stopsWhatRunsWhenTheServerCloses() {
    QueryWatch watch;
    try (Watchman watchman = new Watchman()) {
      watch = watchman.begin(Duration.ofHours(1), () -> true);
    }
    assertThrows(QueryCancelledException.class, watch::step);
    assertEquals(Optional.of(Stop.CLOSING), watch.stopped());
  }

  @Test
  void stopsTheQueryThatMadeMostSinceItBeganWhenTheMemoryIsFull() throws Exception {
    try (Watchman watchman = new Watchman(); ExecutorService longRunning = Executors.newSingleThreadExecutor()) {
      longRunning.submit(WatchmanTest::fillMemory).get();
      longRunning.submit(WatchmanTest::fillMemory).get();
      QueryWatch modest = longRunning.submit(() -> watchman.begin(Duration.ofHours(1), () -> true)).get();
      QueryWatch greedy = watchman.begin(Duration.ofHours(1), () -> true);
      fillMemory();
      watchman.stopTheGreediest();
      assertEquals(Optional.of(Stop.MEMORY), greedy.stopped());
      assertEquals(Optional.empty(), modest.stopped());
    }
  }

  @Test
  void stopsNoQueryThatMadeLittleWhenOthersFillTheMemory() {
    fillMemory();
    try (Watchman watchman = new Watchman()) {
      QueryWatch watch = watchman.begin(Duration.ofHours(1), () -> true);
      watchman.stopTheGreediest();
      assertEquals(Optional.empty(), watch.stopped());
    }
  }

  /** Makes a twentieth of the memory, piece by piece; none of it stays in use. */
  private static void fillMemory() {
    int pieces = 200;
    int size = Math.toIntExact(Runtime.getRuntime().maxMemory() / 20 / pieces);
    for (int i = 0; i < pieces; i++) {
      byte[] piece = new byte[size];
      try {
        Arrays.fill(piece, (byte) 1);
      } finally {
        Reference.reachabilityFence(piece);
      }
    }
  }

  private static void stepForEver(QueryWatch watch) {
    while (true) {
      watch.step();
    }
  }
}
