package org.entente.actor;

import org.entente.problem.EntenteException;

/** A gazetteer file that cannot be used: the message names file, resource and what is wrong. */
public final class GazetteerException extends EntenteException {

  private static final long serialVersionUID = 1L;

  GazetteerException(String message, String advice, Throwable cause) {
    super(message, advice, cause);
  }

  GazetteerException(String message, String advice) {
    super(message, advice);
  }
}
