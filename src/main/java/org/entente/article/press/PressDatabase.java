package org.entente.article.press;

import java.util.List;

/** A press database whose exports can be told by their lines. */
interface PressDatabase {

  /** Whether a line of these begins or ends an article as this database does it. */
  boolean wrote(List<String> lines);

  /** Its articles, in order. */
  List<PressArticle> articles(List<String> lines);
}
