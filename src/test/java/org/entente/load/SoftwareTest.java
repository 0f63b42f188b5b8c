package org.entente.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which changes of the program have articles read again that are stored already. */
class SoftwareTest {

  private static final Map<String, String> PROGRAM = Map.of(
      "org/entente/lexicon/en/verbs.ttl", "<urn:a> a <urn:b> .",
      "org/entente/publish/page/Page.class", "a page",
      "org/entente/queries/pages/thing.rq", "ASK {}",
      "META-INF/maven/org.entente/entente/pom.xml", "a library, 1.0");

  @TempDir
  Path folder;

  private int made;

  @Test
  void isTheSameReaderWhenPagesAndQuestionsChange() throws IOException {
    Map<String, String> other = with("org/entente/publish/page/Page.class", "another page");
    other.put("org/entente/queries/pages/thing.rq", "ASK { ?s ?p ?o }");
    other.put("org/entente/cli/New.class", "a command");
    assertEquals(Software.build(jar(PROGRAM)), Software.build(jar(other)));
    assertEquals(Software.build(classes(PROGRAM)), Software.build(classes(other)));
  }

  @Test
  void isAnotherReaderWhenAWordALibraryOrAPackageThatNobodyNamedChanges() throws IOException {
    assertChanged(with("org/entente/lexicon/en/verbs.ttl", "<urn:a> a <urn:c> ."));
    assertChanged(with("META-INF/maven/org.entente/entente/pom.xml", "a library, 1.1"));
    assertChanged(with("org/entente/publisher/New.class", "no page"));
  }

  @Test
  void isTheSameLinkerWhereReadersChangeAndAnotherWhereTheCodeThatLinksDoes() throws IOException {
    Map<String, String> reader = with("org/entente/lexicon/en/verbs.ttl", "<urn:a> a <urn:c> .");
    assertEquals(Software.linker(jar(PROGRAM)), Software.linker(jar(reader)));
    assertEquals(Software.linker(classes(PROGRAM)), Software.linker(classes(reader)));
    Map<String, String> linker = with("org/entente/load/accounts.rq", "SELECT * {}");
    assertNotEquals(Software.linker(jar(PROGRAM)), Software.linker(jar(linker)));
    assertNotEquals(Software.linker(classes(PROGRAM)), Software.linker(classes(linker)));
  }

  private void assertChanged(Map<String, String> other) throws IOException {
    assertNotEquals(Software.build(jar(PROGRAM)), Software.build(jar(other)));
    assertNotEquals(Software.build(classes(PROGRAM)), Software.build(classes(other)));
  }

  private static Map<String, String> with(String name, String content) {
    Map<String, String> other = new TreeMap<>(PROGRAM);
    other.put(name, content);
    return other;
  }

  private Path jar(Map<String, String> program) throws IOException {
    Path jar = folder.resolve(made++ + ".jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Map.Entry<String, String> file : program.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  private Path classes(Map<String, String> program) throws IOException {
    Path classes = folder.resolve(made++ + "");
    for (Map.Entry<String, String> file : program.entrySet()) {
      Path path = classes.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return classes;
  }
}
