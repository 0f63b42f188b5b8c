package org.entente.publish.door;

import java.io.IOException;

/** Other requests have filled the memory that bodies on their way in may take. */
final class NoRoomForBody extends IOException {

  private static final long serialVersionUID = 1L;

  NoRoomForBody() {
    super("too many requests with long bodies are on their way");
  }
}
