package org.entente.evaluate;

import org.entente.problem.EntenteException;

/** A gold folder that is not there or not of the form that {@link GoldFolder} describes. */
public final class GoldException extends EntenteException {

  private static final long serialVersionUID = 1L;

  GoldException(String message, String advice) {
    super(message, advice);
  }

  GoldException(String message, String advice, Throwable cause) {
    super(message, advice, cause);
  }
}
