package org.entente.access;

import org.entente.problem.EntenteException;

/** Tokens or a log that cannot be read or written, or must not be used: which, why, and what to do. */
public final class AccessException extends EntenteException {

  private static final long serialVersionUID = 1L;

  AccessException(String message, String advice) {
    super(message, advice);
  }

  AccessException(String message, String advice, Throwable cause) {
    super(message, advice, cause);
  }
}
