package org.entente.publish.site;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.entente.publish.data.MemoryDataset;
import org.entente.publish.export.Program;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The notebooks in docs/ do what they say, where their interpreter is present. */
class NotebooksTest {

  private static EntenteServer server;

  @TempDir
  Path folder;

  @BeforeAll
  static void publish() {
    server = EntenteServer.start(new MemoryDataset(PublishingTest.twoStates(), "https://data.example.org/"),
        ServerOptions.onPort(0).onLoopback());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void makesATableAndANetworkWithPython() throws IOException {
    String code = JSON.read("docs/dyad-year.ipynb").get("cells").getAsArray().stream()
        .filter(cell -> cell.getAsObject().getString("cell_type").equals("code"))
        .map(cell -> cell.getAsObject().get("source").getAsArray().stream().map(line -> line.getAsString().value())
            .collect(Collectors.joining()))
        .collect(Collectors.joining("\n"));
    String said = run("python3", Files.writeString(folder.resolve("notebook.py"), code));
    assertTrue(said.contains("GRA\tRUR\t") && said.contains("@misc{entente-"), said);
  }

  @Test
  void makesATableAndANetworkWithR() throws IOException {
    String code = Pattern.compile("```\\{r\\}\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(Path.of("docs/dyad-year.Rmd"))).results().map((MatchResult chunk) -> chunk.group(1))
        .collect(Collectors.joining("\n"));
    String said = run("Rscript", Files.writeString(folder.resolve("notebook.R"), code));
    assertTrue(said.contains("GRA") && said.contains("RUR") && said.contains("@misc{entente-"), said);
  }

  private static String run(String interpreter, Path program) {
    return Program.named(interpreter).with("ENTENTE_SITE", server.url()).says(program.toString());
  }
}
