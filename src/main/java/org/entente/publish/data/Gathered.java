package org.entente.publish.data;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * Something that is made from the whole data in the background, once for each version that is asked for, for readers
 * who would rather have what was made of the version before, or nothing of it yet, than wait. Where the data are so few
 * that it is made soon, they do wait.
 */
public final class Gathered<T> {

  private static final Duration SOON = Duration.ofSeconds(10);

  private final PublishedDataset data;
  private final Function<DatasetGraph, T> making;
  private final Executor background;
  private final Duration soon;
  private volatile Optional<Made<T>> last = Optional.empty();
  private Attempt attempt = new Attempt(0, CompletableFuture.completedFuture(null));

  private record Made<T>(String version, T value, Duration took) {}

  private record Attempt(long begun, CompletableFuture<Void> end) {}

  /**
   * What there is.
   *
   * @param value the latest that was made, if there is one yet
   * @param current whether it is of the version of the data that is read
   */
  public record Latest<T>(Optional<T> value, boolean current) {}

  /**
   * @param making is given the graphs inside a read transaction; what it makes may not depend on that afterwards
   * @param background where it is made
   */
  public Gathered(PublishedDataset data, Function<DatasetGraph, T> making, Executor background) {
    this(data, making, background, SOON);
  }

  /** @param soon how long it may take for readers to wait for it, from its beginning */
  Gathered(PublishedDataset data, Function<DatasetGraph, T> making, Executor background, Duration soon) {
    this.data = data;
    this.making = making;
    this.background = background;
    this.soon = soon;
  }

  /** What there is, inside a read transaction; where it is not current, what is will be made. */
  public Latest<T> latest() {
    String version = data.version();
    if (!isOf(version)) {
      await(begun());
    }
    return new Latest<>(last.map(Made::value), isOf(version));
  }

  /** Sees to it that it is there before somebody asks for it. */
  public void prepare() {
    begun();
  }

  /** Waits until what is made now is there, however long it takes. */
  public void await() {
    begun().end().join();
  }

  private boolean isOf(String version) {
    return last.filter(made -> made.version().equals(version)).isPresent();
  }

  private synchronized Attempt begun() {
    if (attempt.end().isDone()) {
      attempt = new Attempt(System.nanoTime(), CompletableFuture.runAsync(this::make, background));
    }
    return attempt;
  }

  private void make() {
    DatasetGraph graphs = data.graphs();
    graphs.begin(TxnType.READ);
    try {
      long start = System.nanoTime();
      String version = data.version();
      if (!isOf(version)) {
        T value = making.apply(graphs);
        last = Optional.of(new Made<>(version, value, Duration.ofNanos(System.nanoTime() - start)));
      }
    } finally {
      graphs.end();
    }
  }

  /** Whoever knows from the last time that it takes long does not wait. */
  private void await(Attempt running) {
    boolean hopeless = last.filter(made -> made.took().compareTo(soon) > 0).isPresent();
    long left = hopeless ? 0 : Math.max(0, soon.toNanos() - (System.nanoTime() - running.begun()));
    try {
      running.end().get(left, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      // What was made before is shown meanwhile.
    } catch (ExecutionException e) {
      if (last.isEmpty()) {
        throw e.getCause() instanceof RuntimeException problem ? problem : new CompletionException(e.getCause());
      }
    }
  }
}
