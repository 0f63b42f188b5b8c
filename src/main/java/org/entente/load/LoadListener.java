package org.entente.load;

import org.entente.article.ArticleSource;

/** Is told what becomes of each article as soon as it is known, in the order of the sources. */
@FunctionalInterface
public interface LoadListener {

  void accept(LoadOutcome outcome);

  /** All that this source holds has been told of. */
  default void finished(ArticleSource source) {
    // Only who shows how far it is wants to know.
  }
}
