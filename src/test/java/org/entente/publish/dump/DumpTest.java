package org.entente.publish.dump;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.apache.jena.vocabulary.RDFS;
import org.entente.store.GraphStore;
import org.entente.store.OwnDisk;
import org.entente.store.StoredGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DumpTest {

  /** Every form of term that must survive: languages, datatypes, quotes, line ends, code points beyond the BMP. */
  private static final String TERMS =
      """
      PREFIX ex: <http://example.org/>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      ex:peru a ex:State, ex:Actor ; ex:name "Perú"@es, "秘鲁"@zh-Hans, "Peru" ;
        ex:quote "He said: \\"we agreed\\"\\n\\tand left \\\\ 🕊" ; ex:count 7 ; ex:share 0.85 ; ex:open true ;
        ex:when "2018-08~"^^<http://id.loc.gov/datatypes/edtf> ; ex:day "2018-08-10"^^xsd:date ;
        ex:control "bell \\u0007" ; ex:next <http://example.org/a%20b#char=1,5> .
      ex:chile a ex:State ; ex:neighbour ex:peru .
      """;

  @TempDir
  Path folder;

  @Test
  void keepsTheEarlierDumpAndLeavesNothingElseWhenTheDiskIsFull() throws IOException {
    try (OwnDisk disk = OwnDisk.mount(folder.resolve("disk"));
        GraphStore store = GraphStore.inMemory(GraphStore.DEFAULT_BASE)) {
      Path place = disk.folder().resolve("dump");
      DumpWriter writer = new DumpWriter(Map.of());
      store.replace(graph(1, 10));
      writer.write(store, place, true);
      List<String> before = contents(place);
      store.replace(graph(2, 3_000));
      for (int bytesLeft : List.of(0, 1 << 14, 1 << 17, 1 << 20, 1 << 21)) {
        disk.fill(bytesLeft);
        DumpException refusal = assertThrows(DumpException.class, () -> writer.write(store, place, true));
        assertTrue(refusal.getMessage().contains("No space left on device"), refusal.getMessage());
        assertEquals(before, contents(place), bytesLeft + " bytes left");
      }
    }
  }

  private static StoredGraph graph(int number, int triples) {
    Graph graph = GraphFactory.createGraphMem();
    IntStream.range(0, triples).forEach(i -> graph.add(Triple.create(
        NodeFactory.createURI("http://example.org/s" + number + "-" + i), RDFS.label.asNode(),
        NodeFactory.createLiteralString(UUID.nameUUIDFromBytes(new byte[] {(byte) i, (byte) (i >> 8)}).toString()))));
    return new StoredGraph(GraphStore.DEFAULT_BASE + "graph/article/" + number, graph, "1", Optional.empty());
  }

  /** The files with their contents. */
  private static List<String> contents(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> contents = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        contents.add(file + (Files.isRegularFile(file) ? " " + Arrays.hashCode(Files.readAllBytes(file)) : ""));
      }
      return contents;
    }
  }

  @Test
  void writesTheSameBytesWhateverTheOrderOfLoading() throws IOException {
    List<Integer> order = new ArrayList<>(IntStream.range(0, 20).boxed().toList());
    write("one", order, 1 << 20, false);
    Collections.reverse(order);
    write("other", order, 1 << 20, false);
    assertSameFiles("one", "other");
  }

  @Test
  void writesTheSameBytesWhenItSortsOnDisk() throws IOException {
    List<Integer> order = IntStream.range(0, 90).boxed().toList();
    write("memory", order, 1 << 20, true);
    write("disk", order, 300, true);
    assertSameFiles("memory", "disk");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nq", "trig", "jsonld"})
  void loadsIntoAFreshDatasetAsItWas(String form) {
    try (GraphStore store = store(List.of(1, 2))) {
      writer(1 << 20).write(store, folder, false);
      DatasetGraph read = readStrictly(folder.resolve("entente." + form + ".gz"));
      DatasetGraph expected = DatasetGraphFactory.create();
      store.read(data -> {
        data.stream().filter(quad -> !quad.getGraph().hasURI(store.catalogGraph())).forEach(expected::add);
        return true;
      });
      assertTrue(IsoMatcher.isomorphic(expected, read), form);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nt", "ttl"})
  void givesTheUnionOfAllGraphsInTripleForms(String form) {
    try (GraphStore store = store(List.of(1, 2))) {
      Dump dump = writer(1 << 20).write(store, folder, true);
      Graph read = readStrictly(folder.resolve("entente." + form)).getDefaultGraph();
      Graph expected = GraphFactory.createGraphMem();
      parse(TERMS).stream().forEach(expected::add);
      Stream.of(1, 2).flatMap(i -> content(i).stream()).forEach(expected::add);
      assertEquals(lines(expected), lines(read));
      assertEquals(expected.size(), dump.triples());
    }
  }

  @Test
  void listsEachFileWithItsChecksum() throws IOException {
    Dump dump = write("dump", List.of(1), 1 << 20, false);
    List<String> lines = Files.readAllLines(folder.resolve("dump/SHA256SUMS"));
    assertEquals(5, lines.size());
    assertEquals(dump.files().getFirst().sha256() + "  entente.nq.gz", lines.getFirst());
    for (Dump.DumpFile file : dump.files()) {
      assertEquals(file.bytes(), Files.size(folder.resolve("dump").resolve(file.name())));
    }
  }

  @Test
  void replacesCompressedFilesByPlainOnesAndLeavesNothingElse() throws IOException {
    write("dump", List.of(1), 1 << 20, false);
    write("dump", List.of(1), 300, true);
    try (Stream<Path> files = Files.list(folder.resolve("dump"))) {
      assertEquals(
          List.of("SHA256SUMS", "VERSION", "entente.jsonld", "entente.nq", "entente.nt", "entente.trig", "entente.ttl"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void givesEachArticleAFileOfItsOwnAndTakesItAwayWithTheArticle() throws IOException {
    try (GraphStore store = store(List.of(1))) {
      String name = GraphStore.DEFAULT_BASE + "graph/article/2020-a-deal";
      store.replace(StoredGraph.withoutText(name, content(7), "a"));
      Dump dump = writer(300).write(store, folder, false);
      Path file = folder.resolve("articles/2020-a-deal.ttl.gz");
      assertEquals(lines(content(7)), lines(readStrictly(file).getDefaultGraph()));
      assertEquals(
          List.of("articles/2020-a-deal.ttl.gz"),
          dump.files().stream().filter(Dump.DumpFile::ofArticle).map(Dump.DumpFile::name).toList());
      assertTrue(Files.readString(folder.resolve("SHA256SUMS")).contains("  articles/2020-a-deal.ttl.gz\n"));
      store.remove(name);
      writer(300).write(store, folder, false);
      assertFalse(Files.exists(file));
    }
  }

  @Test
  void writesAnEmptyStoreAsValidFiles() {
    try (GraphStore store = GraphStore.inMemory(GraphStore.DEFAULT_BASE)) {
      assertEquals(0, writer(300).write(store, folder, true).quads());
      assertTrue(readStrictly(folder.resolve("entente.jsonld")).isEmpty());
    }
  }

  @Test
  void saysWhereADumpCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "x");
    try (GraphStore store = GraphStore.inMemory(GraphStore.DEFAULT_BASE)) {
      DumpException problem = assertThrows(DumpException.class, () -> writer(300).write(store, file, true));
      assertTrue(problem.getMessage().contains(file.toString()));
      assertFalse(problem.advice().isEmpty());
    }
  }

  private Dump write(String name, List<Integer> order, long chunkBytes, boolean plain) {
    try (GraphStore store = store(order)) {
      return writer(chunkBytes).write(store, folder.resolve(name), plain);
    }
  }

  private static DumpWriter writer(long chunkBytes) {
    return new DumpWriter(Map.of("ex", "http://example.org/"), chunkBytes);
  }

  /** One graph with every form of term, and one for each number; all share a triple. */
  private static GraphStore store(List<Integer> order) {
    GraphStore store = GraphStore.inMemory(GraphStore.DEFAULT_BASE);
    store.replace(StoredGraph.withoutText("http://example.org/graph/terms", parse(TERMS), "terms"));
    order.forEach(
        i -> store.replace(StoredGraph.withoutText("http://example.org/graph/" + i, content(i), "f" + i)));
    return store;
  }

  private static Graph content(int number) {
    return parse(
        "PREFIX ex: <http://example.org/> ex:peru a ex:State . ex:visit-%d ex:host ex:peru ; ex:position %d ."
            .formatted(number, number));
  }

  private static String lines(Graph graph) {
    return graph.stream().map(NodeFmtLib::strNT).sorted().collect(Collectors.joining("\n"));
  }

  private static Graph parse(String turtle) {
    return RDFParser.fromString(turtle, Lang.TURTLE).toGraph();
  }

  private static DatasetGraph readStrictly(Path file) {
    DatasetGraph dataset = DatasetGraphFactory.create();
    RDFParser.source(file.toUri().toString())
        .errorHandler(ErrorHandlerFactory.errorHandlerExceptions())
        .parse(dataset);
    return dataset;
  }

  private void assertSameFiles(String one, String other) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(one))) {
      for (Path file : files.toList()) {
        Path twin = folder.resolve(other).resolve(file.getFileName());
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(twin), file.toString());
      }
    }
    assertEquals(7, Arrays.stream(folder.resolve(other).toFile().list()).count());
  }
}
