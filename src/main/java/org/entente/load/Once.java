package org.entente.load;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something costly, made when it is first asked for and kept. */
final class Once<T> implements Supplier<T> {

  private final Supplier<T> maker;
  private @Nullable T made;

  Once(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public synchronized T get() {
    T known = made;
    if (known == null) {
      known = maker.get();
      made = known;
    }
    return known;
  }

  /**
   * Makes several things at the same time that do not wait for each other. The threads are of their own, since those that
   * Java shares do not find services in libraries that a cluster brought along.
   */
  static void makeSideBySide(List<Supplier<?>> parts) {
    try (ExecutorService threads = Executors.newFixedThreadPool(parts.size())) {
      parts.stream().map(part -> threads.submit(part::get)).toList().forEach(Awaited::of);
    }
  }
}
