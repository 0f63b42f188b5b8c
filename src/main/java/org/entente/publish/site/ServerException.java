package org.entente.publish.site;

import org.entente.problem.EntenteException;

/** The server could not start or stop: a port in use, an address that is not ours. */
public final class ServerException extends EntenteException {

  private static final long serialVersionUID = 1L;

  public ServerException(String message, String advice, Throwable cause) {
    super(message, advice, cause);
  }
}
