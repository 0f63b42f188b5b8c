package org.entente.publish.door;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientNetworkTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "::ffff:192.0.2.7, 192.0.2.7",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
    "[2001:db8:1:2::9], 2001:db8:1:2:0:0:0:0/64",
    "fe80::1%eth0, fe80:0:0:0:0:0:0:0/64",
    "::1, ::1",
    "[::1], [::1]",
    "dead.beef, dead.beef",
    "1:2:3, 1:2:3",
    "null, null"})
  void countsAnAddressAsItselfAndOneOfIpv6AsItsNetwork(String address, String client) {
    assertEquals(client, ClientNetwork.of(address));
  }
}
