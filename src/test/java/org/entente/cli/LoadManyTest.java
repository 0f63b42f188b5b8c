package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code entente load} of a folder: what is told of each file, and the table that says it all. */
class LoadManyTest {

  @TempDir
  Path folder;

  private Path articles = Path.of("");
  private String store = "";

  @BeforeEach
  void fill() throws IOException {
    store = folder.resolve("store").toString();
    articles = Files.createDirectories(folder.resolve("in"));
    Files.writeString(articles.resolve("a.txt"), Shell.NEWS);
    Files.writeString(articles.resolve("b.txt"), " ");
    Files.writeString(articles.resolve("c.png"), "x");
    Files.writeString(articles.resolve("d.jsonl"), "{\"text\": \"The envoys of Oman and Kenya, two of them, met.\"}\n");
  }

  @Test
  void writesATableWithARowForEachArticle() throws IOException {
    Path table = folder.resolve("report.csv");
    Shell loaded = Shell.run("load", "--store", store, "--report", table.toString(), articles.toString());
    assertEquals(1, loaded.code(), "one is rejected");
    assertTrue(loaded.out().endsWith("2 loaded, 0 unchanged, 1 rejected, 1 passed over as no articles\n"),
        loaded.out());
    List<CSVRecord> rows = rows(table);
    assertEquals(List.of("loaded", "rejected", "passed over", "loaded"), column(rows, "outcome"));
    assertEquals("2019-05-04", rows.getFirst().get("issued"));
    assertEquals("Lima and Santiago Meet", rows.getFirst().get("title"));
    assertTrue(rows.get(0).get("article").startsWith("http://localhost:3030/id/article/"));
    assertTrue(rows.get(1).get("reason").contains("is empty; give a file with an article in it"));
    assertEquals("no article by its ending .png", rows.get(2).get("reason"));
    assertTrue(rows.get(3).get("source").endsWith("d.jsonl#1"));
    Shell again = Shell.run("load", "--store", store, "--report", table.toString(), articles.toString());
    assertEquals(1, again.code());
    assertEquals(List.of("unchanged", "rejected", "passed over", "unchanged"), column(rows(table), "outcome"));
  }

  @Test
  void writesNoFormulaIntoTheTable() throws IOException {
    Files.writeString(articles.resolve("d.jsonl"), """
        {"title": "=HYPERLINK(\\"https://evil.example/\\")", "text": "The envoys of Oman and Kenya, two of them, met."}
        """);
    Path table = folder.resolve("report.csv");
    Shell.run("load", "--store", store, "--report", table.toString(), articles.toString());
    assertTrue(rows(table).get(3).get("title").startsWith("'=HYPERLINK"), rows(table).get(3).get("title"));
  }

  @Test
  void saysThatTheTableCannotBeWrittenBeforeItLoadsAnything() {
    Shell refused = Shell.run("load", "--store", store, "--report", folder + "/no/report.csv", articles.toString());
    assertEquals(3, refused.code());
    assertTrue(refused.err().contains("report.csv could not be written"), refused.err());
    assertTrue(Files.notExists(Path.of(store)));
  }

  @Test
  void readsWhatIsInAnArchiveAsWhatIsInAFolder() throws IOException {
    Path zip = folder.resolve("in.zip");
    try (var out = new java.util.zip.ZipOutputStream(Files.newOutputStream(zip))) {
      for (String name : List.of("a.txt", "b.txt", "c.png", "d.jsonl")) {
        out.putNextEntry(new java.util.zip.ZipEntry("in/" + name));
        out.write(Files.readAllBytes(articles.resolve(name)));
      }
    }
    Shell loaded = Shell.run("load", "--store", store, zip.toString());
    assertTrue(loaded.out().endsWith("2 loaded, 0 unchanged, 1 rejected, 1 passed over as no articles\n"),
        loaded.out());
    Shell extracted = Shell.run("extract", "--text", zip.toString());
    assertTrue(extracted.out().contains("The foreign ministers of Peru"));
    assertTrue(extracted.err().contains("in.zip/in/c.png: no article by its ending .png"), extracted.err());
  }

  @Test
  void showsHowFarItIs() {
    StringWriter terminal = new StringWriter();
    Instant[] now = {Instant.EPOCH};
    ProgressLine line = new ProgressLine(new PrintWriter(terminal), () -> now[0], 100);
    now[0] = Instant.EPOCH.plusSeconds(20);
    for (int i = 0; i < 10; i++) {
      line.finishedOne();
    }
    assertTrue(terminal.toString().endsWith("[##                  ] 10 of 100, 0.5 a second, 3 min left"),
        terminal.toString());
  }

  private static List<CSVRecord> rows(Path table) throws IOException {
    try (CSVParser rows = CSVParser.parse(table, java.nio.charset.StandardCharsets.UTF_8,
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      return rows.getRecords();
    }
  }

  private static List<String> column(List<CSVRecord> rows, String name) {
    return rows.stream().map(row -> row.get(name)).toList();
  }
}
