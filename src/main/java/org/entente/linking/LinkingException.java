package org.entente.linking;

import org.entente.problem.EntenteException;

/** A source of candidates that cannot be used: the message names it and what it answered. */
public final class LinkingException extends EntenteException {

  private static final long serialVersionUID = 1L;

  LinkingException(String message, String advice) {
    super(message, advice);
  }

  LinkingException(String message, String advice, Throwable cause) {
    super(message, advice, cause);
  }
}
