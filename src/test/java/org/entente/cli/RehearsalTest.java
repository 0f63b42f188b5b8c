package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher rehearses a server once, so that later ones start faster. */
class RehearsalTest {

  @TempDir
  Path folder;

  @Test
  void startsAServerOnANewStoreAndEndsByItself() {
    Path store = folder.resolve("store");
    Shell rehearsed = Shell.run("serve", "--rehearse", "--port", "0", "--loopback", "--store", store.toString());
    assertEquals(0, rehearsed.code(), rehearsed.err());
    assertTrue(rehearsed.out().startsWith("Publishing 0 articles at http://localhost:"), rehearsed.out());
    assertTrue(Files.exists(store.resolve("base.txt")));
    assertFalse(Shell.run("serve", "--help").out().contains("--rehearse"));
  }

  /** So that who mistypes a port is not kept waiting for a rehearsal first. */
  @Test
  void saysBeforehandWhetherAServerCouldStart() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      String port = String.valueOf(taken.getLocalPort());
      assertEquals(3, Shell.run("serve", "--startable", "--port", port).code());
    }
    assertEquals(2, Shell.run("serve", "--startable", "--port", "web").code());
    Path store = folder.resolve("none");
    assertEquals(3, Shell.run("serve", "--startable", "--port", "0", "--store", store.toString()).code());
    assertEquals(0, Shell.run("serve", "--startable", "--port", "0", "--store", store.toString(), "--base",
        "https://data.example.org/").code());
    assertFalse(Files.exists(store));
    assertEquals(0, Shell.run("serve", "--startable", "--port", "0", "--store", folder.toString()).code());
  }
}
