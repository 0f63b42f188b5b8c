package org.entente.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asks the same again gets what is there now, and who still reads an older state what was there then. */
class KeptLookupsTest {

  private static final String BASE = GraphStore.DEFAULT_BASE;
  private static final String GRAPH = BASE + "graph/article/one";
  private static final Node CITY = NodeFactory.createURI(BASE + "id/place/city");
  private static final Node TWIN = NodeFactory.createURI(BASE + "twin");
  private static final String TWINS_OF_TWINS =
      "SELECT ?last { <" + CITY + "> <" + TWIN + "> ?next . ?next <" + TWIN + "> ?last } ORDER BY ?last";

  @TempDir
  Path folder;
  private final GraphStore store = GraphStore.inMemory(BASE);

  @AfterEach
  void close() {
    store.close();
  }

  private static Node twin(int number) {
    return NodeFactory.createURI(BASE + "id/place/twin" + number);
  }

  /** A city with a twin, which has more of them. */
  private static StoredGraph twins(int... last) {
    Graph graph = GraphFactory.createGraphMem();
    graph.add(Triple.create(CITY, TWIN, twin(0)));
    IntStream.of(last).forEach(number -> graph.add(Triple.create(twin(0), TWIN, twin(number))));
    return StoredGraph.withoutText(GRAPH, graph, "test");
  }

  private static List<String> found(DatasetGraph data) {
    try (QueryExec execution = QueryExec.dataset(data).query(TWINS_OF_TWINS).build()) {
      return execution.select().stream().map(row -> row.get("last").getURI().replaceAll(".*twin", "")).toList();
    }
  }

  @Test
  void findsWhatIsThereNowHoweverOftenItWasSoughtBefore() {
    store.replace(twins(1));
    assertEquals(List.of("1"), store.read(KeptLookupsTest::found));
    assertEquals(List.of("1"), store.read(KeptLookupsTest::found));
    store.replace(twins(2, 3));
    assertEquals(List.of("2", "3"), store.read(KeptLookupsTest::found));
    assertEquals(List.of("2", "3"), store.read(KeptLookupsTest::found));
    store.remove(GRAPH);
    assertEquals(List.of(), store.read(KeptLookupsTest::found));
    assertEquals(List.of(), store.read(KeptLookupsTest::found));
  }

  @Test
  void findsTheSameInTheFilesOfACompaction() {
    try (GraphStore onDisk = GraphStore.openOrCreate(folder, Optional.empty())) {
      onDisk.replace(twins(2, 3));
      assertEquals(List.of("2", "3"), onDisk.read(KeptLookupsTest::found));
      assertTrue(onDisk.compactNow());
      assertEquals(List.of("2", "3"), onDisk.read(KeptLookupsTest::found));
      onDisk.replace(twins(4));
      assertEquals(List.of("4"), onDisk.read(KeptLookupsTest::found));
    }
  }

  @Test
  void tellsOneValueFromAnotherWhetherThereAreFewOrMany() {
    for (int last : new int[] {2, 50}) {
      store.replace(twins(IntStream.rangeClosed(1, last).toArray()));
      for (int again = 0; again < 2; again++) {
        assertEquals(List.of(true, false),
            store.read(data -> List.of(isTwin(data, last), isTwin(data, last + 1))));
      }
    }
  }

  private static boolean isTwin(DatasetGraph data, int number) {
    String query = "ASK { <" + twin(0) + "> <" + TWIN + "> <" + twin(number) + "> }";
    try (QueryExec execution = QueryExec.dataset(data).query(query).build()) {
      return execution.ask();
    }
  }

  @Test
  void findsMoreThanIsEverKept() {
    store.replace(twins(IntStream.range(10, 60).toArray()));
    List<String> all = IntStream.range(10, 60).mapToObj(String::valueOf).toList();
    assertEquals(all, store.read(KeptLookupsTest::found));
    assertEquals(all, store.read(KeptLookupsTest::found));
  }

  @Test
  void letsAReaderGoOnWithHisStateBesideThoseOfANewerOne() {
    store.replace(twins(1));
    DatasetGraph data = store.dataset();
    data.begin(ReadWrite.READ);
    assertEquals(List.of("1"), found(data));
    CompletableFuture.runAsync(() -> store.replace(twins(2))).join();
    for (int again = 0; again < 2; again++) {
      assertEquals(List.of("2"), CompletableFuture.supplyAsync(() -> store.read(KeptLookupsTest::found)).join());
      assertEquals(List.of("1"), found(data));
    }
    data.end();
    assertEquals(List.of("2"), store.read(KeptLookupsTest::found));
  }

  @Test
  void keepsNothingOfAChangeThatIsTakenBack() {
    store.replace(twins(1));
    DatasetGraph data = store.dataset();
    data.begin(ReadWrite.WRITE);
    data.getGraph(NodeFactory.createURI(GRAPH)).add(Triple.create(twin(0), TWIN, twin(2)));
    assertEquals(List.of("1", "2"), found(data));
    data.abort();
    data.end();
    assertEquals(List.of("1"), store.read(KeptLookupsTest::found));
  }
}
