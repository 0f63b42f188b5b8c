package org.entente.publish.bounded;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
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

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final AtomicBoolean stopped = new AtomicBoolean();
  private final AtomicReference<Stop> reason = new AtomicReference<>();
  private final Duration limit;
  private final long end;
  private final long threadId = Thread.currentThread().threadId();
  private final long allocatedBefore = THREADS.getThreadAllocatedBytes(threadId);
  private final Turns turns;
  private Turns.Turn turn = Turns.Turn.first();
  private long turnBegan = System.nanoTime();
  private long ran;
  private int steps;
  private long concatenated;

  private QueryWatch(Duration limit, Turns turns) {
    this.limit = limit;
    this.end = System.nanoTime() + limit.toNanos();
    this.turns = turns;
  }

  /** Watches a query that the calling thread is about to run, and may run for this long. */
  public static QueryWatch upTo(Duration limit) {
    return new QueryWatch(limit, new Turns(1));
  }

  /** Watches a query that takes turns with others once it has run for a while. */
  static QueryWatch upTo(Duration limit, Turns turns) {
    return new QueryWatch(limit, turns);
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

  /** How many bytes its thread has made since the query began, whether they are still in use or not. */
  long allocated() {
    return THREADS.getThreadAllocatedBytes(threadId) - allocatedBefore;
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
    if (steps % STEPS_PER_LOOK == 0) {
      look(System.nanoTime());
    }
    if (stopped.get()) {
      reason.compareAndSet(null, Stop.TIME);
      throw new QueryCancelledException();
    }
  }

  private void look(long now) {
    if (isOver(now)) {
      stop(Stop.TIME);
    } else if (now - turnBegan >= turn.nanos() && !stopped.get()) {
      nextTurn(now);
    }
  }

  /** Lets other long queries go on, and waits until it is this one's turn again, or it is stopped. */
  private void nextTurn(long now) {
    ran += now - turnBegan;
    rest();
    try {
      turn = turns.await(ran, stopped::get);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop(Stop.CLOSING);
    }
    turnBegan = System.nanoTime();
  }

  /**
   * Gives the turn back, because the query has ended or waits for the network; is called by the thread that runs it. It gets
   * another one at one of its next steps.
   */
  public void rest() {
    turn.end();
    turn = Turns.Turn.first();
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
