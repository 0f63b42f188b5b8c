package org.entente.publish.bounded;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.entente.publish.bounded.QueryWatch.Stop;

/**
 * Goes round the queries that run: stops those whose time is over or whose client has gone, and the one that made most
 * when the collector finds the memory nearly full. Also counts those that do not stop though they were told to.
 */
public final class Watchman implements AutoCloseable {

  private static final long ROUND_MILLIS = 50;
  private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long MEMORY = Runtime.getRuntime().maxMemory();
  private static final double NEARLY_FULL = 0.9;
  /** A query that made less than this part of the memory is not what fills it. */
  private static final double WORTH_STOPPING = 0.02;
  /**
   * What the collectors call a collection after which only that is left which is in use. After the others there is also
   * what nobody uses any more, and a memory that looks full is none.
   */
  private static final Set<String> WHOLE_COLLECTIONS = Set.of("end of major GC", "end of GC cycle");

  private final Turns turns = new Turns(Runtime.getRuntime().availableProcessors());
  private final Map<QueryWatch, BooleanSupplier> running = new ConcurrentHashMap<>();
  private final Set<String> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
      .filter(pool -> pool.getType() == MemoryType.HEAP).map(MemoryPoolMXBean::getName).collect(Collectors.toSet());
  private final NotificationListener afterCollection = this::afterCollection;
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("query-watch").factory());

  @SuppressWarnings("FutureReturnValueIgnored") // The rounds end with their executor.
  public Watchman() {
    rounds.scheduleWithFixedDelay(this::round, ROUND_MILLIS, ROUND_MILLIS, TimeUnit.MILLISECONDS);
    ManagementFactory.getGarbageCollectorMXBeans()
        .forEach(collector -> ((NotificationEmitter) collector).addNotificationListener(afterCollection, null, null));
  }

  /**
   * Begins to watch a query that the calling thread is about to run.
   *
   * @param limit how long it may run, the turns of others included
   * @param clientWaits whether somebody still waits for the answer
   */
  public QueryWatch begin(Duration limit, BooleanSupplier clientWaits) {
    QueryWatch watch = QueryWatch.upTo(limit, turns);
    running.put(watch, clientWaits);
    return watch;
  }

  /** Its query has ended; is called by the thread that ran it. */
  public void end(QueryWatch watch) {
    watch.rest();
    running.remove(watch);
  }

  /** How many queries run. */
  public int running() {
    return running.size();
  }

  /** How many queries should have stopped some seconds ago and still run. */
  public long stuck() {
    long now = System.nanoTime();
    return running.keySet().stream().filter(watch -> watch.isOver(now - STUCK_NANOS)).count();
  }

  private void round() {
    long now = System.nanoTime();
    running.forEach((watch, clientWaits) -> {
      if (watch.isOver(now)) {
        watch.stop(Stop.TIME);
      } else if (watch.stopped().isEmpty() && !clientWaits.getAsBoolean()) {
        watch.stop(Stop.NOBODY_WAITS);
      }
    });
  }

  private void afterCollection(Notification notification, Object handback) {
    if (notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
      GarbageCollectionNotificationInfo info =
          GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
      if (WHOLE_COLLECTIONS.contains(info.getGcAction()) && used(info) > NEARLY_FULL * MEMORY) {
        stopTheGreediest();
      }
    }
  }

  private long used(GarbageCollectionNotificationInfo info) {
    return info.getGcInfo().getMemoryUsageAfterGc().entrySet().stream().filter(pool -> heap.contains(pool.getKey()))
        .mapToLong(pool -> pool.getValue().getUsed()).sum();
  }

  /** Stops the query that made most since it began, if that is enough to matter. */
  void stopTheGreediest() {
    running.keySet().stream().filter(watch -> watch.stopped().isEmpty())
        .max(Comparator.comparingLong(QueryWatch::allocated))
        .filter(watch -> watch.allocated() > WORTH_STOPPING * MEMORY).ifPresent(watch -> watch.stop(Stop.MEMORY));
  }

  @Override
  public void close() {
    rounds.shutdownNow();
    running.keySet().forEach(watch -> watch.stop(Stop.CLOSING));
    ManagementFactory.getGarbageCollectorMXBeans().forEach(collector -> {
      try {
        ((NotificationEmitter) collector).removeNotificationListener(afterCollection);
      } catch (ListenerNotFoundException e) {
        throw new IllegalStateException("a listener that was added is there", e);
      }
    });
  }
}
