package org.entente.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.article.Article;
import org.entente.article.intake.ArticleReaders;
import org.entente.evaluate.Calibration;
import org.entente.evaluate.Evaluation;
import org.entente.evaluate.EvaluationQuality;
import org.entente.evaluate.EvaluationTable;
import org.entente.evaluate.GoldArticle;
import org.entente.evaluate.GoldFolder;
import org.entente.evaluate.Reading;
import org.junit.jupiter.api.Test;

/**
 * The figures that a dataset says of itself are those of this very version, on articles that nobody looked into when
 * rules were written: {@code entente evaluate src/corpus --split blind --format turtle}, and with {@code --calibrate
 * --format tsv}.
 */
class PublishedQualityTest {

  private static final Path PUBLISHED = Path.of("src/main/resources/org/entente/publish/site");

  @Test
  void isWhatIsMeasured() throws IOException {
    List<GoldArticle> articles = GoldFolder.read(Path.of("src/corpus/blind"));
    // Several at a time, as articles are loaded: they are many.
    Map<GoldArticle, Reading> readings =
        articles.parallelStream().collect(Collectors.toMap(gold -> gold, PublishedQualityTest::read));
    Evaluation evaluation = Evaluation.of(articles, readings::get);
    assertEquals(EvaluationQuality.of(evaluation), Files.readString(PUBLISHED.resolve("quality.ttl")));
    assertEquals(
        EvaluationTable.of(Calibration.of(evaluation)), Files.readString(PUBLISHED.resolve("calibration.tsv")));
  }

  private static Reading read(GoldArticle gold) {
    Article article = gold.article(new ArticleReaders());
    return new Reading(article, Readers.BOTH.read(article));
  }
}
