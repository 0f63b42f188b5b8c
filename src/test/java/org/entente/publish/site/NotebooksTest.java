package org.entente.publish.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.entente.publish.data.MemoryDataset;
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
  void makesATableAndANetworkWithPython() throws IOException, InterruptedException {
    String code = JSON.read("docs/dyad-year.ipynb").get("cells").getAsArray().stream()
        .filter(cell -> cell.getAsObject().getString("cell_type").equals("code"))
        .map(cell -> cell.getAsObject().get("source").getAsArray().stream().map(line -> line.getAsString().value())
            .collect(Collectors.joining()))
        .collect(Collectors.joining("\n"));
    String said = run("python3", Files.writeString(folder.resolve("notebook.py"), code));
    assertTrue(said.contains("GRA\tRUR\t") && said.contains("@misc{entente-"), said);
  }

  @Test
  void makesATableAndANetworkWithR() throws IOException, InterruptedException {
    String code = Pattern.compile("```\\{r\\}\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(Path.of("docs/dyad-year.Rmd"))).results().map((MatchResult chunk) -> chunk.group(1))
        .collect(Collectors.joining("\n"));
    String said = run("Rscript", Files.writeString(folder.resolve("notebook.R"), code));
    assertTrue(said.contains("GRA") && said.contains("RUR") && said.contains("@misc{entente-"), said);
  }

  private static String run(String interpreter, Path program) throws IOException, InterruptedException {
    assumeTrue(Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(place -> Files.isExecutable(Path.of(place, interpreter))), interpreter + " is not here");
    ProcessBuilder builder = new ProcessBuilder(List.of(interpreter, program.toString())).redirectErrorStream(true);
    builder.environment().put("ENTENTE_SITE", server.url());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }
}
