package org.entente.load;

import org.entente.article.Article;
import org.entente.undertaking.Extraction;

/** Finds what an article says. The real one loads a large model when it is first asked. */
@FunctionalInterface
public interface Extractor {
  Extraction extract(Article article);
}
