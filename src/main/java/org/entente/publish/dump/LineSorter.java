package org.entente.publish.dump;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Sorts any number of lines in bounded memory: full chunks go sorted into temporary files, which are merged at the
 * end. Lines are sorted by the bytes of their UTF-8, as {@code LC_ALL=C sort} does. Inside, a byte is a Latin-1
 * character: half the memory of UTF-16, and strings then compare like bytes.
 */
final class LineSorter {

  private static final int MERGED_AT_ONCE = 64;

  private final Path folder;
  private final String name;
  private final long chunkBytes;
  private final List<String> chunk = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();
  private long chunkLength;
  private int made;

  /**
   * @param folder where temporary files may be written; the caller deletes it
   * @param chunkBytes how many bytes of lines to keep in memory
   */
  LineSorter(Path folder, String name, long chunkBytes) {
    this.folder = folder;
    this.name = name;
    this.chunkBytes = chunkBytes;
  }

  void add(String line) throws IOException {
    String bytes = new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    chunk.add(bytes);
    chunkLength += bytes.length();
    if (chunkLength >= chunkBytes) {
      spill();
    }
  }

  /** Hands over every line in order, and forgets it. */
  void drain(Consumer<String> target) throws IOException {
    Consumer<String> decoding =
        bytes -> target.accept(new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    if (files.isEmpty()) {
      chunk.sort(Comparator.naturalOrder());
      chunk.forEach(decoding);
      return;
    }
    spill();
    while (files.size() > MERGED_AT_ONCE) {
      mergeSome();
    }
    merge(files, decoding);
  }

  private void spill() throws IOException {
    chunk.sort(Comparator.naturalOrder());
    try (LineFile file = new LineFile(nextFile())) {
      chunk.forEach(file);
    }
    chunk.clear();
    chunkLength = 0;
  }

  private void mergeSome() throws IOException {
    List<Path> some = List.copyOf(files.subList(0, MERGED_AT_ONCE));
    files.removeAll(some);
    try (LineFile file = new LineFile(nextFile())) {
      merge(some, file);
    }
    for (Path path : some) {
      Files.delete(path);
    }
  }

  private Path nextFile() {
    Path file = folder.resolve(name + "-" + made++);
    files.add(file);
    return file;
  }

  private static void merge(List<Path> sorted, Consumer<String> target) throws IOException {
    List<Cursor> opened = new ArrayList<>();
    try {
      PriorityQueue<Cursor> queue = new PriorityQueue<>(Comparator.comparing(Cursor::line));
      for (Path file : sorted) {
        Cursor cursor = new Cursor(Files.newBufferedReader(file, StandardCharsets.ISO_8859_1));
        opened.add(cursor);
        if (cursor.advance()) {
          queue.add(cursor);
        }
      }
      while (!queue.isEmpty()) {
        Cursor least = queue.remove();
        target.accept(least.line());
        if (least.advance()) {
          queue.add(least);
        }
      }
    } finally {
      for (Cursor cursor : opened) {
        cursor.close();
      }
    }
  }

  /** Where the reading of one sorted file has got to. */
  private static final class Cursor implements Closeable {
    private final BufferedReader reader;
    private String line = "";

    Cursor(BufferedReader reader) {
      this.reader = reader;
    }

    String line() {
      return line;
    }

    boolean advance() throws IOException {
      String next = reader.readLine();
      line = next == null ? "" : next;
      return next != null;
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }

  /** A file of lines being written. */
  private static final class LineFile implements Consumer<String>, Closeable {
    private final BufferedWriter writer;

    LineFile(Path file) throws IOException {
      writer = Files.newBufferedWriter(file, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void accept(String line) {
      try {
        writer.write(line);
        writer.write('\n');
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      writer.close();
    }
  }
}
