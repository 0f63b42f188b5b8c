package org.entente.load;

import java.util.List;
import org.entente.article.Article;
import org.entente.reading.Trace;

/** Tells how each event of an article was read, and why it was left out. */
@FunctionalInterface
public interface Explainer {

  List<Trace> explain(Article article);
}
