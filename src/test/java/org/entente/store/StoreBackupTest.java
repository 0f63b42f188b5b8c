package org.entente.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreBackupTest {

  private static final String BASE = "https://data.example.org/";
  private static final String ODD = BASE + "graph/odd";

  @TempDir
  Path folder;

  private GraphStore store = GraphStore.inMemory(BASE);

  @BeforeEach
  void fill() {
    store.close();
    store = GraphStore.openOrCreate(folder.resolve("store"), Optional.of(BASE));
    store.replace(EndlessWriter.graph(1, 11));
    store.replace(EndlessWriter.graph(2, 12));
    store.replace(StoredGraph.withoutText(ODD, odd(), "odd"));
    store.remove(EndlessWriter.name(2), "It was withdrawn.");
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** What does not come back as it was written: numbers with noughts, blank nodes, signs of every kind. */
  private static Graph odd() {
    Graph graph = GraphFactory.createGraphMem();
    for (String number : List.of("0.80", "007", "1.0", "-0.0")) {
      graph.add(Triple.create(NodeFactory.createBlankNode("b 1:é"), NodeFactory.createURI("urn:p"),
          NodeFactory.createLiteralDT(number, XSDDatatype.XSDdecimal)));
    }
    graph.add(Triple.create(NodeFactory.createURI("urn:s"), NodeFactory.createURI("urn:p"),
        NodeFactory.createLiteralLang("a\n\"\\\u0007 \uD83D\uDE00", "en-GB")));
    return graph;
  }

  @Test
  void restoresTheSameDataWithTextsAndWithWhatWasWithdrawn() {
    Path file = folder.resolve("backup.zip");
    StoreBackup.Contents written = StoreBackup.write(store, file);
    Path other = folder.resolve("other");
    assertEquals(written, StoreBackup.restore(file, other));
    try (GraphStore restored = GraphStore.open(other)) {
      assertEquals(store.version(), restored.version());
      assertEquals(store.base(), restored.base());
      assertEquals(store.entries(), restored.entries());
      assertEquals(store.graph(ODD).size(), restored.graph(ODD).size());
      assertTrue(store.graph(store.catalogGraph()).isIsomorphicWith(restored.graph(restored.catalogGraph())));
      assertEquals(List.of(), StoreCheck.findings(restored));
      restored.replace(EndlessWriter.graph(3, 13));
    }
  }

  @Test
  void restoresABackupThatWasPackedAgainWithItsFolder() throws IOException {
    Path file = folder.resolve("backup.zip");
    StoreBackup.Contents written = StoreBackup.write(store, file);
    Path packed = folder.resolve("packed.zip");
    try (ZipFile from = new ZipFile(file.toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(packed))) {
      to.putNextEntry(new ZipEntry("texts/"));
      for (ZipEntry entry : Collections.list(from.entries())) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        to.write(from.getInputStream(entry).readAllBytes());
      }
    }
    assertEquals(written, StoreBackup.restore(packed, folder.resolve("other")));
  }

  @Test
  void writesTheSameBytesForTheSameData() throws IOException {
    StoreBackup.write(store, folder.resolve("one.zip"));
    StoreBackup.write(store, folder.resolve("two.zip"));
    assertArrayEquals(Files.readAllBytes(folder.resolve("one.zip")), Files.readAllBytes(folder.resolve("two.zip")));
  }

  @Test
  void writesOverNoFileAndRestoresOverNoStore() {
    Path file = folder.resolve("backup.zip");
    StoreBackup.write(store, file);
    assertThrows(StoreException.class, () -> StoreBackup.write(store, file));
    StoreException problem =
        assertThrows(StoreException.class, () -> StoreBackup.restore(file, folder.resolve("store")));
    assertTrue(problem.getMessage().contains("has files in it"), problem.getMessage());
  }

  @Test
  void refusesWhatIsCutOffOrDamagedAndLeavesNothingBehind() throws IOException {
    Path file = folder.resolve("backup.zip");
    StoreBackup.write(store, file);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(folder.resolve("short.zip"), Arrays.copyOf(bytes, bytes.length / 2));
    byte[] damaged = bytes.clone();
    damaged[damaged.length / 3] ^= 0x55;
    Files.write(folder.resolve("damaged.zip"), damaged);
    Files.writeString(folder.resolve("none.zip"), "Chapter one");
    for (String name : List.of("short.zip", "damaged.zip", "none.zip", "missing.zip")) {
      Path target = folder.resolve("target");
      assertThrows(StoreException.class, () -> StoreBackup.restore(folder.resolve(name), target), name);
      assertFalse(Files.exists(target), name);
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertTrue(files.noneMatch(left -> left.toString().contains("restoring") || left.toString().endsWith(".part")));
    }
  }

  @Test
  void saysWhatIsWrongWithAStoreThatWasTamperedWith() throws IOException {
    Path texts = folder.resolve("store").resolve("texts");
    try (Stream<Path> files = Files.list(texts)) {
      Files.writeString(files.findFirst().orElseThrow(), "Another text");
    }
    Files.writeString(texts.resolve("ab".repeat(32) + ".txt"), "Nobody's");
    store.dataset().executeWrite(() -> store.dataset().getGraph(NodeFactory.createURI(ODD))
        .remove(NodeFactory.createURI("urn:s"), Node.ANY, Node.ANY));
    List<String> findings = StoreCheck.findings(store);
    assertEquals(3, findings.size(), findings.toString());
    assertTrue(findings.get(0).contains("has 4 statements, not 5"), findings.toString());
  }

  @Test
  void refusesAStoreOfANewerFormatAndSaysSo() throws IOException {
    store.close();
    Path format = folder.resolve("store").resolve("format.txt");
    Files.writeString(format, "3\n");
    StoreException problem = assertThrows(StoreException.class, () -> GraphStore.open(folder.resolve("store")));
    assertTrue(problem.getMessage().contains("newer Entente"), problem.getMessage());
    Files.writeString(format, "2\n");
    store = GraphStore.open(folder.resolve("store"));
  }

  @Test
  void bringsAStoreWithoutAFormatToTheCurrentOne() throws IOException {
    store.dataset().executeWrite(() -> store.catalog().correct(store.catalog().entry(ODD).orElseThrow(),
        "00".repeat(32)));
    store.close();
    Path format = folder.resolve("store").resolve("format.txt");
    Files.delete(format);
    store = GraphStore.open(folder.resolve("store"));
    assertEquals(List.of(), StoreCheck.findings(store));
    assertEquals("2", Files.readString(format).strip());
    assertFalse(store.wasInterrupted());
  }
}
