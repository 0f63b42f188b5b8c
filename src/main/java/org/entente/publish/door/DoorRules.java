package org.entente.publish.door;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * How requests are let in.
 *
 * @param shortBody how many bytes of a body are read from anybody
 * @param longBody how many from those who may write
 * @param writers where long bodies may be sent, and by whom
 * @param patience how long a body may come at any pace; after that, at {@link Doors#BYTES_PER_SECOND} at least
 * @param requestsPerSecond how many requests of one client are answered in a second, in the long run; 0: any number
 * @param forwarded whether a proxy stands before the server and tells whose request it is
 */
public record DoorRules(int shortBody, int longBody, Predicate<Arrival> writers, Duration patience,
    int requestsPerSecond, boolean forwarded) {

  /**
   * A request that has a body.
   *
   * @param address where it came from
   * @param path as the client wrote it
   * @param authorization the header of that name; empty when there is none
   */
  public record Arrival(String address, String path, String authorization) {}
}
