package org.entente.publish.data;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.entente.publish.http.HttpProblem;

/**
 * Something that is made from the whole data and kept as long as the data stays the same. Is asked for inside a read
 * transaction, so that version and data belong together. While one thread makes it the others wait a while, and then
 * ask their clients to come back: over a large store it takes minutes, and threads are few.
 */
public final class PerVersion<T> {

  private static final Duration WAITING = Duration.ofSeconds(10);

  private final PublishedDataset data;
  private final Supplier<T> making;
  private final Duration waiting;
  private final ReentrantLock lock = new ReentrantLock();
  private Optional<Made<T>> last = Optional.empty();

  private record Made<T>(String version, T value) {}

  public PerVersion(PublishedDataset data, Supplier<T> making) {
    this(data, making, WAITING);
  }

  /** @param waiting how long those wait who do not make it */
  PerVersion(PublishedDataset data, Supplier<T> making, Duration waiting) {
    this.data = data;
    this.making = making;
    this.waiting = waiting;
  }

  public T get() {
    String version = data.version();
    if (!locked()) {
      throw new HttpProblem(503, "This is being gathered", "The data has changed, and what you ask for is being made"
          + " from all of it. Ask again in a minute.").withHeader("Retry-After", "60");
    }
    try {
      Made<T> made = last.filter(held -> held.version().equals(version))
          .orElseGet(() -> new Made<>(version, making.get()));
      last = Optional.of(made);
      return made.value();
    } finally {
      lock.unlock();
    }
  }

  private boolean locked() {
    try {
      return lock.tryLock(waiting.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
