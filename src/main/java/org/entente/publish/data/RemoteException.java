package org.entente.publish.data;

import org.entente.problem.EntenteException;

/** The SPARQL endpoint that holds the data did not answer as it should. */
public final class RemoteException extends EntenteException {

  private static final long serialVersionUID = 1L;

  RemoteException(String message, Throwable cause) {
    super(message, "Check that the endpoint is running, that its address is right, and that it may be queried.", cause);
  }
}
