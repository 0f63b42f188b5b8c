package org.entente.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.store.StoredGraph.StoredText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphStoreTest {

  private static final String BASE = GraphStore.DEFAULT_BASE;
  private static final String FIRST = BASE + "graph/article/first";
  private static final String SECOND = BASE + "graph/article/second";
  private static final String TEXT_DIGEST = "ab".repeat(32);

  @TempDir
  Path folder;

  @Test
  void keepsGraphAndTextFromOneOpeningToTheNext() {
    try (GraphStore store = GraphStore.openOrCreate(folder, Optional.empty())) {
      store.replace(withText(FIRST, "Peru and Chile met."));
    }
    try (GraphStore store = GraphStore.open(folder)) {
      assertEquals(1, store.graph(FIRST).size());
      assertEquals(Optional.of("Peru and Chile met."), store.text(TEXT_DIGEST));
      assertEquals(List.of(FIRST), store.entries().stream().map(CatalogEntry::graph).toList());
    }
  }

  @Test
  void staysTheSameWhenItIsCompacted() {
    String version;
    try (GraphStore store = GraphStore.openOrCreate(folder, Optional.empty())) {
      store.replace(withText(FIRST, "Peru and Chile met."));
      store.replace(graph(SECOND, "a", "b"));
      store.remove(SECOND);
      version = store.version();
      assertFalse(store.compact(), "a small store is not worth it");
      store.compactNow();
      assertEquals(version, store.version());
    }
    try (GraphStore store = GraphStore.open(folder)) {
      assertEquals(version, store.version());
      assertEquals(1, store.graph(FIRST).size());
      assertEquals(Optional.of("Peru and Chile met."), store.text(TEXT_DIGEST));
      store.replace(graph(SECOND, "c"));
      assertEquals(1, store.graph(SECOND).size());
    }
  }

  @Test
  void replacesAGraphWhole() {
    try (GraphStore store = GraphStore.inMemory(BASE)) {
      store.replace(graph(FIRST, "a", "b", "c"));
      assertTrue(store.replace(graph(FIRST, "c", "d")));
      assertEquals(2, store.graph(FIRST).size());
    }
  }

  @Test
  void saysThatTheSameContentChangesNothing() {
    try (GraphStore store = GraphStore.inMemory(BASE)) {
      store.replace(graph(FIRST, "a", "b"));
      String version = store.version();
      assertFalse(store.replace(graph(FIRST, "b", "a")));
      assertEquals(version, store.version());
    }
  }

  @Test
  void givesTheSameVersionForTheSameDataInAnyOrder() {
    try (GraphStore one = GraphStore.inMemory(BASE);
        GraphStore other = GraphStore.inMemory(BASE)) {
      one.replace(graph(FIRST, "a"));
      one.replace(graph(SECOND, "b"));
      other.replace(graph(SECOND, "old"));
      other.replace(graph(SECOND, "b"));
      assertNotEquals(one.version(), other.version());
      other.replace(graph(FIRST, "a"));
      assertEquals(one.version(), other.version());
    }
  }

  @Test
  void returnsToTheVersionBeforeWhenAGraphIsRemoved() {
    try (GraphStore store = GraphStore.inMemory(BASE)) {
      String empty = store.version();
      store.replace(withText(FIRST, "Peru and Chile met."));
      assertTrue(store.remove(FIRST));
      assertEquals(empty, store.version());
      assertEquals(Optional.empty(), store.text(TEXT_DIGEST));
      assertFalse(store.remove(FIRST));
    }
  }

  @Test
  void keepsATextAsLongAsOneGraphRestsOnIt() {
    try (GraphStore store = GraphStore.openOrCreate(folder, Optional.empty())) {
      store.replace(withText(FIRST, "Peru and Chile met."));
      store.replace(withText(SECOND, "Peru and Chile met."));
      store.remove(FIRST);
      assertTrue(store.text(TEXT_DIGEST).isPresent());
      store.remove(SECOND);
      assertTrue(store.text(TEXT_DIGEST).isEmpty());
    }
  }

  @Test
  void answersSparqlOverTheUnionOfAllGraphs() {
    try (GraphStore store = GraphStore.inMemory(BASE)) {
      store.replace(graph(FIRST, "a"));
      store.replace(graph(SECOND, "b"));
      boolean both =
          store.read(
              data -> QueryExec.dataset(data).query("ASK { ?s <urn:p> 'a' . ?s <urn:p> 'b' }").build().ask());
      assertTrue(both);
    }
  }

  @Test
  void leavesEverythingAsItWasWhenAChangeFailsHalfWay() {
    try (GraphStore store = GraphStore.openOrCreate(folder, Optional.empty())) {
      store.replace(graph(FIRST, "a"));
      String version = store.version();
      Graph failing = new FailingGraph(triple("x"));
      StoredGraph broken =
          new StoredGraph(FIRST, failing, "f", Optional.of(new StoredText(TEXT_DIGEST, "Never to be seen.")));
      assertThrows(StoreException.class, () -> store.replace(broken));
      assertEquals(version, store.version());
      assertTrue(store.graph(FIRST).contains(triple("a")));
    }
    try (GraphStore store = GraphStore.open(folder)) {
      assertEquals(Optional.empty(), store.text(TEXT_DIGEST), "the text of the failed change is tidied away");
    }
  }

  @Test
  void refusesAFolderThatIsOpenAlready() {
    try (GraphStore store = GraphStore.openOrCreate(folder, Optional.empty())) {
      StoreException problem = assertThrows(StoreException.class, () -> GraphStore.open(folder));
      assertTrue(problem.getMessage().contains("in use by process " + ProcessHandle.current().pid()));
      assertEquals(BASE, store.base());
    }
    GraphStore.open(folder).close();
  }

  @Test
  void saysWhichOtherProcessHasAStoreOpenAndOpensItWhenThatHasEnded() throws IOException, InterruptedException {
    Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx300m",
        "-cp", System.getProperty("java.class.path"), EndlessWriter.class.getName(), folder.toString(), "15")
        .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader said = other.inputReader()) {
      assertEquals("open", said.readLine());
      StoreException problem = assertThrows(StoreException.class, () -> GraphStore.open(folder));
      assertTrue(problem.getMessage().contains("in use by process " + other.pid()), problem.getMessage());
      assertTrue(problem.advice().isPresent());
    } finally {
      other.destroyForcibly().waitFor();
    }
    try (GraphStore store = GraphStore.open(folder)) {
      assertTrue(store.wasInterrupted());
    }
  }

  @Test
  void refusesAnotherBaseWithAdvice() {
    GraphStore.openOrCreate(folder, Optional.of("https://data.example.org/")).close();
    StoreException problem =
        assertThrows(StoreException.class, () -> GraphStore.openOrCreate(folder, Optional.of(BASE)));
    assertTrue(problem.getMessage().contains("https://data.example.org/"));
    assertTrue(problem.advice().isPresent());
    try (GraphStore store = GraphStore.openOrCreate(folder, Optional.empty())) {
      assertEquals("https://data.example.org/", store.base());
    }
  }

  @Test
  void refusesWhatCannotBeABase() {
    for (String wrong : List.of("data.example.org", "https://data.example.org", "ftp://x.org/", "http://a b/", "")) {
      assertThrows(StoreException.class, () -> GraphStore.inMemory(wrong), wrong);
    }
  }

  @Test
  void refusesAFolderOfOtherThingsAndLeavesItAlone() throws IOException {
    Files.writeString(folder.resolve("thesis.txt"), "Chapter one");
    assertThrows(StoreException.class, () -> GraphStore.openOrCreate(folder, Optional.empty()));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void saysThatThereIsNoStore() {
    assertThrows(StoreException.class, () -> GraphStore.open(folder.resolve("nowhere")));
    assertFalse(Files.exists(folder.resolve("nowhere")));
  }

  @Test
  void saysThatAFileIsNoFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    StoreException problem =
        assertThrows(StoreException.class, () -> GraphStore.openOrCreate(file, Optional.empty()));
    assertTrue(problem.getMessage().contains("is a file"));
  }

  private static StoredGraph graph(String name, String... values) {
    Graph graph = GraphFactory.createGraphMem();
    Stream.of(values).map(GraphStoreTest::triple).forEach(graph::add);
    return StoredGraph.withoutText(name, graph, String.join(",", values));
  }

  private static StoredGraph withText(String name, String words) {
    return new StoredGraph(
        name, graph(name, words).content(), "f", Optional.of(new StoredText(TEXT_DIGEST, words)));
  }

  private static Triple triple(String value) {
    Node subject = NodeFactory.createURI("urn:s");
    return Triple.create(subject, NodeFactory.createURI("urn:p"), NodeFactory.createLiteralString(value));
  }
}
