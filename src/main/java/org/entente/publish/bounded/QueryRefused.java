package org.entente.publish.bounded;

import org.entente.problem.EntenteException;

/** A query that is not run, or not run to its end, because of what it asks for; the message says what and how much. */
public final class QueryRefused extends EntenteException {

  private static final long serialVersionUID = 1L;

  public QueryRefused(String message, String advice) {
    super(message, advice);
  }
}
