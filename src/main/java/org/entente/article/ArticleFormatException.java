package org.entente.article;

import org.entente.problem.EntenteException;

/** A file, stream or address that is not an article we can read: what it is instead, where, and what to do. */
public class ArticleFormatException extends EntenteException {

  private static final long serialVersionUID = 1L;

  /** For whoever reads on: the article is one, and cannot be read all the same. */
  public ArticleFormatException(String message, String advice) {
    super(message, advice);
  }

  public ArticleFormatException(String message, String advice, Throwable cause) {
    super(message, advice, cause);
  }
}
