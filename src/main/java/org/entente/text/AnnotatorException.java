package org.entente.text;

import org.entente.problem.EntenteException;

/** The parser's model could not be loaded. */
public final class AnnotatorException extends EntenteException {

  private static final long serialVersionUID = 1L;

  AnnotatorException(String message, String advice, Throwable cause) {
    super(message, advice, cause);
  }
}
