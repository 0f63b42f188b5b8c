package org.entente.load;

import java.util.List;
import org.entente.article.Article;
import org.entente.undertaking.Extraction;

/** Refuses what names nobody that is known and tells of nothing: a recipe, a poem, the description of a program. */
final class TopicalExtractor implements Extractor {

  private final Extractor extractor;

  /** @param extractor reads the articles */
  TopicalExtractor(Extractor extractor) {
    this.extractor = extractor;
  }

  @Override
  public Extraction extract(Article article) {
    Extraction found = extractor.extract(article);
    if (found.mentioned().isEmpty() && found.undertakings().isEmpty() && found.proposals().isEmpty()) {
      throw new OffTopicException(article);
    }
    return found;
  }

  @Override
  public List<String> warnings(Article article) {
    return extractor.warnings(article);
  }
}
