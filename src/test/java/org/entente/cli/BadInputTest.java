package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.entente.store.GraphStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees when something is wrong: what, where, what to do, the exit code; and the store is as it was. */
class BadInputTest {

  @TempDir
  Path folder;

  private Path store = Path.of("");
  private String good = "";
  private String version = "";

  @BeforeEach
  void loadOneArticle() throws IOException {
    store = folder.resolve("store");
    good = Files.writeString(folder.resolve("good.txt"), Shell.NEWS).toString();
    Shell.run("load", "--store", store.toString(), good);
    version = version();
  }

  @Test
  void rejectsAMissingFile() {
    assertRejected(folder.resolve("missing.txt"));
  }

  @Test
  void rejectsAnEmptyFile() throws IOException {
    assertRejected(Files.writeString(folder.resolve("empty.txt"), "\n \n"));
  }

  @Test
  void rejectsABinaryFile() throws IOException {
    byte[] bytes = new byte[4096];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 7919 >>> 3);
    }
    assertRejected(Files.write(folder.resolve("photo.txt"), bytes));
  }

  @Test
  void refusesAFolderWithoutArticles() throws IOException {
    Shell refused = load(Files.createDirectory(folder.resolve("nothing")).toString());
    assertSaid(refused, 3, "holds no article");
  }

  @Test
  void loadsTheOthersWhenOneIsBad() throws IOException {
    String other = Files.writeString(folder.resolve("b.txt"), Shell.NEWS.replace("trade", "tariffs")).toString();
    Shell loaded = load(folder.resolve("missing.txt").toString(), other);
    assertEquals(1, loaded.code());
    assertTrue(loaded.out().contains("loaded     " + other), loaded.out());
    assertTrue(loaded.out().endsWith("1 loaded, 0 unchanged, 1 rejected" + System.lineSeparator()), loaded.out());
  }

  @Test
  void refusesAStoreThatIsInUse() {
    try (GraphStore open = GraphStore.open(store)) {
      assertSaid(load(good), 3, "is in use by process");
      assertSaid(Shell.run("stats", "--store", store.toString()), 3, "is in use by process");
      assertEquals(version, open.version());
    }
  }

  @Test
  void refusesAnotherBase() {
    Shell refused = Shell.run("load", "--store", store.toString(), "--base", "https://data.example.org/", good);
    assertSaid(refused, 3, "has the base IRI http://localhost:3030/");
  }

  @Test
  void refusesToReadAStoreThatIsNotThere() {
    String nowhere = folder.resolve("nowhere").toString();
    assertSaid(Shell.run("list", "--store", nowhere), 3, "there is no store at");
    assertSaid(Shell.run("serve", "--port", "0", "--store", nowhere), 3, "there is no store at");
    assertFalse(Files.exists(Path.of(nowhere)));
  }

  @Test
  void refusesAPortThatIsInUse() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      Shell refused = Shell.run("serve", "--store", store.toString(), "--loopback", "--port", port);
      assertSaid(refused, 3, "port " + port);
    }
  }

  @Test
  void looksAtThePortBeforeAnythingIsLoaded() throws IOException {
    Path fresh = folder.resolve("fresh");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      Shell refused = Shell.run("serve", "--store", fresh.toString(), "--loopback", "--port", port, good);
      assertSaid(refused, 3, "port " + port);
      assertEquals("", refused.out());
    }
    assertSaid(Shell.run("serve", "--store", fresh.toString(), "--port", "70000", good), 2, "70000 is no port");
    assertFalse(Files.exists(fresh));
  }

  @Test
  void servesNothingWhenNoArticleCouldBeRead() {
    Shell refused = Shell.run("serve", "--port", "0", "--loopback", folder.resolve("missing.txt").toString());
    assertSaid(refused, 1, "missing.txt");
  }

  @Test
  void explainsWrongUsage() {
    assertSaid(Shell.run(), 2, "no command was given");
    assertSaid(Shell.run("laod", "x"), 2, "laod");
    assertSaid(Shell.run("load", good), 2, "--store");
    assertSaid(Shell.run("load", "--store", store.toString(), "--date", "yesterday", good), 2, "yesterday");
    assertSaid(Shell.run("extract", "--format", "poem", good), 2, "poem");
    assertSaid(Shell.run("serve", "--port", "many"), 2, "many");
    assertSaid(Shell.run("serve", "--sparql", "http://localhost:1/", good), 2, "--sparql");
    assertSaid(Shell.run("dump", "--store", store.toString()), 2, "--output");
  }

  @Test
  void refusesToDumpIntoAFile() {
    Shell refused = Shell.run("dump", "--store", store.toString(), "--output", good);
    assertSaid(refused, 3, "the dump could not be written");
  }

  @Test
  void refusesAnIllFormedQuery() throws IOException {
    Path query = Files.writeString(folder.resolve("bad.rq"), "SELECT ?s\nWHERE { ?s ?p }");
    assertSaid(Shell.run("query", "--store", store.toString(), query.toString()), 2, "line 2");
    assertSaid(Shell.run("query", "--store", store.toString(), folder.resolve("no.rq").toString()), 2, "not exist");
    assertSaid(Shell.run("query", "--store", store.toString(), folder.toString()), 2, "is a folder");
    assertSaid(Shell.run("query", "--store", store.toString(), "agreemnts"), 2, "bundled queries: agreements");
    assertSaid(Shell.run("query", "--store", store.toString(), "dyad-timeline", "c=PAK"), 2, "it has a, b");
  }

  @Test
  void refusesAFormatThatTheAnswerCannotHave() throws IOException {
    Path query = Files.writeString(folder.resolve("rows.rq"), "SELECT * { ?s ?p ?o }");
    Shell refused = Shell.run("query", "--store", store.toString(), "--format", "turtle", query.toString());
    assertSaid(refused, 2, "cannot be written as turtle");
  }

  @Test
  void refusesToValidateAFileThatIsNotThere() {
    assertSaid(Shell.run("validate", folder.resolve("no.ttl").toString()), 2, "does not exist");
  }

  private void assertRejected(Path file) {
    Shell refused = load(file.toString());
    assertSaid(refused, 1, file.getFileName().toString());
    assertTrue(refused.out().startsWith("rejected   " + file), refused.out());
    assertEquals(version, version(), "the store is as it was");
  }

  private Shell load(String... articles) {
    String[] arguments = new String[articles.length + 3];
    arguments[0] = "load";
    arguments[1] = "--store";
    arguments[2] = store.toString();
    System.arraycopy(articles, 0, arguments, 3, articles.length);
    return Shell.run(arguments);
  }

  private static void assertSaid(Shell shell, int code, String words) {
    assertAll(
        () -> assertEquals(code, shell.code(), shell.err()),
        () -> assertTrue(shell.err().contains("entente: "), shell.err()),
        () -> assertTrue(shell.err().contains(words), shell.err()),
        () -> assertTrue(shell.err().lines().count() > 1, "advice follows: " + shell.err()),
        () -> assertFalse(shell.err().contains("\tat "), shell.err()),
        () -> assertFalse(shell.err().contains("Exception"), shell.err()));
  }

  private String version() {
    try (GraphStore open = GraphStore.openOrCreate(store, Optional.empty())) {
      return open.version();
    }
  }
}
