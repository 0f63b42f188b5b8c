package org.entente.store;

import org.entente.problem.EntenteException;

/** A store that cannot be opened, read or written: which one, why, and what to do. */
public final class StoreException extends EntenteException {

  private static final long serialVersionUID = 1L;

  StoreException(String message, String advice) {
    super(message, advice);
  }

  StoreException(String message, String advice, Throwable cause) {
    super(message, advice, cause);
  }
}
