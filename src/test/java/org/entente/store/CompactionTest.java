package org.entente.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A store is compacted while others read it and want to change it. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class CompactionTest {

  private static final String ALL = "SELECT * { ?s ?p ?o }";

  @TempDir
  Path folder;

  private final ExecutorService elsewhere = Executors.newSingleThreadExecutor();
  private GraphStore store;

  @BeforeEach
  void fill() {
    store = GraphStore.openOrCreate(folder, Optional.empty());
    store.replace(EndlessWriter.graph(1, 11));
    store.replace(EndlessWriter.graph(2, 12));
  }

  @AfterEach
  void close() {
    elsewhere.shutdown();
    store.close();
  }

  private static long rows(DatasetGraph data) {
    try (QueryExec execution = QueryExec.dataset(data).query(ALL).build()) {
      return execution.select().stream().count();
    }
  }

  private List<Path> generations() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("tdb"))) {
      return files.map(Path::getFileName).filter(name -> name.toString().startsWith("Data-")).sorted().toList();
    }
  }

  private void compactedElsewhere() {
    Future<Boolean> compaction = elsewhere.submit(store::compactNow);
    // Whoever reads anew gets the new files while the old ones still wait for their last reader.
    while (CompletableFuture.supplyAsync(() -> store.read(data -> store.storage().getLocation().toString()))
        .join().contains("Data-0001")) {
      Thread.onSpinWait();
    }
    assertFalse(compaction.isDone(), "somebody reads the old files");
  }

  @Test
  void letsAReaderEndWithTheStateThatHeBeganWithWhileOthersReadAndChangeTheNewOne() throws Exception {
    DatasetGraph data = store.dataset();
    data.begin(ReadWrite.READ);
    long rows = rows(data);
    compactedElsewhere();
    // Changes do not wait for him either.
    CompletableFuture.runAsync(() -> store.replace(EndlessWriter.graph(3, 13))).join();
    long more = CompletableFuture.supplyAsync(() -> store.read(CompactionTest::rows)).join();
    assertTrue(more > rows, more + " and " + rows);
    assertEquals(rows, rows(data));
    assertEquals(61, data.getGraph(NodeFactory.createURI(EndlessWriter.name(1))).size());
    assertFalse(data.find(NodeFactory.createURI(EndlessWriter.name(3)), Node.ANY, Node.ANY, Node.ANY).hasNext());
    data.end();
    elsewhere.shutdown();
    assertTrue(elsewhere.awaitTermination(2, TimeUnit.MINUTES), "the old files go when their last reader is through");
    assertEquals(List.of(Path.of("Data-0002")), generations());
    assertEquals(more, (long) store.read(CompactionTest::rows));
    assertEquals(List.of(), StoreCheck.findings(store));
  }

  @Test
  void keepsEverythingAndTakesFewerBytes() throws IOException {
    for (int content = 20; content < 30; content++) {
      store.replace(EndlessWriter.graph(2, content));
    }
    String version = store.version();
    long bytes = store.bytes();
    assertTrue(store.compactNow());
    assertTrue(store.bytes() < bytes, store.bytes() + " after, " + bytes + " before");
    assertEquals(version, store.version());
    store.close();
    store = GraphStore.open(folder);
    assertEquals(version, store.version());
    assertEquals(List.of(), StoreCheck.findings(store));
    assertEquals(List.of(Path.of("Data-0002")), generations());
  }

  @Test
  void deletesWhatACompactionLeftThatWasKilledAtItsEnd() throws IOException {
    String version = store.version();
    store.compactNow();
    store.close();
    Files.createDirectory(folder.resolve("tdb").resolve("Data-0001"));
    Files.writeString(folder.resolve("tdb").resolve("Data-0001").resolve("GSPO.dat"), "old");
    store = GraphStore.open(folder);
    assertEquals(List.of(Path.of("Data-0002")), generations());
    assertEquals(version, store.version());
  }

  @Test
  void isDoneByOneAtATime() throws Exception {
    store.dataset().begin(ReadWrite.READ);
    compactedElsewhere();
    assertFalse(CompletableFuture.supplyAsync(store::compactNow).join());
    store.dataset().end();
  }

  @Test
  void isNoAffairOfAStoreInMemory() {
    try (GraphStore memory = GraphStore.inMemory(GraphStore.DEFAULT_BASE)) {
      assertFalse(memory.compactNow());
    }
  }
}
