package org.entente.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.graph.Node;
import org.apache.jena.util.iterator.ExtendedIterator;

/**
 * A program that changes a store while its disk fills up at one moment after another: before the change, while the
 * graph is looked through, at its first triples, in the middle, at the last. Says for each whether the change was
 * refused or done, and what was wrong afterwards.
 */
final class FullDiskWriter {

  private static final int KILOBYTE = 1 << 10;
  /** The contents with the most triples are so far apart, and have 449. */
  private static final int CONTENTS = 400;
  private static final List<Integer> MOMENTS = List.of(0, 1, 450, 460, 700, 898);
  private static final List<Integer> KILOBYTES_LEFT = List.of(0, 16, 256, 2048);

  private FullDiskWriter() {}

  public static void main(String[] arguments) throws IOException {
    Path disk = Path.of(arguments[0]);
    Path folder = disk.resolve("store");
    int content = CONTENTS - 1;
    try (GraphStore store = GraphStore.openOrCreate(folder, Optional.empty())) {
      store.replace(EndlessWriter.graph(0, content));
    }
    for (int moment : MOMENTS) {
      for (int left : KILOBYTES_LEFT) {
        int next = content + CONTENTS;
        boolean done = tried(folder, next, moment, () -> fill(disk, left));
        Files.deleteIfExists(ballast(disk));
        content = done ? next : content;
        System.out.println((done ? "done " : "refused ") + moment + " " + left + wrong(folder, content));
      }
    }
    System.out.println("end");
  }

  private static boolean tried(Path folder, int content, int moment, Runnable fault) {
    GraphStore store = GraphStore.open(folder);
    try {
      StoredGraph good = EndlessWriter.graph(0, content);
      Graph failing = moment == 0 ? good.content() : new AtATriple(good.content(), moment, fault);
      if (moment == 0) {
        fault.run();
      }
      store.replace(new StoredGraph(good.name(), failing, good.fingerprint(), good.text()));
      return true;
    } catch (StoreException e) {
      if (e.advice().isEmpty()) {
        throw new AssertionError("a refusal without advice", e);
      }
      return false;
    } finally {
      store.close();
    }
  }

  /** What is not as it was before the change, or as the change has made it. */
  private static String wrong(Path folder, int content) {
    try (GraphStore store = GraphStore.open(folder)) {
      boolean same = store.graph(EndlessWriter.name(0)).isIsomorphicWith(EndlessWriter.graph(0, content).content());
      return (same ? "" : " graph") + String.join(" ", StoreCheck.findings(store));
    }
  }

  private static Path ballast(Path disk) {
    return disk.resolve("ballast");
  }

  /** Leaves so much of the disk. */
  private static void fill(Path disk, int kilobytesLeft) {
    try (OutputStream out = Files.newOutputStream(ballast(disk))) {
      long bytes = disk.toFile().getUsableSpace() - (long) kilobytesLeft * KILOBYTE;
      byte[] block = new byte[4 * KILOBYTE];
      for (long written = 0; written + block.length <= bytes; written += block.length) {
        out.write(block);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A graph that does something when a triple is taken from it, counted over all times that it is looked through. */
  private static final class AtATriple extends WrappedGraph {

    private final int moment;
    private final Runnable action;
    private final AtomicInteger taken = new AtomicInteger();

    AtATriple(Graph base, int moment, Runnable action) {
      super(base);
      this.moment = moment;
      this.action = action;
    }

    private Triple counted(Triple triple) {
      if (taken.incrementAndGet() == moment) {
        action.run();
      }
      return triple;
    }

    @Override
    public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
      return super.find(subject, predicate, object).mapWith(this::counted);
    }

    @Override
    public ExtendedIterator<Triple> find(Triple pattern) {
      return super.find(pattern).mapWith(this::counted);
    }

    @Override
    public ExtendedIterator<Triple> find() {
      return super.find().mapWith(this::counted);
    }

    @Override
    public Stream<Triple> stream(Node subject, Node predicate, Node object) {
      return super.stream(subject, predicate, object).map(this::counted);
    }
  }
}
