package org.entente.load;

import org.entente.article.Article;
import org.entente.article.ArticleFormatException;

/** An article that was read, and names nobody that is known and tells of nothing; the same program finds the same again. */
final class OffTopicException extends ArticleFormatException {

  private static final long serialVersionUID = 1L;

  OffTopicException(Article article) {
    super(
        "\"" + article.title() + "\" is no article on relations between states: it names none of them, nor a"
            + " body, person or place that is known",
        "give a file with an article in it, or the names that it has with --gazetteer");
  }
}
