package org.entente.publish.sparql;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.entente.publish.http.HttpProblem;

/**
 * The hosts whose SPARQL endpoints a query may call by {@code SERVICE}: those that the operator names, and no other.
 * A name that leads to an address of a private network is refused, unless the operator named such an address itself.
 *
 * @param hosts such as {@code query.wikidata.org}, for the usual ports, or {@code localhost:3031}
 */
public record Neighbours(Set<String> hosts) {

  /** No host at all. */
  public static final Neighbours NONE = new Neighbours(Set.of());

  private static final String HOST = "[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]+\\]";
  private static final int SHARED_FIRST = 100;
  private static final int SHARED_SECOND = 64;
  private static final int UNIQUE_LOCAL = 0xfc;

  public Neighbours {
    hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    hosts.stream().filter(host -> !host.matches("(?:" + HOST + ")(?::[0-9]{1,5})?")).findFirst().ifPresent(host -> {
      throw new IllegalArgumentException(host + " is no host, with or without a port");
    });
  }

  /**
   * Refuses an endpoint that may not be called, before anything is asked of it.
   *
   * @throws HttpProblem when it is not one of these
   */
  void requireAllowed(Node endpoint) {
    if (hosts.isEmpty()) {
      throw new HttpProblem(400, "SERVICE is not served here",
          "This endpoint calls no other; ask " + endpoint + " directly and join the answers.");
    }
    if (!endpoint.isURI() || !allows(endpoint.getURI())) {
      throw new HttpProblem(400, "SERVICE does not call this endpoint",
          endpoint + " is not among those that the operator allows: " + String.join(", ", new TreeSet<>(hosts)) + ".");
    }
  }

  private boolean allows(String endpoint) {
    try {
      URI address = new URI(endpoint);
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      return List.of("http", "https").contains(scheme) && address.getHost() != null && address.getUserInfo() == null
          && address.getFragment() == null && hosts.contains(place(address, scheme));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static String place(URI address, String scheme) {
    String host = address.getHost().toLowerCase(Locale.ROOT);
    boolean usual = address.getPort() < 0 || address.getPort() == (scheme.equals("https") ? 443 : 80);
    return usual ? host : host + ":" + address.getPort();
  }

  /**
   * Refuses a name that leads into a private network.
   *
   * @throws HttpProblem when it does, or leads nowhere
   */
  static void requirePublic(String host) {
    String bare = host.replaceAll("^\\[|\\]$", "");
    if (isNamedAsPrivate(bare)) {
      return;
    }
    try {
      if (Arrays.stream(InetAddress.getAllByName(bare)).anyMatch(Neighbours::isPrivate)) {
        throw new HttpProblem(400, "SERVICE does not call this endpoint",
            host + " leads to an address of a private network, which is not called.");
      }
    } catch (UnknownHostException e) {
      throw new HttpProblem(400, "SERVICE cannot reach this endpoint", "There is no host " + host + ".");
    }
  }

  /** Whoever allows such a name knows where it leads. */
  private static boolean isNamedAsPrivate(String host) {
    return host.equals("localhost") || host.matches("[0-9.]+") || host.contains(":");
  }

  private static boolean isPrivate(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean shared = bytes.length == 4 && (bytes[0] & 0xff) == SHARED_FIRST && (bytes[1] & 0xc0) == SHARED_SECOND;
    boolean uniqueLocal = address instanceof Inet6Address && (bytes[0] & 0xfe) == UNIQUE_LOCAL;
    return address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress()
        || address.isAnyLocalAddress() || address.isMulticastAddress() || shared || uniqueLocal;
  }
}
