package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.atlas.json.JSON;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportCommandTest {

  @TempDir
  Path folder;
  private String store = "";

  @BeforeEach
  void storeTwoStates() {
    store = TwoStates.storedIn(folder);
  }

  @Test
  void listsWhatThereIs() {
    Shell listed = Shell.run("export");
    assertEquals(0, listed.code(), listed.err());
    assertTrue(listed.out().contains("dyad-year"), listed.out());
    assertTrue(listed.out().contains("graphml, gexf"), listed.out());
  }

  @Test
  void writesATableToStandardOutput() {
    Shell table = Shell.run("export", "events", "--store", store, "pair=RUR-GRA");
    assertEquals(0, table.code(), table.err());
    assertTrue(table.out().startsWith("date,source,target,"), table.out());
    assertTrue(table.out().contains("A frigate of Graustark called"), table.out());
  }

  @Test
  void writesATableWithItsDescriptionBesideIt() throws IOException {
    Path file = folder.resolve("my.csv");
    assertEquals(0, Shell.run("export", "events", "--store", store, "-o", file.toString()).code());
    assertTrue(Files.readString(file).contains("graustark-visits-ruritania"));
    assertEquals("my.csv",
        JSON.parse(Files.readString(folder.resolve("my.csv-metadata.json"))).getString("url"));
  }

  @Test
  void writesADescriptionAloneOfTheTableThatLiesBesideIt() throws IOException {
    Path file = folder.resolve("my.csv-metadata.json");
    assertEquals(0, Shell.run("export", "events", "--store", store, "-o", file.toString()).code());
    assertEquals("my.csv", JSON.parse(Files.readString(file)).getString("url"));
  }

  @Test
  void takesTheFormFromTheNameOfTheFile() throws IOException {
    Path file = folder.resolve("my.gexf");
    assertEquals(0, Shell.run("export", "network", "--store", store, "-o", file.toString()).code());
    assertTrue(Files.readString(file).contains("<gexf"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"everything", "events --format graphml", "events pair=Ruritania", "events colour=red",
    "events -o x.docx"})
  void refusesWhatThereIsNot(String arguments) {
    Shell refused = Shell.run(("export --store " + store + " " + arguments).split(" "));
    assertEquals(2, refused.code());
    assertTrue(refused.err().contains("there is no") || refused.err().contains("has no")
        || refused.err().contains("cannot be"), refused.err());
  }

  @Test
  void saysWhereItCannotWrite() {
    Shell refused = Shell.run("export", "events", "--store", store, "-o", folder.resolve("no/x.csv").toString());
    assertEquals(3, refused.code());
    assertTrue(refused.err().contains("cannot be written"), refused.err());
  }
}
