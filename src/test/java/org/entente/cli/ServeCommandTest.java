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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
