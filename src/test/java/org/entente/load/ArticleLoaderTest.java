package org.entente.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.article.Article;
import org.entente.article.ArticleSource;
import org.entente.article.MetadataOverrides;
import org.entente.article.intake.ArticleReaders;
import org.entente.load.LoadOutcome.Loaded;
import org.entente.load.LoadOutcome.Rejected;
import org.entente.load.LoadOutcome.Unchanged;
import org.entente.store.GraphStore;
import org.entente.undertaking.Extraction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleLoaderTest {

  private static final String NEWS =
      """
      Lima and Santiago Meet

      By Ana Reyes

      The Andean Post, May 4, 2019

      The foreign ministers of Peru and Chile met in Lima on Thursday. They spoke about trade and about the border
      between the two countries, and they agreed to meet again before the end of the year.
      """;

  @TempDir
  Path folder;

  private final GraphStore store = GraphStore.inMemory(GraphStore.DEFAULT_BASE);
  private final java.util.concurrent.atomic.AtomicInteger extractions = new java.util.concurrent.atomic.AtomicInteger();

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void storesAnArticleWithItsText() throws IOException {
    Loaded loaded = assertInstanceOf(Loaded.class, loader("1").load(file("a.txt", NEWS), MetadataOverrides.none()));
    String graph = store.entries().getFirst().graph();
    assertEquals(1, store.graph(graph).size());
    assertTrue(store.text(store.entries().getFirst().textDigest().orElseThrow()).orElseThrow().contains("Santiago"));
    assertTrue(loaded.article().startsWith(store.base()));
  }

  @Test
  void doesNotReadAgainWhatIsUnchanged() throws IOException {
    ArticleSource source = file("a.txt", NEWS);
    loader("1").load(source, MetadataOverrides.none());
    String version = store.version();
    assertInstanceOf(Unchanged.class, loader("1").load(source, MetadataOverrides.none()));
    assertEquals(1, extractions.get());
    assertEquals(version, store.version());
  }

  @Test
  void doesNotReadAgainWhatTurnedOutToBeNoArticle() throws IOException {
    ArticleSource source = file("a.txt", NEWS);
    List<LoadOutcome> outcomes = new ArrayList<>();
    Path place = folder.resolve("store");
    for (String version : List.of("1", "1", "2")) {
      try (GraphStore kept = GraphStore.openOrCreate(place, Optional.empty())) {
        Extractor refusing = article -> {
          extractions.incrementAndGet();
          throw new OffTopicException(article);
        };
        new ArticleLoader(new ArticleReaders(), refusing, new TitleDescriber(), (graph, text) -> List.of(),
            new Software(version, "build", ""), kept)
            .loadAll(List.of(source), MetadataOverrides.none(), outcomes::add);
      }
    }
    assertEquals(2, extractions.get(), "the same program, and another");
    assertEquals(3, outcomes.size());
    assertEquals(outcomes.get(0), outcomes.get(1));
    assertInstanceOf(Rejected.class, outcomes.get(1));
  }

  @Test
  void readsAgainWithOtherSoftwareOrMetadata() throws IOException {
    ArticleSource source = file("a.txt", NEWS);
    loader("1").load(source, MetadataOverrides.none());
    assertInstanceOf(Loaded.class, loader("2").load(source, MetadataOverrides.none()));
    MetadataOverrides dated =
        new MetadataOverrides(
            Optional.empty(), Optional.empty(), Optional.of(LocalDate.of(2019, 5, 5)), Optional.empty(),
            Optional.empty());
    assertInstanceOf(Loaded.class, loader("2").load(source, dated));
    assertEquals(3, extractions.get());
  }

  @Test
  void goesOnAfterAFileThatIsNoArticle() throws IOException {
    Path missing = folder.resolve("missing.txt");
    List<ArticleSource> sources =
        List.of(
            file("empty.txt", ""), new ArticleSource.File(missing), new ArticleSource.File(folder),
            file("a.txt", NEWS));
    List<LoadOutcome> outcomes = new ArrayList<>();
    loader("1").loadAll(sources, MetadataOverrides.none(), outcomes::add);
    outcomes.subList(0, 3).forEach(outcome -> assertInstanceOf(Rejected.class, outcome));
    assertInstanceOf(Loaded.class, outcomes.get(3));
    assertEquals(1, store.entries().size());
  }

  @Test
  void keepsTheStoreAsItWasWhenAShapeIsBroken() throws IOException {
    String version = store.version();
    ArticleLoader strict = loader("1", (graph, text) -> List.of("a visit without a host"));
    Rejected rejected =
        assertInstanceOf(Rejected.class, strict.load(file("a.txt", NEWS), MetadataOverrides.none()));
    assertEquals(List.of("a visit without a host"), rejected.findings());
    assertEquals(version, store.version());
  }

  @Test
  void replacesTheGraphOfAChangedArticle() throws IOException {
    loader("1").load(file("a.txt", NEWS), MetadataOverrides.none());
    String version = store.version();
    loader("1").load(file("a.txt", NEWS.replace("trade", "tariffs")), MetadataOverrides.none());
    assertEquals(1, store.entries().size());
    assertNotEquals(version, store.version());
  }

  @Test
  void storesEachArticleOfAFileThatHoldsSeveral() throws IOException {
    String records =
        """
        {"title": "One", "text": "The envoys of Peru and Chile met in Lima and spoke about trade."}
        {"title": "Two", "text": ""}
        {"title": "Three", "text": "The envoys of Oman and Kenya met in Muscat and spoke about ships."}
        """;
    List<LoadOutcome> outcomes = new ArrayList<>();
    loader("1").loadAll(List.of(file("a.jsonl", records)), MetadataOverrides.none(), outcomes::add);
    assertEquals(List.of("a.jsonl#1", "a.jsonl#2", "a.jsonl#3"),
        outcomes.stream().map(outcome -> Path.of(outcome.source()).getFileName().toString()).toList());
    assertInstanceOf(LoadOutcome.PassedOver.class, outcomes.get(1));
    assertEquals(2, store.entries().size());
  }

  @Test
  void tellsOfManyInTheOrderOfTheirSourcesAndOfTheSameOneOnlyOnce() throws IOException {
    List<ArticleSource> sources = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      sources.add(file("a" + i + ".txt", NEWS.replace("Lima and", i % 20 == 19 ? "Quito and" : "Lima " + i + " and")));
    }
    List<String> told = new ArrayList<>();
    loader("1").loadAll(sources, MetadataOverrides.none(), outcome -> told.add(outcome.source() + " "
        + outcome.getClass().getSimpleName()));
    assertEquals(sources.stream().map(ArticleSource::name).toList(),
        told.stream().map(line -> line.split(" ")[0]).toList());
    assertEquals(List.of(false, true, true),
        List.of(19, 39, 59).stream().map(told::get).map(l -> l.endsWith("Unchanged")).toList());
    assertEquals(58, store.entries().size());
  }

  @Test
  void storesWhatStandsBeforeAnArticleThatEndsTheWork() throws IOException {
    Extractor failing = article -> {
      if (article.title().startsWith("Quito")) {
        throw new org.entente.problem.EntenteException("the model is gone", "Fetch it.");
      }
      return new Extraction(List.of(), List.of(), List.of());
    };
    ArticleLoader loader =
        new ArticleLoader(new ArticleReaders(), failing, new TitleDescriber(), (graph, text) -> List.of(),
            new Software("1", "build", ""), store);
    List<ArticleSource> sources =
        List.of(file("a.txt", NEWS), file("b.txt", NEWS.replace("Lima and", "Quito and")), file("c.txt", NEWS));
    org.junit.jupiter.api.Assertions.assertThrows(org.entente.problem.EntenteException.class,
        () -> loader.loadAll(sources, MetadataOverrides.none(), outcome -> {
        }));
    assertEquals(1, store.entries().size());
  }

  @Test
  void refusesWhatTakesMoreMemoryThanThereIsAndStoresTheOthers() throws IOException {
    Checker greedy = (graph, text) -> {
      if (text.orElse("").contains("Quito")) {
        throw new OutOfMemoryError("Java heap space");
      }
      return List.of();
    };
    List<LoadOutcome> outcomes = new ArrayList<>();
    loader("1", greedy).loadAll(
        List.of(file("a.txt", NEWS), file("b.txt", NEWS.replace("Lima and", "Quito and")),
            file("c.txt", NEWS.replace("Lima and", "Arica and"))),
        MetadataOverrides.none(), outcomes::add);
    Rejected refused = assertInstanceOf(Rejected.class, outcomes.get(1));
    assertTrue(refused.problem().endsWith("b.txt takes more memory than Java has"), refused.problem());
    assertTrue(refused.advice().orElseThrow().contains("parts"));
    assertEquals(2, store.entries().size());
  }

  @Test
  void makesTheLinksOfALoadThatBrokeOffWithTheNext() throws IOException {
    LoadListener failing = outcome -> {
      throw new OutOfMemoryError("Java heap space");
    };
    ArticleLoader loader = loader("1");
    List<ArticleSource> first = List.of(file("a.txt", NEWS));
    org.junit.jupiter.api.Assertions.assertThrows(OutOfMemoryError.class,
        () -> loader.loadAll(first, MetadataOverrides.none(), failing));
    assertTrue(store.isUnlinked());
    loader("1").loadAll(List.of(file("b.txt", NEWS.replace("Lima and", "Arica and"))), MetadataOverrides.none(),
        outcome -> {
        });
    org.junit.jupiter.api.Assertions.assertFalse(store.isUnlinked());
  }

  private ArticleSource file(String name, String content) throws IOException {
    return new ArticleSource.File(Files.writeString(folder.resolve(name), content));
  }

  private ArticleLoader loader(String version) {
    return loader(version, (graph, text) -> List.of());
  }

  private ArticleLoader loader(String version, Checker checker) {
    Extractor counting =
        article -> {
          extractions.incrementAndGet();
          return new Extraction(List.of(), List.of(), List.of());
        };
    return new ArticleLoader(
        new ArticleReaders(), counting, new TitleDescriber(), checker, new Software(version, "build", ""), store);
  }

  /** One triple for an article: its text's digest. */
  private static final class TitleDescriber implements Describer {

    @Override
    public String articleIri(Article article) {
      return GraphStore.DEFAULT_BASE + "id/article/" + article.title().replace(' ', '-');
    }

    @Override
    public String graphName(Article article) {
      return GraphStore.DEFAULT_BASE + "graph/article/" + article.title().replace(' ', '-');
    }

    @Override
    public Graph describe(Article article, Extraction extraction) {
      Graph graph = GraphFactory.createGraphMem();
      graph.add(
          Triple.create(
              NodeFactory.createURI(articleIri(article)),
              NodeFactory.createURI("urn:digest"),
              NodeFactory.createLiteralString(article.textDigest())));
      return graph;
    }
  }
}
