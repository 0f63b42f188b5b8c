package org.entente.publish.bounded;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.query.QueryCancelledException;

/**
 * Whether one running query may go on. It is asked at each step by the thread that runs the query, and told to stop by
 * any other. Its flag is the one that Jena's own iterators look at, so both stop together.
 */
public final class QueryWatch {

  /** Why a query was stopped. */
  public enum Stop {
    /** Its time was over. */
    TIME,
    /** It held most of the memory when memory ran out. */
    MEMORY,
    /** Nobody waits for its answer any more. */
    NOBODY_WAITS,
    /** The server is closed. */
    CLOSING
  }

  /** Reading the clock costs more than a step of most queries; it is read once in so many. */
  private static final int STEPS_PER_LOOK = 256;

  private final AtomicBoolean stopped = new AtomicBoolean();
  private final AtomicReference<Stop> reason = new AtomicReference<>();
  private final Duration limit;
  private final long end;
  private final long threadId = Thread.currentThread().threadId();
  private int steps;
  private long concatenated;

  private QueryWatch(Duration limit) {
    this.limit = limit;
    this.end = System.nanoTime() + limit.toNanos();
  }

  /** Watches a query that the calling thread is about to run, and may run for this long. */
  public static QueryWatch upTo(Duration limit) {
    return new QueryWatch(limit);
  }

  /** Tells the query to stop; it does at its next step. The first reason counts. */
  public void stop(Stop why) {
    reason.compareAndSet(null, why);
    stopped.set(true);
  }

  /** Why it was told to stop, if it was. */
  public Optional<Stop> stopped() {
    return Optional.ofNullable(reason.get());
  }

  /** How long the query may run. */
  public Duration limit() {
    return limit;
  }

  boolean isOver(long now) {
    return now - end >= 0;
  }

  long threadId() {
    return threadId;
  }

  AtomicBoolean flag() {
    return stopped;
  }

  /**
   * One step of the query.
   *
   * @throws QueryCancelledException when it may not go on
   */
  public void step() {
    steps++;
    if (steps % STEPS_PER_LOOK == 0 && isOver(System.nanoTime())) {
      stop(Stop.TIME);
    }
    if (stopped.get()) {
      reason.compareAndSet(null, Stop.TIME);
      throw new QueryCancelledException();
    }
  }

  /** Counts what the query joins into long texts row by row. */
  void concatenated(int characters) {
    step();
    concatenated += characters;
    if (concatenated > Bounds.CONCATENATED) {
      throw Bounds.tooLong("GROUP_CONCAT joins more than " + Bounds.CONCATENATED + " characters");
    }
  }
}
