package org.entente.publish.assistant;

/** How the tools read the site: in the same program, or over HTTP. */
@FunctionalInterface
public interface Reading {

  /**
   * An answer as text.
   *
   * @param status of HTTP
   */
  record Text(int status, String body) {

    boolean isFound() {
      return status == 200;
    }
  }

  /**
   * Asks for an address.
   *
   * @param address with its slash in front, encoded, with its parameters
   * @param accept the media types that will do
   */
  Text get(String address, String accept);
}
