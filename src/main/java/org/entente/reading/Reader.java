package org.entente.reading;

import org.entente.article.Article;
import org.entente.undertaking.Extraction;

/** Reads what an article states about relations between states. Safe to use from several threads. */
public interface Reader {

  Extraction read(Article article);
}
