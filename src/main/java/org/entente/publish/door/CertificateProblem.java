package org.entente.publish.door;

import org.entente.problem.EntenteException;

/** A certificate or its key is not there, cannot be read, or does not fit. */
public final class CertificateProblem extends EntenteException {

  private static final long serialVersionUID = 1L;

  CertificateProblem(String message, String advice) {
    super(message, advice);
  }

  CertificateProblem(String message, String advice, Throwable cause) {
    super(message, advice, cause);
  }
}
