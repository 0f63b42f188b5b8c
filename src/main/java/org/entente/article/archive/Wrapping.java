package org.entente.article.archive;

import org.entente.article.DocumentSink;
import org.entente.article.RawDocument;

/** A kind of document that fits into memory and has several articles in it, or one in a wrapping. */
public interface Wrapping {

  /**
   * Hands on what it has, in order.
   *
   * @return whether this is one of the kind; where it is not, nothing was handed on
   * @throws org.entente.article.ArticleFormatException when it is one and damaged, after what could be read was handed on
   */
  boolean take(RawDocument document, DocumentSink sink);
}
