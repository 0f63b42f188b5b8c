package org.entente.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.entente.article.Article;
import org.entente.article.MetadataOverrides;
import org.entente.article.intake.ArticleReaders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The open corpus can be evaluated: every table is sound, and each row's anchor tells its sentence. */
class CorpusTest {

  private static final ArticleReaders READERS = new ArticleReaders();

  @ParameterizedTest
  @ValueSource(strings = {"train", "dev", "blind"})
  void hasAnAnchorInTheTextForEachRow(String split) {
    Set<String> lost = new TreeSet<>();
    for (GoldArticle gold : GoldFolder.read(Path.of("src/corpus", split))) {
      Article article = READERS.read(gold.file(), MetadataOverrides.none());
      String text = folded(article.text());
      assertTrue(!gold.rows().isEmpty(), gold.name());
      gold.rows().stream()
          .filter(row -> !text.contains(folded(row.anchor())))
          .forEach(row -> lost.add(gold.name() + " " + row.id() + ": " + row.anchor()));
    }
    assertEquals(Set.of(), lost);
  }

  private static String folded(String words) {
    return words.replaceAll("\\s+", " ").strip();
  }
}
