package org.entente.publish.dump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Sorts lines in a temporary folder of its own, which goes when it is closed. */
final class SortedLines implements AutoCloseable {

  private final Path folder;
  private final LineSorter sorter;

  SortedLines(String name, long chunkBytes) {
    try {
      folder = Files.createTempDirectory("entente-");
    } catch (IOException e) {
      throw problem(e);
    }
    sorter = new LineSorter(folder, name, chunkBytes);
  }

  void add(String line) {
    try {
      sorter.add(line);
    } catch (IOException e) {
      throw problem(e);
    }
  }

  void drain(Consumer<String> target) {
    try {
      sorter.drain(target);
    } catch (IOException e) {
      throw problem(e);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw problem(e);
    }
  }

  private static DumpException problem(IOException cause) {
    return new DumpException("statements could not be sorted in the temporary folder (" + cause.getMessage() + ")",
        "Check the free space there; -Djava.io.tmpdir=DIR in ENTENTE_JAVA_OPTS names another folder.", cause);
  }
}
