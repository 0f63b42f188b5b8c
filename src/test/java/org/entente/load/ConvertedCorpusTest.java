package org.entente.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.article.Article;
import org.entente.article.intake.ArticleReaders;
import org.entente.load.Conversion.Converted;
import org.entente.load.LoadOutcome.Loaded;
import org.entente.load.LoadOutcome.Unchanged;
import org.entente.problem.EntenteException;
import org.entente.store.GraphStore;
import org.entente.store.StoredGraph.StoredText;
import org.entente.undertaking.Extraction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertedCorpusTest {

  private static final String BASE = "https://data.example.org/";

  @TempDir
  private Path folder;

  private static Converted article(String name) {
    Graph graph = GraphFactory.createGraphMem();
    for (String words : List.of("a \"quoted\"\ttext <of> several lines\n", "another")) {
      graph.add(Triple.create(NodeFactory.createURI(BASE + "id/article/" + name), NodeFactory.createURI("urn:says"),
          NodeFactory.createLiteralLang(words, "en")));
    }
    String text = "What " + name + " says.";
    return new Converted(name + ".txt", BASE + "id/article/" + name, BASE + "graph/article/" + name, name,
        Optional.of(LocalDate.of(2024, 3, 14)), new StoredText(DigestUtils.sha256Hex(text), text), "made of " + name,
        graph, 1, 0, List.of("no author found"), List.of());
  }

  @BeforeEach
  void writesTwoArticles() throws IOException {
    List<Converted> articles = List.of(article("a"), article("b"));
    String graphs = packed("graphs/00000.nq.gz", articles.stream()
        .flatMap(article -> GraphLines.of(article.graph(), article.graphName()).stream()).toList());
    String texts = packed("texts/00000.jsonl.gz",
        articles.stream().map(article -> ConvertedText.of(article).json()).toList());
    Files.writeString(folder.resolve("manifest.json"), """
        {"format": 1, "base": "%s", "shards": [{"shard": 0, "files": [
          {"file": "graphs/00000.nq.gz", "sha256": "%s"}, {"file": "texts/00000.jsonl.gz", "sha256": "%s"}]}]}"""
        .formatted(BASE, graphs, texts));
  }

  private String packed(String name, List<String> lines) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return DigestUtils.sha256Hex(Files.readAllBytes(file));
  }

  @Test
  void isStoredWithItsTextsAndNothingIsReadAgain() {
    try (GraphStore store = GraphStore.inMemory(BASE)) {
      List<LoadOutcome> outcomes = stored(store);
      Converted a = article("a");
      assertEquals(new Loaded("a.txt", a.article(), "a", a.issued(), 1, 0, Optional.empty(), a.warnings()),
          outcomes.getFirst());
      assertEquals(2, outcomes.size());
      assertTrue(store.graph(a.graphName()).isIsomorphicWith(a.graph()));
      assertEquals(Optional.of(a.text().words()), store.text(a.text().digest()));
      assertEquals("made of b", store.entry(BASE + "graph/article/b").orElseThrow().fingerprint());
      assertTrue(stored(store).stream().allMatch(Unchanged.class::isInstance));
    }
  }

  private List<LoadOutcome> stored(GraphStore store) {
    Describer describer = new Describer() {
      @Override
      public String articleIri(Article article) {
        throw new AssertionError("nothing is read");
      }

      @Override
      public String graphName(Article article) {
        throw new AssertionError("nothing is read");
      }

      @Override
      public Graph describe(Article article, Extraction extraction) {
        throw new AssertionError("nothing is read");
      }
    };
    List<LoadOutcome> outcomes = new ArrayList<>();
    new ArticleLoader(new ArticleReaders(), article -> new Extraction(List.of(), List.of(), List.of()), describer,
        (graph, text) -> List.of(), new Software("1", "build", ""), store)
        .storeAll(ConvertedCorpus.in(folder, BASE).articles(), outcomes::add);
    return outcomes;
  }

  @Test
  void aFileThatIsNotTheOneThatWasWrittenIsRefusedBeforeItsFirstArticle() throws IOException {
    packed("texts/00000.jsonl.gz", List.of(ConvertedText.of(article("c")).json()));
    EntenteException refusal = assertThrows(EntenteException.class,
        () -> ConvertedCorpus.in(folder, BASE).articles().next());
    assertTrue(refusal.getMessage().contains("00000.jsonl.gz"), refusal.getMessage());
    Files.delete(folder.resolve("graphs/00000.nq.gz"));
    assertThrows(EntenteException.class, () -> ConvertedCorpus.in(folder, BASE).articles().next());
  }

  @Test
  void aFolderOfAnotherBaseOrFormOrWithoutAnEndIsRefused() throws IOException {
    assertThrows(EntenteException.class, () -> ConvertedCorpus.in(folder, "https://other.example.org/"));
    Path manifest = folder.resolve("manifest.json");
    for (Map.Entry<String, String> wrong : Map.of("{\"format\": 2}", "version", "", "take it up", "[]", "take it up")
        .entrySet()) {
      Files.writeString(manifest, wrong.getKey());
      EntenteException refusal = assertThrows(EntenteException.class, () -> ConvertedCorpus.in(folder, BASE));
      assertTrue(refusal.advice().orElse("").contains(wrong.getValue()), refusal.getMessage());
    }
    Files.delete(manifest);
    assertThrows(EntenteException.class, () -> ConvertedCorpus.in(folder, BASE));
  }
}
