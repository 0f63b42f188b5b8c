package org.entente.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.store.StoredGraph.StoredText;

/**
 * Texts as files, {@code texts/<sha256>.txt}. The file {@code texts/pending} lists those of the change under way: it
 * is written before the first of them and deleted after the last.
 */
final class FolderShelf implements TextShelf {

  private static final String PENDING = "pending";
  private static final String ENDING = ".txt";
  private static final int MANY = 32;
  private static final int WRITERS = 16;

  private final Path folder;

  FolderShelf(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  @Override
  public void announce(Collection<String> digests) {
    trying("noted in", () -> {
      Set<String> all = new TreeSet<>(pending());
      all.addAll(digests);
      writeWhole(folder.resolve(PENDING), String.join("\n", all));
    });
  }

  private List<String> pending() throws IOException {
    Path pending = folder.resolve(PENDING);
    return Files.exists(pending) ? Files.readAllLines(pending) : List.of();
  }

  @Override
  public void put(Collection<StoredText> texts) {
    List<StoredText> fresh = texts.stream().filter(text -> !Files.exists(file(text.digest()))).toList();
    if (!fresh.isEmpty()) {
      trying("written to", () -> {
        if (fresh.size() < MANY) {
          write(fresh);
        } else {
          writeSideBySide(fresh);
        }
        keepNames(folder);
      });
    }
  }

  private void write(Collection<StoredText> texts) throws IOException {
    for (StoredText text : texts) {
      writeContent(file(text.digest()), text.words());
    }
  }

  /** Each file is waited for until it is on the disk; several that wait at the same time get there together. */
  private void writeSideBySide(List<StoredText> texts) throws IOException {
    try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
      List<Future<?>> parts = new ArrayList<>();
      for (int from = 0; from < texts.size(); from += MANY) {
        List<StoredText> part = texts.subList(from, Math.min(texts.size(), from + MANY));
        parts.add(writers.submit(() -> {
          write(part);
          return part;
        }));
      }
      for (Future<?> part : parts) {
        part.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException problem ? problem : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the writing of texts was broken off");
    }
  }

  @Override
  public Optional<String> find(String digest) {
    try {
      return Optional.of(Files.readString(file(digest)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw problem("read from", e);
    }
  }

  @Override
  public void settle(Predicate<String> referred) {
    trying("tidied in", () -> tidy(referred));
  }

  private void tidy(Predicate<String> referred) throws IOException {
    for (String digest : pending().stream().filter(referred.negate()).toList()) {
      Files.deleteIfExists(file(digest));
    }
    Files.deleteIfExists(folder.resolve(PENDING));
  }

  private Path file(String digest) {
    return folder.resolve(digest + ENDING);
  }

  /** The whole file or none of it, and on the disk before the graphs that point into it. */
  static void writeWhole(Path file, String content) throws IOException {
    writeContent(file, content);
    keepNames(Objects.requireNonNull(file.toAbsolutePath().getParent()));
  }

  /** As above, but that its name may be lost with the power until the folder's names are kept. */
  private static void writeContent(Path file, String content) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (FileChannel channel =
        FileChannel.open(
            part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } catch (IOException e) {
      Files.deleteIfExists(part);
      throw e;
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Names are on the disk when their folder is; where a folder cannot be opened, the system sees to it by itself. */
  private static void keepNames(Path folder) throws IOException {
    if (!System.getProperty("os.name", "").startsWith("Windows")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  @Override
  public Set<String> digests() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw problem("listed in", e);
    }
  }

  private void trying(String what, FileAction action) {
    try {
      action.run();
    } catch (IOException e) {
      throw problem(what, e);
    }
  }

  private StoreException problem(String what, IOException cause) {
    return new StoreException(
        "a text could not be " + what + " " + folder + " (" + Reasons.of(cause) + ")",
        "Check the free space on the disk and that the folder may be written; the graphs are as they were.",
        cause);
  }

  private interface FileAction {
    void run() throws IOException;
  }
}
