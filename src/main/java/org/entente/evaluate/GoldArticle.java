package org.entente.evaluate;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An article with what a careful reader recorded of it.
 *
 * @param date the publication date that the index gives, for articles that do not tell it themselves
 */
public record GoldArticle(String name, Path file, Optional<LocalDate> date, List<GoldRow> rows) {

  public GoldArticle {
    rows = List.copyOf(rows);
  }
}
