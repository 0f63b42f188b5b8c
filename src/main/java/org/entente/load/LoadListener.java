package org.entente.load;

import java.util.List;
import org.entente.article.ArticleSource;

/** Is told what becomes of articles as soon as it is known, in the order of the sources. */
@FunctionalInterface
public interface LoadListener {

  void accept(LoadOutcome outcome);

  /** What became of articles that were stored in one go. */
  default void accept(List<LoadOutcome> outcomes) {
    outcomes.forEach(this::accept);
  }

  /** All that this source holds has been told of. */
  default void finished(ArticleSource source) {
    // Only who shows how far it is wants to know.
  }
}
