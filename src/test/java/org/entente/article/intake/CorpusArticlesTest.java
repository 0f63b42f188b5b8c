package org.entente.article.intake;

import static org.entente.article.Block.Kind.HEADING;
import static org.entente.article.Block.Kind.LIST_ITEM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.article.Article;
import org.entente.article.Block;
import org.entente.article.MetadataOverrides;
import org.entente.article.NormalForm;
import org.entente.article.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the readers against articles that are not ours; skipped where they are not at hand. */
class CorpusArticlesTest {

  private final ArticleReaders readers = new ArticleReaders();

  @Test
  void readsTheRealArticlesMetadata() {
    Article article = read("articles/russia-pakistan-2018-08-10.txt");
    assertEquals(List.of("Andrew Korybko"), article.creators());
    assertEquals(Optional.of("Global Research"), article.publisher());
    assertEquals(Optional.of("Oriental Review"), article.firstPublishedBy());
    assertEquals(Optional.of(LocalDate.of(2018, 8, 10)), article.issued());
    assertEquals(List.of("Asia", "Russia and FSU", "History", "PAKISTAN"), article.keywords());
  }

  @Test
  void readsTheRealArticlesFiveFrontsOfFiveItems() {
    Article article = read("articles/russia-pakistan-2018-08-10.txt");
    Map<Integer, Integer> lists = new TreeMap<>();
    Reading.blocks(article, LIST_ITEM).forEach(item -> lists.merge(item.list(), 1, Integer::sum));
    assertEquals(Map.of(1, 5, 2, 5, 3, 5, 4, 5, 5, 5), lists);
    assertEquals(10, Reading.blocks(article, HEADING).size());
    assertEquals(1, Reading.blocks(article, Block.Kind.CAPTION).size());
    assertFalse(article.text().contains("Disclaimer"));
  }

  @ParameterizedTest
  @CsvSource({
    "wire-report.txt, 2023-03-14, 0, 8",
    "op-ed-roadmap.txt, 2022-09-12, 18, 11",
    "chronology.txt, 2020-10-30, 20, 1",
    "interview.txt, 2022-09-22, 0, 21",
    "hard-negative.txt, 2023-05-09, 0, 8",
    "summit.txt, 2022-11-14, 0, 9",
    "arms-trade.txt, 2021-05-06, 0, 8",
    "news-page.html, 2024-05-23, 0, 11",
    "press-release.html, 2022-02-09, 7, 6",
    "brief.md, 2023-07-20, 12, 5",
  })
  void readsTheGoldArticles(String file, LocalDate day, int items, int others) {
    Article article = read("gold/" + file);
    assertEquals(Optional.of(day), article.issued());
    assertEquals(items, Reading.blocks(article, LIST_ITEM).size());
    long numbered = article.blocks().stream().filter(block -> block.paragraph() > 0).count();
    assertEquals(items + others, numbered);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "articles/russia-pakistan-2018-08-10.txt", "gold/wire-report.txt", "gold/op-ed-roadmap.txt", "gold/chronology.txt",
    "gold/interview.txt", "gold/hard-negative.txt", "gold/summit.txt", "gold/arms-trade.txt"
  })
  void changesNoWordOfAnyBlock(String name) throws IOException {
    String source = NormalForm.of(Files.readString(file(name)).replaceAll("</?u>", ""));
    Article article = read(name);
    for (Block block : article.blocks()) {
      assertTrue(source.contains(article.text(block)), article.text(block));
    }
  }

  private Article read(String name) {
    return readers.read(file(name), MetadataOverrides.none());
  }

  private static Path file(String name) {
    String corpus = System.getProperty("entente.corpus", "");
    Path file = Path.of(corpus, name);
    assumeTrue(
        !corpus.isBlank() && Files.exists(file), "no " + name + ": set -Dentente.corpus to the folder of articles");
    return file;
  }
}
