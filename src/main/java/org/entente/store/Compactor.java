package org.entente.store;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at a store from time to time while it is used, and compacts it where that is worth while. */
public final class Compactor implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Compactor.class);
  private static final long SECONDS_TO_FINISH = 20;

  private final GraphStore store;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("compaction").factory());

  private Compactor(GraphStore store) {
    this.store = store;
  }

  /**
   * Begins.
   *
   * @param pause between two looks
   */
  public static Compactor over(GraphStore store, Duration pause) {
    Compactor compactor = new Compactor(store);
    compactor.begin(pause);
    return compactor;
  }

  // What a look fails by is said in the diary by the look itself.
  @SuppressWarnings("FutureReturnValueIgnored")
  private void begin(Duration pause) {
    clock.scheduleWithFixedDelay(this::look, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      if (store.compact()) {
        LOG.info("The store takes {} MB now", store.bytes() >> 20);
      }
    } catch (StoreException e) {
      LOG.warn("{}: {}", e.getMessage(), e.advice().orElse(""));
    }
  }

  /** Waits a while for what is under way, which must not be interrupted: that would close the files for everybody. */
  @Override
  public void close() {
    clock.shutdown();
    try {
      if (!clock.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
        LOG.warn("The store is closed while it is compacted; it is as it was");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
