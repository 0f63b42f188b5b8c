package org.entente.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder that a store lives in: {@code base.txt} (the base IRI, fixed for good), {@code format.txt} (how the rest is
 * laid out), {@code tdb/} (a TDB2 database like any other), {@code texts/} and {@code lock}, which is held as long as the
 * store is open, and has the number of the process that did not close it.
 */
final class StoreFolder implements AutoCloseable {

  private static final String BASE = "base.txt";
  private static final String FORMAT = "format.txt";
  private static final String LOCK = "lock";
  /** What a crash may leave of a store that was being made. */
  private static final Set<String> BEGINNINGS = Set.of(LOCK, FORMAT, FORMAT + ".part", BASE + ".part");
  private static final String DATABASE = "tdb";

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

  /** What the files of the database take. */
  long databaseBytes() {
    try (Stream<Path> files = Files.walk(database())) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException | UncheckedIOException e) {
      throw new StoreException("the store at " + folder + " cannot be looked at (" + Reasons.of(e) + ")",
          "Check that its folder may be read.", e);
    }
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
