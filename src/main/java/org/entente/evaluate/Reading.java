package org.entente.evaluate;

import org.entente.article.Article;
import org.entente.undertaking.Extraction;

/** An article as the loader read it, and what it found there. */
public record Reading(Article article, Extraction extraction) {}
