package org.entente.publish.server;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that is made from the whole data and kept as long as the data stays the same. Is asked for inside a read
 * transaction, so that version and data belong together; while one thread makes it, the others wait for it.
 */
final class PerVersion<T> {

  private final PublishedDataset data;
  private final Supplier<T> making;
  private Optional<Made<T>> last = Optional.empty();

  private record Made<T>(String version, T value) {}

  PerVersion(PublishedDataset data, Supplier<T> making) {
    this.data = data;
    this.making = making;
  }

  synchronized T get() {
    String version = data.version();
    Made<T> made = last.filter(held -> held.version().equals(version))
        .orElseGet(() -> new Made<>(version, making.get()));
    last = Optional.of(made);
    return made.value();
  }
}
