package org.entente.publish.http;

import java.util.concurrent.ThreadLocalRandom;

/** Names for requests: in the diary beside each line, in the head of each answer, on pages that tell of a fault. */
public final class RequestNames {

  private RequestNames() {}

  /** Eleven or fewer letters and digits that no other request of these days has. */
  public static String next() {
    return Long.toUnsignedString(ThreadLocalRandom.current().nextLong() >>> 8, 36);
  }
}
