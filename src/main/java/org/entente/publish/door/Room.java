package org.entente.publish.door;

import java.util.concurrent.atomic.AtomicLong;

/** The memory that bodies may take together while they come in. */
final class Room {

  private final AtomicLong left;

  Room(long bytes) {
    this.left = new AtomicLong(bytes);
  }

  boolean take(long bytes) {
    if (left.addAndGet(-bytes) >= 0) {
      return true;
    }
    giveBack(bytes);
    return false;
  }

  void giveBack(long bytes) {
    left.addAndGet(bytes);
  }
}
