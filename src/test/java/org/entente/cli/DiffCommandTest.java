package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.entente.store.GraphStore;
import org.entente.store.StoredGraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two versions of the data told apart, and a dump checked against the version that it says it has. */
class DiffCommandTest {

  private static final String GRAPH = "https://data.example.org/graph/article/second";
  private static final String SECOND = """
      PREFIX ent: <https://w3id.org/entente/ontology#>
      PREFIX status: <https://w3id.org/entente/status#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      <id/article/second> a ent:Article ; rdfs:label "A Second Look"@en .
      <id/visit/a> a ent:Visit , ent:Undertaking ; rdfs:label "Visit of A"@en ; ent:status status:%s .
      <id/visit/%s> a ent:Visit , ent:Undertaking ; rdfs:label "Another visit"@en ; ent:status status:completed .
      """;

  @TempDir
  Path folder;
  private String store = "";
  private String before = "";

  @BeforeEach
  void dumpAndChange() {
    store = TwoStates.storedIn(folder);
    put(SECOND.formatted("planned", "b"));
    before = folder.resolve("before").toString();
    assertEquals(0, Shell.run("dump", "--store", store, "-o", before).code());
    put(SECOND.formatted("completed", "c"));
  }

  private void put(String turtle) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(turtle, Lang.TURTLE).base("https://data.example.org/").parse(graph);
    try (GraphStore opened = GraphStore.open(Path.of(store))) {
      opened.replace(StoredGraph.withoutText(GRAPH, graph, "test"));
    }
  }

  @Test
  void saysWhatWasAddedChangedAndWithdrawnByArticle() {
    Shell told = Shell.run("diff", before, store);
    assertEquals(1, told.code(), told.err());
    assertAll(told.out(),
        () -> assertTrue(told.out().contains("changed    Article \"A Second Look\"")),
        () -> assertTrue(told.out().contains("  added      Visit \"Another visit\"")),
        () -> assertTrue(told.out().contains("  withdrawn  Visit \"Another visit\"")),
        () -> assertTrue(told.out().contains("  changed    Visit \"Visit of A\"")),
        () -> assertTrue(told.out().contains("status: planned → completed")),
        () -> assertTrue(told.out().endsWith("in 1 graphs" + System.lineSeparator())));
  }

  @Test
  void findsNoDifferenceBetweenAStoreAndItsDump() {
    String now = folder.resolve("now").toString();
    Shell.run("dump", "--plain", "--store", store, "-o", now);
    for (String form : new String[] {"", "/entente.nq", "/entente.trig", "/entente.jsonld"}) {
      Shell told = Shell.run("diff", now + form, store);
      assertEquals(0, told.code(), form + told.out() + told.err());
      assertTrue(told.out().contains("no difference"), told.out());
    }
  }

  @Test
  void tellsOfAnArticleThatIsGone() {
    try (GraphStore opened = GraphStore.open(Path.of(store))) {
      opened.remove(GRAPH);
    }
    Shell told = Shell.run("diff", before, store);
    assertTrue(told.out().contains("withdrawn  Article \"A Second Look\"  https://data.example.org/id/article/second"),
        told.out());
  }

  private static Set<String> lines(String dump) {
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(
        new GZIPInputStream(Files.newInputStream(Path.of(dump, "entente.nq.gz"))), StandardCharsets.UTF_8))) {
      return lines.lines().collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void givesAPatchThatTurnsTheOldIntoTheNew() {
    Shell patch = Shell.run("diff", "--format", "patch", before, store);
    assertEquals(1, patch.code(), patch.err());
    DatasetGraph data = RDFDataMgr.loadDatasetGraph(before + "/entente.nq.gz");
    RDFPatchOps.applyChange(data,
        RDFPatchOps.read(new ByteArrayInputStream(patch.out().getBytes(StandardCharsets.UTF_8))));
    String now = folder.resolve("now").toString();
    Shell.run("dump", "--store", store, "-o", now);
    assertTrue(IsoMatcher.isomorphic(RDFDataMgr.loadDatasetGraph(now + "/entente.nq.gz"), data));
    assertEquals(patch.out(), Shell.run("diff", "--format", "patch", before, store).out());
    Set<String> dumped = lines(now);
    assertEquals(List.of(), patch.out().lines().filter(line -> line.startsWith("A ")).map(line -> line.substring(2))
        .filter(line -> !dumped.contains(line)).toList(), "each line is one of the dump");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "nothing.nq | there is no file",
    "empty | holds no dump",
    "broken.nq | broken.nq is no dump that can be read: [line: 2",
    "triples.nt | statements that are in no named graph"
  })
  void saysWhatCannotBeCompared(String name, String message) throws IOException {
    Files.createDirectory(folder.resolve("empty"));
    Files.writeString(folder.resolve("broken.nq"), "<a> <b\n");
    Files.writeString(folder.resolve("triples.nt"), "<http://a.example/> <http://a.example/> <http://a.example/> .\n");
    for (String command : new String[] {"diff", "verify"}) {
      String place = folder.resolve(name).toString();
      Shell refused = command.equals("diff") ? Shell.run("diff", place, store) : Shell.run("verify", place);
      assertEquals(3, refused.code(), refused.err());
      assertTrue(refused.err().contains(message), refused.err());
      assertEquals("", refused.out());
    }
  }

  @Test
  void verifiesThatADumpHasTheVersionOfTheStoreThatItIsOf() throws IOException {
    String now = folder.resolve("now").toString();
    Shell.run("dump", "--store", store, "-o", now);
    String version = version();
    assertEquals(version, Files.readString(Path.of(now, "VERSION")).strip());
    Shell verified = Shell.run("verify", now);
    assertEquals(0, verified.code(), verified.out() + verified.err());
    assertTrue(verified.out().contains(version), verified.out());
    assertEquals(0, Shell.run("verify", now + "/entente.trig.gz", "--cited", version).code());
    Shell other = Shell.run("verify", before, "--cited", version);
    assertEquals(1, other.code());
    assertTrue(other.out().contains("not " + version), other.out());
    assertEquals(2, Shell.run("verify", now, "--cited", "seven").code());
  }

  private String version() {
    try (GraphStore opened = GraphStore.open(Path.of(store))) {
      return opened.version();
    }
  }

  @Test
  void findsAFileThatWasTamperedWithOrIsMissing() throws IOException {
    Files.delete(Path.of(before, "entente.ttl.gz"));
    Files.write(Path.of(before, "entente.nt.gz"), new byte[] {1});
    Shell verified = Shell.run("verify", before);
    assertEquals(1, verified.code());
    assertTrue(verified.out().contains("entente.ttl.gz is missing"), verified.out());
    assertTrue(verified.out().contains("entente.nt.gz is not what its sum"), verified.out());
  }
}
