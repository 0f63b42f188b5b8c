package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.entente.load.Workbench;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

  @TempDir
  Path folder;

  private String article = "";
  private String store = "";

  @BeforeEach
  void write() throws IOException {
    article = Files.writeString(folder.resolve("news.txt"), Shell.NEWS).toString();
    store = folder.resolve("store").toString();
  }

  @Test
  void loadsListsAndRemoves() {
    Shell loaded = Shell.run("load", "--store", store, article);
    assertEquals(0, loaded.code(), loaded.err());
    assertTrue(loaded.out().startsWith("loaded     " + article), loaded.out());

    Shell listed = Shell.run("list", "--store", store);
    assertTrue(listed.out().contains("Lima and Santiago Meet"), listed.out());

    String iri = listed.out().strip().split("\t")[2];
    assertEquals(0, Shell.run("remove", "--store", store, iri).code());
    assertEquals("", Shell.run("list", "--store", store).out());
    assertEquals(1, Shell.run("remove", "--store", store, iri).code());
  }

  /** Only the command that is meant is made, so its name stands in two places. */
  @Test
  void knowsEachCommandByItsName() {
    Entente.commands(Workbench::bundled).getSubcommands().keySet().forEach(name -> {
      Shell asked = Shell.run(name, "--help");
      assertEquals(0, asked.code(), asked.err());
      assertTrue(asked.out().startsWith("Usage: entente " + name + " "), asked.out());
    });
  }

  @Test
  void saysThatAnArticleIsUnchanged() {
    Shell.run("load", "--store", store, article);
    assertTrue(Shell.run("load", "--store", store, article).out().startsWith("unchanged  " + article));
  }

  @Test
  void dumpsWhatWasLoaded() throws IOException {
    Shell.run("load", "--store", store, article);
    Path dump = folder.resolve("dump");
    Shell dumped = Shell.run("dump", "--store", store, "--output", dump.toString(), "--plain");
    assertEquals(0, dumped.code(), dumped.err());
    assertTrue(Files.readString(dump.resolve("entente.nq")).contains("Lima and Santiago Meet"));
    assertTrue(dumped.out().contains("entente.jsonld"));
  }

  @Test
  void compactsAStoreAndKeepsWhatIsInIt() {
    Shell.run("load", "--store", store, article);
    Shell compacted = Shell.run("compact", "--store", store);
    assertEquals(0, compacted.code(), compacted.err());
    assertTrue(compacted.out().startsWith("compacted  "), compacted.out());
    assertTrue(Shell.run("list", "--store", store).out().contains("Lima and Santiago Meet"));
    assertEquals(3, Shell.run("compact", "--store", folder.resolve("none").toString()).code());
  }

  @Test
  void backsUpAndRestoresAndChecks() {
    Shell.run("load", "--store", store, article);
    String file = folder.resolve("backup.zip").toString();
    assertEquals(0, Shell.run("backup", "--store", store, "-o", file).code());
    String other = folder.resolve("other").toString();
    Shell restored = Shell.run("restore", file, "--store", other);
    assertTrue(restored.out().contains("1 texts"), restored.out() + restored.err());
    assertEquals(Shell.run("list", "--store", store).out(), Shell.run("list", "--store", other).out());
    Shell checked = Shell.run("check", "--store", other);
    assertEquals(0, checked.code(), checked.err());
    assertTrue(checked.out().contains("1 articles"), checked.out());
    assertEquals(3, Shell.run("restore", file, "--store", other).code());
  }

  @Test
  void saysWhatIsWrongWithAStore() throws IOException {
    Shell.run("load", "--store", store, article);
    try (Stream<Path> texts = Files.list(Path.of(store, "texts"))) {
      Files.delete(texts.findFirst().orElseThrow());
    }
    Shell checked = Shell.run("check", "--store", store);
    assertEquals(1, checked.code());
    assertTrue(checked.out().startsWith("wrong      the text "), checked.out());
  }

  @Test
  void countsWhatIsInTheStore() {
    Shell.run("load", "--store", store, "--base", "https://data.example.org/", article);
    Shell counted = Shell.run("stats", "--store", store);
    assertTrue(counted.out().contains("base      https://data.example.org/"), counted.out());
    assertTrue(counted.out().contains("articles  1"), counted.out());
  }

  @Test
  void printsTheTextThatOffsetsCountIn() {
    Shell extracted = Shell.run("extract", "--text", article);
    assertTrue(extracted.out().startsWith("Lima and Santiago Meet\n"), extracted.out());
    assertFalse(extracted.out().contains("Ana Reyes"), extracted.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"turtle", "trig", "jsonld"})
  void printsWhatIsFoundInEachFormat(String format) {
    Shell extracted = Shell.run("extract", "--format", format, article);
    assertEquals(0, extracted.code(), extracted.err());
    assertTrue(extracted.out().contains("Lima and Santiago Meet"), extracted.out());
  }

  @Test
  void explainsEachEventAsJson() {
    Shell explained = Shell.run("extract", "--explain", "--format", "json", article);
    assertEquals(0, explained.code(), explained.err());
    JsonArray events = JSON.parseAny(explained.out()).getAsArray();
    events.forEach(event -> assertTrue(event.getAsObject().hasKey("outcome"), explained.out()));
    Shell refused = Shell.run("extract", "--format", "json", article);
    assertEquals(2, refused.code());
    assertTrue(refused.err().contains("--format jsonld"), refused.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "serve", "load", "extract", "query", "export", "dump", "validate", "evaluate", "list", "remove", "curate", "stats",
    "token"
  })
  void explainsEachCommandWithExamples(String command) {
    Shell help = Shell.run(command, "--help");
    assertEquals(0, help.code());
    assertTrue(help.out().contains("Example"), help.out());
    assertTrue(help.out().contains("  entente " + command), help.out());
    assertEquals("", help.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "csv", "tsv", "json"})
  void answersAQueryInEachFormat(String format) throws IOException {
    Shell.run("load", "--store", store, article);
    Path query = query("SELECT ?title { ?a a ?class ; <http://purl.org/dc/terms/title> ?title }");
    Shell answer =
        Shell.run("query", "--store", store, "--format", format, query.toString(), "class=ent:Article");
    assertEquals(0, answer.code(), answer.err());
    assertTrue(answer.out().contains("Lima and Santiago Meet"), answer.out());
    Shell none = Shell.run("query", "--store", store, "--format", "csv", query.toString(), "class=ent:Visit");
    assertEquals(1, none.out().lines().count(), none.out());
  }

  @Test
  void answersYesOrNoAndWithGraphs() throws IOException {
    Shell.run("load", "--store", store, article);
    assertEquals("yes", Shell.run("query", "--store", store, query("ASK { ?s ?p ?o }").toString()).out().strip());
    Path construct = query("CONSTRUCT { ?s a ?t } WHERE { ?s a ?t }");
    assertTrue(Shell.run("query", "--store", store, construct.toString()).out().contains("ent:Article"));
  }

  private Path query(String text) throws IOException {
    return Files.writeString(folder.resolve("query.rq"), text);
  }

  @Test
  void findsNothingWrongInWhatMeetsTheShapes() throws IOException {
    Path file = Files.writeString(folder.resolve("good.ttl"), "<id/x> <http://purl.org/dc/terms/title> 'X' .");
    Shell checked = Shell.run("validate", file.toString());
    assertEquals(0, checked.code(), checked.err());
    assertTrue(checked.out().contains("meets the shapes"), checked.out());
  }

  @Test
  void findsWhereATurtleFileBreaks() throws IOException {
    Path file = Files.writeString(folder.resolve("broken.ttl"), "<id/x> <http://purl.org/dc/terms/title> .");
    Shell checked = Shell.run("validate", file.toString());
    assertEquals(1, checked.code(), checked.err());
    assertTrue(checked.out().contains("line: 1"), checked.out());
  }

  @Test
  void saysItsVersion() {
    assertTrue(Shell.run("--version").out().matches("(?s)entente \\d+\\.\\d+\\.\\d+.*"));
  }
}
