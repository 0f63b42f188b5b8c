package org.entente.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.tdb2.sys.DatabaseOps;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder that a store lives in: {@code base.txt} (the base IRI, fixed for good), {@code format.txt} (how the rest is
 * laid out), {@code tdb/} (a TDB2 database like any other), {@code texts/} and {@code lock}, which is held as long as the
 * store is open, and has the number of the process that did not close it; {@code unlinked} is there while articles are
 * not linked with the others yet.
 */
final class StoreFolder implements AutoCloseable {

  private static final String BASE = "base.txt";
  private static final String FORMAT = "format.txt";
  private static final String LOCK = "lock";
  private static final String UNLINKED = "unlinked";
  /** What a crash may leave of a store that was being made. */
  private static final Set<String> BEGINNINGS = Set.of(LOCK, FORMAT, FORMAT + ".part", BASE + ".part");
  private static final String DATABASE = "tdb";
  /** What TDB2 calls the folders of a database, of which the highest number counts. */
  private static final String GENERATION_NAME = DatabaseOps.dbNameBase + DatabaseOps.SEP;
  private static final Pattern GENERATION = Pattern.compile(GENERATION_NAME + "\\d{1,9}");

  private static final Logger LOG = LoggerFactory.getLogger(StoreFolder.class);

  private final Path folder;
  private final FileChannel lock;
  private final boolean interrupted;

  private StoreFolder(Path folder, FileChannel lock, boolean interrupted) {
    this.folder = folder;
    this.lock = lock;
    this.interrupted = interrupted;
  }

  /** Opens a folder that is a store already. */
  static StoreFolder existing(Path folder) {
    if (!Files.exists(folder.resolve(BASE))) {
      throw new StoreException(
          "there is no store at " + folder, "Make one with: entente load --store " + folder + " FILE");
    }
    return locked(folder);
  }

  /** Opens the folder, making it a store with this base IRI when it is new or empty. */
  static StoreFolder existingOrNew(Path folder, String base) {
    if (!Files.exists(folder.resolve(BASE))) {
      create(folder, base);
    }
    return locked(folder);
  }

  private static void create(Path folder, String base) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new StoreException(folder + " is a file, not a folder", "Give --store the name of a new folder.");
    }
    try {
      Files.createDirectories(folder);
      if (!isEmpty(folder)) {
        throw new StoreException(
            folder + " is not a store, and it has other files in it",
            "Give --store the name of a new folder, or of one that Entente made.");
      }
      FolderShelf.writeWhole(folder.resolve(FORMAT), StoreFormat.CURRENT + "\n");
      FolderShelf.writeWhole(folder.resolve(BASE), base + "\n");
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.allMatch(file -> BEGINNINGS.contains(file.getFileName().toString()));
    }
  }

  private static StoreFolder locked(Path folder) {
    Path file = folder.resolve(LOCK);
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (tryLock(channel).isEmpty()) {
        String owner = Files.readString(file).strip();
        channel.close();
        throw inUse(folder, owner);
      }
      boolean interrupted = channel.size() > 0;
      channel.truncate(0);
      channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)));
      return new StoreFolder(folder, channel, interrupted);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /** Java answers with an exception where this very process has the lock. */
  private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    }
  }

  static StoreException inUse(Path folder, String owner) {
    return new StoreException(
        "the store at " + folder + " is in use" + (owner.isEmpty() ? "" : " by process " + owner),
        "Stop that process first, or ask its server: a running `entente serve` answers at /sparql.");
  }

  private static StoreException unwritable(Path folder, IOException cause) {
    return new StoreException(
        "the store at " + folder + " cannot be written (" + Reasons.of(cause) + ")",
        "Check the free space on the disk and that you may write to this folder.",
        cause);
  }

  Path path() {
    return folder;
  }

  String base() {
    try {
      return Files.readString(folder.resolve(BASE)).strip();
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /** Whether the last process that had it open ended without closing it. */
  boolean wasInterrupted() {
    return interrupted;
  }

  int format() {
    Path file = folder.resolve(FORMAT);
    try {
      return Files.exists(file) ? StoreFormat.read(Files.readString(file)) : StoreFormat.FIRST;
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  void setFormat(int format) {
    try {
      FolderShelf.writeWhole(folder.resolve(FORMAT), format + "\n");
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  boolean isUnlinked() {
    return Files.exists(folder.resolve(UNLINKED));
  }

  void setUnlinked(boolean unlinked) {
    try {
      if (unlinked) {
        FolderShelf.writeWhole(folder.resolve(UNLINKED), "Articles came or went, and the links are not made yet.\n");
      } else {
        Files.deleteIfExists(folder.resolve(UNLINKED));
      }
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  Path database() {
    return folder.resolve(DATABASE);
  }

  TextShelf texts() {
    try {
      return new FolderShelf(folder.resolve("texts"));
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /** What the files of the database take; those that go while we look do not count. */
  long databaseBytes() {
    LongAdder bytes = new LongAdder();
    try {
      Files.walkFileTree(database(), new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
          bytes.add(attributes.size());
          return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
          return skipped(problem);
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException problem) throws IOException {
          return problem == null ? FileVisitResult.CONTINUE : skipped(problem);
        }

        private FileVisitResult skipped(IOException problem) throws IOException {
          if (problem instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
          }
          throw problem;
        }
      });
    } catch (IOException e) {
      throw new StoreException("the store at " + folder + " cannot be looked at (" + Reasons.of(e) + ")",
          "Check that its folder may be read.", e);
    }
    return bytes.sum();
  }

  /** Deletes what a compaction left that was killed before it had deleted the files of which it made the new ones. */
  void discardOlderThan(Path used) {
    try (Stream<Path> generations = Files.list(database())) {
      generations.filter(path -> GENERATION.matcher(path.getFileName().toString()).matches())
          .filter(path -> number(path) < number(used)).forEach(old -> {
            LOG.info("Deleting {}, which was compacted into {}", old, used.getFileName());
            IO.deleteAll(old);
          });
    } catch (IOException | RuntimeIOException e) {
      LOG.warn("Old files of the store at {} cannot be deleted ({})", folder, Reasons.of(e));
    }
  }

  private static int number(Path generation) {
    return Integer.parseInt(generation.getFileName().toString().substring(GENERATION_NAME.length()));
  }

  /** TDB2 writes through mapped memory, where a full disk is a fault of the JVM: better to stop before. */
  void requireSpace(long bytes) {
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      if (free < bytes) {
        throw new StoreException(
            "the disk of the store at %s is nearly full: %d MB free, %d MB needed"
                .formatted(folder, free >> 20, bytes >> 20),
            "Free some space; the store is as it was.");
      }
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  @Override
  public void close() {
    try {
      lock.truncate(0);
      lock.close();
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }
}
