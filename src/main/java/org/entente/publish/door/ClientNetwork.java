package org.entente.publish.door;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Who counts as one client: an address of IPv4, or of IPv6 the network of 64 bits that it is in. A household or a
 * rented machine has such a network to itself, and as many addresses in it as it likes.
 */
public final class ClientNetwork {

  private static final int HALF = 8;
  /** With a colon, and without a name that would have to be looked up. */
  private static final Pattern VERSION_6 = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F.:]*");

  private ClientNetwork() {}

  /** What an address counts as; itself where it is none of IPv6. */
  public static String of(String address) {
    String plain = address.replaceFirst("^\\[(.*)]$", "$1").replaceFirst("%.*", "");
    return isOfThisMachine(address) || !VERSION_6.matcher(plain).matches() ? address : network(plain);
  }

  /**
   * Whether requests from this address are of this machine: a proxy that does not say whose requests it brings would be
   * taken for one busy client.
   */
  public static boolean isOfThisMachine(String address) {
    return address.equals("null") || address.startsWith("127.") || address.equals("::1")
        || address.equals("0:0:0:0:0:0:0:1")
        || address.equals("[::1]") || address.equals("[0:0:0:0:0:0:0:1]");
  }

  /** An address of IPv4 that is written as one of IPv6 comes back as what it is. */
  private static String network(String address) {
    try {
      InetAddress read = InetAddress.getByName(address);
      return read instanceof Inet6Address
          ? InetAddress.getByAddress(Arrays.copyOf(Arrays.copyOf(read.getAddress(), HALF), 2 * HALF)).getHostAddress()
              + "/64"
          : read.getHostAddress();
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
