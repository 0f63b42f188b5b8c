package org.entente.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.article.Article;
import org.entente.article.MetadataOverrides;
import org.entente.article.intake.ArticleReaders;
import org.entente.load.LoadOutcome.Loaded;
import org.entente.load.LoadOutcome.Unchanged;
import org.entente.store.CatalogEntry;
import org.entente.store.GraphStore;
import org.entente.vocab.ENT;
import org.entente.vocab.IriScheme;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The article that is published out of the box, on the whole way with the real parts. */
class BundledSampleTest {

  private static final String SAMPLE = "/org/entente/sample/russia-pakistan-digest.txt";
  private static final String BASE = IriScheme.DEFAULT_BASE;

  @Test
  void goesTheWholeWayAndIsThenUnchanged() {
    Workbench workbench = Workbench.bundled(BASE, List.of(), List.of());
    try (GraphStore store = GraphStore.inMemory(BASE)) {
      workbench.knowledge().refresh(store);
      Loaded loaded = assertInstanceOf(Loaded.class, workbench.loader(store).load("sample", sample()));
      assertEquals(25, loaded.proposals());
      assertTrue(loaded.undertakings() > loaded.proposals(), "what happened is found as well");
      assertEquals(
          List.of("graph/article/", "graph/gazetteer", "graph/ontology"),
          store.entries().stream().map(BundledSampleTest::family).toList());
      assertFalse(hasBlankNodes(store), "whatever has properties has an IRI");
      assertEveryProposalIsOnlyProposed(store);
      assertInstanceOf(Unchanged.class, workbench.loader(store).load("sample", sample()));
    }
  }

  private static void assertEveryProposalIsOnlyProposed(GraphStore store) {
    Node proposed = NodeFactory.createURI("https://w3id.org/entente/status#proposed");
    Set<Node> statuses = new HashSet<>();
    store.read(
        data -> {
          data.getUnionGraph()
              .find(Node.ANY, ENT.proposes.asNode(), Node.ANY)
              .forEachRemaining(
                  proposal -> data.getUnionGraph()
                      .find(proposal.getObject(), ENT.status.asNode(), Node.ANY)
                      .forEachRemaining(status -> statuses.add(status.getObject())));
          return statuses;
        });
    assertEquals(Set.of(proposed), statuses);
  }

  @Test
  void isAttributedInAFooterThatIsNotItsText() throws IOException {
    Article sample = sample();
    assertEquals("Moscow and Islamabad Draw Closer: A Digest", sample.title());
    assertEquals(Optional.of(LocalDate.of(2018, 8, 10)), sample.issued());
    assertEquals(List.of("Entente Editors"), sample.creators());
    assertFalse(sample.text().contains("Korybko"));
    try (InputStream in = BundledSampleTest.class.getResourceAsStream(SAMPLE)) {
      assertTrue(new String(in.readAllBytes(), StandardCharsets.UTF_8).contains("Korybko"));
    }
  }

  @Test
  void isWrittenInWordsOfItsOwn() throws IOException {
    String corpus = System.getProperty("entente.corpus", "");
    Path original = Path.of(corpus, "articles", "russia-pakistan-2018-08-10.txt");
    Assumptions.assumeTrue(!corpus.isEmpty() && Files.exists(original), "entente.corpus has not the original article");
    Set<String> common = runs(sample().text());
    common.retainAll(runs(Files.readString(original)));
    assertEquals(Set.of(), common);
  }

  /** Every run of nine words. */
  private static Set<String> runs(String text) {
    String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
    Set<String> runs = new HashSet<>();
    IntStream.rangeClosed(0, words.length - 9)
        .forEach(i -> runs.add(String.join(" ", Arrays.copyOfRange(words, i, i + 9))));
    return runs;
  }

  private static Article sample() {
    InputStream in = BundledSampleTest.class.getResourceAsStream(SAMPLE);
    return new ArticleReaders().read(in, "sample", MetadataOverrides.none());
  }

  private static String family(CatalogEntry entry) {
    String path = entry.graph().substring(BASE.length());
    return path.startsWith("graph/article/") ? "graph/article/" : path;
  }

  private static boolean hasBlankNodes(GraphStore store) {
    return store.read(
        data -> data.stream().anyMatch(quad -> quad.getSubject().isBlank() || quad.getObject().isBlank()));
  }
}
