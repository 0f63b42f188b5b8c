package org.entente.publish.door;

import java.util.concurrent.TimeoutException;

/** The body of a request came so slowly that nobody waits for the rest. */
final class SlowBody extends TimeoutException {

  private static final long serialVersionUID = 1L;

  SlowBody() {
    super("the body of the request came too slowly");
  }
}
