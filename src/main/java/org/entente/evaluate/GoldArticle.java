package org.entente.evaluate;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.entente.article.Article;
import org.entente.article.MetadataOverrides;
import org.entente.article.intake.ArticleReaders;

/**
 * An article with what a careful reader recorded of it.
 *
 * @param date the publication date that the index gives, for articles that do not tell it themselves
 */
public record GoldArticle(String name, Path file, Optional<LocalDate> date, List<GoldRow> rows) {

  public GoldArticle {
    rows = List.copyOf(rows);
  }

  /** The same article with other rows. */
  GoldArticle with(List<GoldRow> others) {
    return new GoldArticle(name, file, date, others);
  }

  /** The article as {@code entente load} would read it; the index may know its date better. */
  public Article article(ArticleReaders readers) {
    return readers.read(
        file, new MetadataOverrides(Optional.empty(), Optional.empty(), date, Optional.empty(), Optional.empty()));
  }
}
