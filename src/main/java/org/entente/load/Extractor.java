package org.entente.load;

import java.util.List;
import org.entente.article.Article;
import org.entente.undertaking.Extraction;

/** Finds what an article says. The real one loads a large model when it is first asked. */
@FunctionalInterface
public interface Extractor {

  /**
   * @throws org.entente.article.ArticleFormatException when the article cannot be read in bounded time, or is none
   */
  Extraction extract(Article article);

  /** What of the article is passed over, one sentence each, for the outcome of loading it. */
  default List<String> warnings(Article article) {
    return List.of();
  }
}
