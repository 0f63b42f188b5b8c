package org.entente.learned;

import org.entente.problem.EntenteException;

/** The learned reader cannot be trained or loaded, for a reason that the user can do something about. */
public final class LearnedException extends EntenteException {

  private static final long serialVersionUID = 1L;

  public LearnedException(String message, String advice) {
    super(message, advice);
  }

  public LearnedException(String message, String advice, Throwable cause) {
    super(message, advice, cause);
  }
}
