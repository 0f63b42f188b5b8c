package org.entente.load;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.entente.article.ArticleSource;
import org.entente.article.Found;
import org.entente.article.MetadataOverrides;
import org.entente.article.intake.ArticleReaders;

/**
 * Reads articles ahead of whoever stores them: one thread opens the sources in order, as many as there are processors
 * find out what the articles say, and the caller gets the results in the order of the sources. A few articles are on
 * the way at any time, so that memory does not grow with their number.
 *
 * @param <T> what is made of each article before it is stored
 */
final class ReadingLine<T> implements AutoCloseable {

  private static final int AHEAD_OF_EACH = 8;

  /** So many are handed on at once: storing has its price each time, in seconds and even more in what it leaves on the disk. */
  static final int MOST_AT_ONCE = 128;
  static final int MOST_LETTERS_AT_ONCE = 640_000;
  /** An article of a book's length stands for as many as it is times as long as this: what is made of it takes memory. */
  private static final int LETTERS_OF_ONE = 50_000;
  /** How long the first that is ready waits for others: a second, and the longer the more has been read already. */
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  /** What is lost when everything stops at once is this part of the work, if that is more than a second's. */
  private static final int PART_OF_THE_WORK = 30;

  private final ArticleReaders readers;
  private final MetadataOverrides overrides;
  private final Function<Found, T> work;
  private final ExecutorService workers;
  private final Thread opener;
  private final BlockingQueue<Station<T>> belt = new LinkedBlockingQueue<>();
  private final int mostAhead;
  private final long begun = System.nanoTime();
  private final Semaphore free;
  /** What was taken from the belt and is not handed on yet: one at most. */
  private final Deque<Station<T>> held = new ArrayDeque<>(1);

  /** Something that comes out of the line, in order. */
  private sealed interface Station<T> {

    /**
     * @param weight how many articles of usual length it stands for
     * @param letters of its text
     */
    record Made<T>(Future<T> result, int weight, int letters) implements Station<T> {}

    record Finished<T>(ArticleSource source) implements Station<T> {}

    record End<T>() implements Station<T> {}
  }

  ReadingLine(
      ArticleReaders readers, List<ArticleSource> sources, MetadataOverrides overrides, int workers,
      Function<Found, T> work) {
    this.readers = readers;
    this.overrides = overrides;
    this.work = work;
    this.mostAhead = AHEAD_OF_EACH * workers;
    this.free = new Semaphore(mostAhead);
    this.workers = Executors.newFixedThreadPool(workers, Thread.ofPlatform().daemon().name("article-", 1).factory());
    this.opener = Thread.ofPlatform().daemon().name("opening").start(() -> open(sources));
  }

  private void open(List<ArticleSource> sources) {
    CompletableFuture<T> failed = new CompletableFuture<>();
    try {
      for (ArticleSource source : sources) {
        readers.readAll(source, overrides, this::add);
        belt.add(new Station.Finished<>(source));
      }
      belt.add(new Station.End<>());
    } catch (CancellationException e) {
      failed.cancel(false);
      belt.add(new Station.Made<>(failed, 0, 0));
    } catch (Throwable e) {
      failed.completeExceptionally(e);
      belt.add(new Station.Made<>(failed, 0, 0));
    }
  }

  private void add(Found found) {
    int letters = found instanceof Found.Read read ? read.article().text().length() : 0;
    int weight = Math.min(mostAhead, 1 + letters / LETTERS_OF_ONE);
    try {
      free.acquire(weight);
    } catch (InterruptedException e) {
      throw new CancellationException("nobody wants more articles");
    }
    belt.add(new Station.Made<>(workers.submit(() -> work.apply(found)), weight, letters));
  }

  /**
   * Hands on everything in order, on the caller's thread.
   *
   * @param several takes what was made of the next articles, as many as are ready soon
   * @param finished is told when a source has no more
   */
  void run(Consumer<List<T>> several, Consumer<ArticleSource> finished) {
    boolean more = true;
    while (more) {
      List<T> results = new ArrayList<>();
      List<ArticleSource> done = new ArrayList<>();
      for (Station<T> station : next()) {
        switch (station) {
          case Station.Made<T> made -> results.add(Awaited.of(made.result()));
          case Station.Finished<T> end -> done.add(end.source());
          case Station.End<T> end -> more = false;
        }
      }
      several.accept(results);
      done.forEach(finished);
    }
  }

  /** The next one, which is waited for, and those behind it that are ready before it has waited too long. */
  private List<Station<T>> next() {
    try {
      Station<T> first = held.isEmpty() ? belt.take() : held.remove();
      if (first instanceof Station.Made<T> made) {
        Awaited.of(made.result());
        free.release(made.weight());
      }
      List<Station<T>> next = new ArrayList<>(List.of(first));
      long now = System.nanoTime();
      gather(next, now + waited(now - begun));
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("loading was broken off");
    }
  }

  private static long waited(long soFar) {
    return Math.clamp(soFar / PART_OF_THE_WORK, SHORTEST_WAIT.toNanos(), LONGEST_WAIT.toNanos());
  }

  private void gather(List<Station<T>> next, long until) throws InterruptedException {
    while (next.size() < MOST_AT_ONCE && next.stream().mapToInt(ReadingLine::letters).sum() < MOST_LETTERS_AT_ONCE
        && !(next.getLast() instanceof Station.End)) {
      Station<T> station = belt.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (station == null) {
        return;
      }
      if (!isReady(station, until)) {
        held.add(station);
        return;
      }
      if (station instanceof Station.Made<T> made) {
        free.release(made.weight());
      }
      next.add(station);
    }
  }

  private static int letters(Station<?> station) {
    return station instanceof Station.Made<?> made ? made.letters() : 0;
  }

  /** One that failed is waited for alone, so that what stands before it is stored. */
  private static boolean isReady(Station<?> station, long until) throws InterruptedException {
    if (!(station instanceof Station.Made<?> made)) {
      return true;
    }
    try {
      made.result().get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException | ExecutionException | CancellationException e) {
      return false;
    }
  }

  /** Lets go of what is still on the way. */
  @Override
  public void close() {
    opener.interrupt();
    workers.shutdownNow();
  }
}
