package org.entente.publish.bounded;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Who among the running queries may use a processor. New ones take short turns beside those that have run for a while, so
 * that a short query ends soon however many costly ones came with it; one processor is left to pages and to questions
 * after health by those that run long.
 */
final class Turns {

  /** How long a query is a new one, by the time that it ran itself. */
  private static final long NEW = TimeUnit.MILLISECONDS.toNanos(300);

  private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(10);
  private static final long LONG = TimeUnit.MILLISECONDS.toNanos(40);
  /** Who has the turn may be in the midst of one long step; a new query does not wait for its end. */
  private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(250);

  private final Semaphore ofNew;
  private final Semaphore ofOld;

  Turns(int processors) {
    // They are through soon; a processor that waited for others would be lost to them.
    this.ofNew = new Semaphore(processors, true);
    this.ofOld = new Semaphore(Math.max(1, processors - 1), true);
  }

  /**
   * A turn.
   *
   * @param held whether it was waited for until it was free, so that it is to be given back
   */
  record Turn(Semaphore queue, boolean held, long nanos) {

    /** The beginning of a query, for which nobody waits: most end within it. */
    static Turn first() {
      return new Turn(new Semaphore(0), false, SHORT);
    }

    void end() {
      if (held) {
        queue.release();
      }
    }
  }

  /**
   * Waits for a turn of a query.
   *
   * @param ran how long it ran until now
   * @param stopped whether it was told to stop, so that it needs none
   */
  Turn await(long ran, BooleanSupplier stopped) throws InterruptedException {
    if (ran < NEW) {
      return new Turn(ofNew, ofNew.tryAcquire(PATIENCE, TimeUnit.NANOSECONDS), SHORT);
    }
    while (!stopped.getAsBoolean()) {
      if (ofOld.tryAcquire(LONG, TimeUnit.NANOSECONDS)) {
        return new Turn(ofOld, true, LONG);
      }
    }
    return new Turn(ofOld, false, LONG);
  }
}
