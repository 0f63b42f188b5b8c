package org.entente.spark;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one thread hands on one by one, for another to take: an archive is taken apart by who is told of each thing in it,
 * and Spark wants to ask for the next. A few are on the way at any time. To be closed where not all are taken.
 *
 * @param <T> what is handed on
 */
final class Handover<T> implements Iterator<T>, AutoCloseable {

  private static final int ON_THE_WAY = 16;

  private final BlockingQueue<Step<T>> belt = new ArrayBlockingQueue<>(ON_THE_WAY);
  private final Thread giver;
  private @Nullable Step<T> next;

  private sealed interface Step<T> {

    record Given<T>(T thing) implements Step<T> {}

    record Failed<T>(Throwable problem) implements Step<T> {}

    record End<T>() implements Step<T> {}
  }

  /**
   * @param work is told whom to hand things to; what it throws, the taker gets
   */
  Handover(Consumer<Consumer<T>> work) {
    giver = Thread.ofPlatform().daemon().name("opening").start(() -> give(work));
  }

  private void give(Consumer<Consumer<T>> work) {
    Step<T> last = new Step.End<>();
    try {
      work.accept(thing -> put(new Step.Given<>(thing)));
    } catch (CancellationException e) {
      return;
    } catch (Throwable e) {
      last = new Step.Failed<>(e);
    }
    put(last);
  }

  private void put(Step<T> step) {
    try {
      belt.put(step);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("nobody takes more");
    }
  }

  @Override
  public boolean hasNext() {
    return switch (step()) {
      case Step.Given<T> given -> true;
      case Step.End<T> end -> false;
      case Step.Failed<T> failed -> throw asItWas(failed.problem());
    };
  }

  private static RuntimeException asItWas(Throwable problem) {
    if (problem instanceof Error error) {
      throw error;
    }
    return problem instanceof RuntimeException mistake ? mistake : new IllegalStateException(problem);
  }

  private Step<T> step() {
    Step<T> known = next;
    if (known == null) {
      try {
        known = belt.take();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("the task was ended");
      }
      next = known;
    }
    return known;
  }

  @Override
  public T next() {
    if (hasNext() && step() instanceof Step.Given<T>(T thing)) {
      next = null;
      return thing;
    }
    throw new NoSuchElementException();
  }

  @Override
  public void close() {
    giver.interrupt();
  }
}
