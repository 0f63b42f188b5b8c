package org.entente.publish.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.entente.problem.EntenteException;
import org.entente.publish.data.PublishedDataset;
import org.entente.publish.dump.Dump;
import org.entente.publish.http.Digests;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The dump of the present version of the data. It is made in the background, once for each version, each in a folder
 * of its own; the one before is served until the new one is whole, and then removed. Without a folder given, dumps lie
 * in a temporary one that goes with the server.
 */
final class DumpShelf implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DumpShelf.class);

  private final PublishedDataset data;
  private final Path folder;
  private final boolean temporary;
  private final AtomicReference<@Nullable Shelved> latest = new AtomicReference<>();
  private final AtomicBoolean busy = new AtomicBoolean();
  private final AtomicBoolean offered = new AtomicBoolean(true);
  /** A server that has just started answers first. */
  private static final long SECONDS_UNTIL_FIRST = 5;

  private final ScheduledThreadPoolExecutor worker =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("dump").factory());

  /** A dump and where its files are. */
  record Shelved(Dump dump, Path folder) {}

  private DumpShelf(PublishedDataset data, Path folder, boolean temporary) {
    this.data = data;
    this.folder = folder;
    this.temporary = temporary;
    worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  static DumpShelf over(PublishedDataset data, Optional<Path> folder) {
    try {
      Path place = folder.isPresent() ? Files.createDirectories(folder.get())
          : Files.createTempDirectory("entente-dumps-");
      return new DumpShelf(data, place, folder.isEmpty());
    } catch (IOException e) {
      throw new ServerException("no dumps can be kept in " + folder.map(Path::toString).orElse("a temporary folder"),
          "Give a folder that may be written to, and check the free space.", e);
    }
  }

  /** Whether data of this sort is dumped at all. */
  boolean offered() {
    return offered.get();
  }

  /** The latest dump that is whole, if there is one; when it is out of date, a new one is begun. */
  Optional<Shelved> latest() {
    Optional<Shelved> held = Optional.ofNullable(latest.get());
    String version = data.version();
    boolean current = held.map(shelved -> shelved.dump().version().equals(version)).orElse(false);
    if (!current && offered() && !worker.isShutdown() && busy.compareAndSet(false, true)) {
      worker.execute(this::renew);
    }
    return held;
  }

  /** Sees to it that there will be a dump before somebody asks for one. */
  void prepare() {
    worker.schedule(this::latest, SECONDS_UNTIL_FIRST, TimeUnit.SECONDS);
  }

  /** Begins the dump of the present version, if there is none, and waits until it is whole. */
  void await() {
    latest();
    try {
      worker.submit(() -> LOG.debug("The dump was waited for")).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("nothing was done that could fail", e);
    }
  }

  private void renew() {
    try {
      Path place = folder.resolve("version-" + Digests.shortSha256(data.version().getBytes(StandardCharsets.UTF_8)));
      Optional<Dump> written = data.dump(place);
      if (written.isEmpty()) {
        offered.set(false);
        return;
      }
      latest.set(new Shelved(written.get(), place));
      LOG.info("Dumped version {}: {} statements", written.get().version(), written.get().triples());
      removeOthers(place);
    } catch (EntenteException e) {
      LOG.warn("No dump: {}", e.getMessage());
    } catch (IOException e) {
      LOG.warn("An old dump could not be removed: {}", e.toString());
    } finally {
      busy.set(false);
    }
  }

  private void removeOthers(Path kept) throws IOException {
    try (Stream<Path> folders = Files.list(folder)) {
      for (Path other : folders.filter(path -> isOurs(path) && !path.equals(kept)).toList()) {
        remove(other);
      }
    }
  }

  private static boolean isOurs(Path path) {
    return path.getFileName().toString().matches("version-[0-9a-f]{16}");
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    }
  }

  @Override
  public void close() {
    worker.shutdown();
    try {
      if (!worker.awaitTermination(30, TimeUnit.SECONDS)) {
        worker.shutdownNow();
      }
      if (temporary) {
        remove(folder);
      }
    } catch (InterruptedException e) {
      worker.shutdownNow();
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.warn("The temporary dumps in {} could not be removed: {}", folder, e.toString());
    }
  }
}
