package org.entente.load;

import org.entente.problem.EntenteException;

/** A file of names or words that cannot be read. */
public final class KnowledgeException extends EntenteException {

  private static final long serialVersionUID = 1L;

  KnowledgeException(String message, String advice, Throwable cause) {
    super(message, advice, cause);
  }
}
