package org.entente.publish.site;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.entente.publish.data.Gathered;
import org.entente.publish.data.PublishedDataset;
import org.entente.publish.page.Overview;
import org.entente.publish.page.part.Counting;

/** What the front page shows of all the data, made in the background; begun when the server starts. */
final class Overviews implements AutoCloseable {

  private static final long SECONDS_TO_END = 30;

  private final ExecutorService background =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("overview").factory());
  private final Gathered<Overview> once;
  private final Gathered<Overview> reports;

  Overviews(PublishedDataset data) {
    this.once = new Gathered<>(data, graphs -> Overview.of(graphs, Counting.ONCE), background);
    this.reports = new Gathered<>(data, graphs -> Overview.of(graphs, Counting.EACH_REPORT), background);
  }

  Gathered.Latest<Overview> latest(Counting counting) {
    return counting.reports() ? reports.latest() : once.latest();
  }

  void prepare() {
    once.prepare();
  }

  /** Waits for what is shown to those who do not ask for another count. */
  void await() {
    once.await();
  }

  /** Nothing may read a store that is closed. */
  @Override
  public void close() {
    background.shutdown();
    try {
      background.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
