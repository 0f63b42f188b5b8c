package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Options on the command line, in the environment and in a file, in this order. */
class ConfigurationTest {

  @TempDir
  Path folder;

  private String file(String lines) throws IOException {
    return Files.writeString(folder.resolve("entente.properties"), lines).toString();
  }

  private static String line(Shell shell, String option) {
    return shell.out().lines().filter(line -> line.startsWith(option + " ")).findFirst().orElse(shell.err())
        .replaceAll(" +", " ");
  }

  @Test
  void saysWhatIsInForceAndWhoSaysSo() throws IOException {
    Map<String, String> environment = Map.of("ENTENTE_CONFIG",
        file("# public\nserve.port=8080\ntimeout=10\nserve.timeout=20\nloopback=true\n"), "ENTENTE_PORT", "9090",
        "ENTENTE_TOKEN", "a long and secret word", "ENTENTE_JAVA_OPTS", "-Xmx3g", "ENTENTE_SPARQL",
        "http://reader:secret@localhost:8890/sparql");
    Shell shown = Shell.run(environment, "config");
    assertEquals(0, shown.code(), shown.err());
    assertEquals("--port 9090 ENTENTE_PORT", line(shown, "--port"));
    assertEquals("--timeout 20 serve.timeout", line(shown, "--timeout"));
    assertEquals("--loopback true loopback", line(shown, "--loopback"));
    assertEquals("--rows 50000 default", line(shown, "--rows"));
    assertEquals("--sparql http://localhost:8890/sparql ENTENTE_SPARQL", line(shown, "--sparql"));
    assertFalse(shown.out().contains("secret"), shown.out());
  }

  @Test
  void setsTheOptionsOfEveryCommand() throws IOException {
    String article = Files.writeString(folder.resolve("news.txt"), Shell.NEWS).toString();
    String store = folder.resolve("store").toString();
    Shell.run("load", "--store", store, article);
    assertTrue(Shell.run(Map.of("ENTENTE_STORE", store), "list").out().contains("Lima and Santiago Meet"));
    assertTrue(Shell.run(Map.of("ENTENTE_CONFIG", file("store=" + store)), "stats").out().contains("articles  1"));
    Shell other = Shell.run(Map.of("ENTENTE_STORE", store), "list", "--store", folder.resolve("other").toString());
    assertTrue(other.err().contains("there is no store at"), other.err());
  }

  @Test
  void leavesAFlagOnThatIsOnInBothPlaces() {
    Shell quiet = Shell.run(Map.of("ENTENTE_LOOPBACK", "true"), "serve", "--loopback", "--store",
        folder.resolve("nowhere").toString());
    assertTrue(quiet.err().contains("there is no store at"), quiet.err());
  }

  @Test
  void refusesAFileThatIsNotThereOrHasAKeyThatNoCommandKnows() throws IOException {
    Shell missing = Shell.run(Map.of("ENTENTE_CONFIG", folder.resolve("none").toString()), "config");
    assertEquals(3, missing.code());
    assertTrue(missing.err().contains("cannot be read"), missing.err());
    Shell unknown = Shell.run(Map.of("ENTENTE_CONFIG", file("serve.prot=8080")), "config");
    assertTrue(unknown.err().contains("has serve.prot, which is no option"), unknown.err());
  }

  @Test
  void saysWhichValueCannotBeUsed() {
    Shell wrong = Shell.run(Map.of("ENTENTE_PORT", "many"), "serve");
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().contains("many"), wrong.err());
  }
}
