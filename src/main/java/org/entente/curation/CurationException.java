package org.entente.curation;

import org.entente.problem.EntenteException;

/** Decisions that cannot be read or cannot stand; the message has one line for each, with file and line. */
public final class CurationException extends EntenteException {

  private static final long serialVersionUID = 1L;
  private static final String ADVICE = "None of these decisions was taken over; mend the file and try again.";

  public CurationException(String message) {
    super(message, ADVICE);
  }

  CurationException(String message, Throwable cause) {
    super(message, ADVICE, cause);
  }
}
