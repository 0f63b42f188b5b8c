package org.entente.publish.bounded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Optional;
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

  @Test
  void stopsWhatRunsWhenTheServerCloses() {
    QueryWatch watch;
    try (Watchman watchman = new Watchman()) {
      watch = watchman.begin(Duration.ofHours(1), () -> true);
    }
    assertThrows(QueryCancelledException.class, watch::step);
    assertEquals(Optional.of(Stop.CLOSING), watch.stopped());
  }

  private static void stepForEver(QueryWatch watch) {
    while (true) {
      watch.step();
    }
  }
}
