package org.entente.publish.dump;

import org.entente.problem.EntenteException;

/** A dump that could not be written or read: where and why. */
public final class DumpException extends EntenteException {

  private static final long serialVersionUID = 1L;

  DumpException(String message, String advice) {
    super(message, advice);
  }

  DumpException(String message, String advice, Throwable cause) {
    super(message, advice, cause);
  }
}
