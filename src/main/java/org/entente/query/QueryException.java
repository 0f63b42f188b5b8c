package org.entente.query;

import org.entente.problem.EntenteException;

/** A question that cannot be asked: ill-formed, unknown, or with a parameter missing or not fitting. */
public final class QueryException extends EntenteException {

  private static final long serialVersionUID = 1L;

  QueryException(String message, String advice) {
    super(message, advice);
  }

  QueryException(String message, String advice, Throwable cause) {
    super(message, advice, cause);
  }
}
