package org.entente.publish.files;

import org.entente.problem.EntenteException;

/** A site that could not be written as files: where and why. */
public final class SiteException extends EntenteException {

  private static final long serialVersionUID = 1L;

  SiteException(String message, String advice) {
    super(message, advice);
  }

  SiteException(String message, String advice, Throwable cause) {
    super(message, advice, cause);
  }
}
