package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a served store is called after. The rehearsal of the launcher is a server that ends by itself. */
class ServeCommandTest {

  @TempDir
  Path folder;

  private static String freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return String.valueOf(free.getLocalPort());
    }
  }

  private Shell serve(String port, String... more) {
    String store = folder.resolve("store").toString();
    Shell served = Shell.run(Stream.concat(
        Stream.of("serve", "--rehearse", "--loopback", "--store", store, "--port", port), Stream.of(more))
        .toArray(String[]::new));
    assertEquals(0, served.code(), served.err());
    return served;
  }

  private String base() throws IOException {
    return Files.readString(folder.resolve("store").resolve("base.txt")).strip();
  }

  @Test
  void namesANewStoreAfterThePortAndKeepsTheNameAtAnother() throws IOException {
    String port = freePort();
    serve(port);
    assertEquals("http://localhost:" + port + "/", base());
    String other = freePort();
    Shell again = serve(other);
    assertEquals("http://localhost:" + port + "/", base());
    assertTrue(again.out().startsWith("Publishing 0 articles at http://localhost:" + other + "/"), again.out());
    assertEquals(1, again.out().lines().count(), again.out());
  }

  @Test
  void namesANewStoreAsItIsTold() throws IOException {
    serve(freePort(), "--base", "https://data.example.org/");
    assertEquals("https://data.example.org/", base());
  }

  @Test
  void saysThatTheEndpointToPublishIsNotThere() {
    Shell refused =
        Shell.run("serve", "--loopback", "--port", "0", "--sparql", "http://reader:secret@localhost:1/sparql");
    assertEquals(3, refused.code(), refused.err());
    assertTrue(refused.err().contains("the SPARQL endpoint at localhost did not answer")
        && refused.err().contains("Check that the endpoint is running"), refused.err());
    assertFalse(refused.err().contains("secret"), refused.err());
  }

  @Test
  void publishesAnEndpointWithoutShowingThePasswordOfItsAddress() {
    FusekiServer stock = FusekiServer.create().port(0).loopback(true)
        .add("/ds", DatasetGraphFactory.createTxnMem()).build().start();
    try {
      String where = "localhost:" + stock.getHttpPort() + "/ds/query";
      Shell served = Shell.run("serve", "--rehearse", "--loopback", "--port", "0", "--sparql",
          "http://reader:secret@" + where);
      assertTrue(served.out().startsWith("Publishing http://" + where + " at "), served.out() + served.err());
      assertFalse((served.out() + served.err()).contains("secret"), served.out() + served.err());
    } finally {
      stock.stop();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://reader:se cret@localhost:1/", "http://reader:se^cret@localhost:1/",
    "http://reader:se@cret@some_host:1/sparql"})
  void showsNoPasswordOfAnAddressThatIsNone(String address) {
    Shell refused = Shell.run("serve", "--loopback", "--port", "0", "--sparql", address);
    assertTrue(refused.code() == 2 || refused.code() == 3, refused.err());
    assertFalse(refused.err().contains("cret"), refused.err());
  }
}
