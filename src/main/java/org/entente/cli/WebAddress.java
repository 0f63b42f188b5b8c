package org.entente.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** The address of a page on the web: what a source may be. Others, such as {@code javascript:}, run where they are shown. */
final class WebAddress {

  private static final int LONGEST = 2_000;
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private WebAddress() {}

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException when it is not one that begins with http:// or https:// and a host
   */
  static URI of(String text) {
    try {
      URI address = new URI(text);
      if (text.length() <= LONGEST && address.getScheme() != null && address.getHost() != null
          && SCHEMES.contains(address.getScheme().toLowerCase(Locale.ROOT))) {
        return address;
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("no address: " + e.getMessage(), e);
    }
    throw new IllegalArgumentException("no address of a page on the web");
  }
}
