package org.entente.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.progress.MonitorOutput;
import org.apache.jena.system.progress.MonitorOutputs;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.entente.load.GraphLines;
import org.entente.store.GraphStore;
import org.entente.store.GraphStore.Change;
import org.entente.store.StoredGraph;

/**
 * What it takes to store the same N-Quads in changes of a few articles, in large ones, and with the bulk loaders of TDB2, which
 * know neither digests nor a catalogue. Each has a new folder, and all of them turns.
 */
public final class StoringBenchmark {

  private static final int ROUNDS = 2;
  private static final int FEW = 10_000;
  private static final int MANY = 250_000;
  private static final MonitorOutput SILENT = MonitorOutputs.nullOutput();

  private final Path folder;
  private final Path quads;

  private StoringBenchmark(Path folder) {
    this.folder = folder;
    this.quads = folder.resolve("storing.nq");
  }

  private interface Way {
    void store(Path place) throws IOException;
  }

  /**
   * Runs it.
   *
   * @param arguments a folder to work in, and how many statements
   */
  public static void main(String[] arguments) throws IOException {
    new StoringBenchmark(Files.createDirectories(Path.of(arguments[0]))).run(Long.parseLong(arguments[1]));
  }

  private void run(long statements) throws IOException {
    long made = make(statements);
    Map<String, Way> ways = new LinkedHashMap<>();
    ways.put("changes of %,d".formatted(FEW), place -> inChanges(place, FEW));
    ways.put("changes of %,d".formatted(MANY), place -> inChanges(place, MANY));
    ways.put("TDB2 sequential", place -> inBulk(place, LoaderFactory::sequentialLoader));
    ways.put("TDB2 phased", place -> inBulk(place, LoaderFactory::phasedLoader));
    ways.put("TDB2 parallel", place -> inBulk(place, LoaderFactory::parallelLoader));
    System.out.printf("%,d statements%n%20s %10s %14s%n", made, "", "seconds", "statements/s");
    for (int round = 0; round < ROUNDS; round++) {
      for (Map.Entry<String, Way> way : ways.entrySet()) {
        Path place = Files.createTempDirectory(folder, "storing");
        long begun = System.nanoTime();
        way.getValue().store(place);
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf("%20s %10.1f %,14.0f%n", way.getKey(), seconds, made / seconds);
        delete(place);
      }
    }
  }

  private long make(long statements) throws IOException {
    long made = 0;
    try (GraphStore store = GraphStore.inMemory(GraphStore.DEFAULT_BASE);
        BufferedWriter out = Files.newBufferedWriter(quads)) {
      GeneratedStore making = GeneratedStore.in(store, 1);
      while (made < statements) {
        StoredGraph graph = making.next().stored();
        for (String line : GraphLines.of(graph.content(), graph.name())) {
          out.write(line + "\n");
          made++;
        }
      }
    }
    return made;
  }

  private void inChanges(Path place, int statements) throws IOException {
    try (GraphStore store = GraphStore.openOrCreate(place, Optional.of(GraphStore.DEFAULT_BASE));
        Stream<String> lines = Files.lines(quads)) {
      List<Change> changes = new ArrayList<>();
      List<String> article = new ArrayList<>();
      int waiting = 0;
      for (String line : (Iterable<String>) lines::iterator) {
        if (!article.isEmpty() && !GraphLines.graph(line).equals(GraphLines.graph(article.getFirst()))) {
          changes.add(change(article));
          article.clear();
          if (waiting >= statements) {
            store.replaceAll(changes);
            changes.clear();
            waiting = 0;
          }
        }
        article.add(line);
        waiting++;
      }
      changes.add(change(article));
      store.replaceAll(changes);
    }
  }

  private static Change change(List<String> article) {
    String name = GraphLines.graph(article.getFirst());
    return new Change(StoredGraph.withoutText(name, GraphLines.read(article, name), "bench"), Map.of());
  }

  private void inBulk(Path place, BiFunction<DatasetGraph, MonitorOutput, DataLoader> maker) {
    DatasetGraph database = DatabaseMgr.connectDatasetGraph(Location.create(place));
    DataLoader loader = maker.apply(database, SILENT);
    loader.startBulk();
    RDFParser.source(quads).lang(Lang.NQUADS).resolveURIs(false).checking(false).parse(loader.streamRDF());
    loader.finishBulk();
    TDBInternal.expel(database);
  }

  private static void delete(Path place) throws IOException {
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
