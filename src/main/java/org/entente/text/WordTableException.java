package org.entente.text;

import org.entente.problem.EntenteException;

/** A table of words that cannot be used: the message names file, line and what is wrong. */
public final class WordTableException extends EntenteException {

  private static final long serialVersionUID = 1L;

  WordTableException(String message, String advice) {
    super(message, advice);
  }
}
