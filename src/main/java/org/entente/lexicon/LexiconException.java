package org.entente.lexicon;

import org.entente.problem.EntenteException;

/** A lexicon file that cannot be used: the message names file, entry and what is wrong. */
public final class LexiconException extends EntenteException {

  private static final long serialVersionUID = 1L;

  LexiconException(String message, String advice) {
    super(message, advice);
  }

  LexiconException(String message, String advice, Throwable cause) {
    super(message, advice, cause);
  }
}
