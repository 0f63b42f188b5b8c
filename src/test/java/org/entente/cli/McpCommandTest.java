package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An assistant starts the program and talks with it over standard input and output. */
class McpCommandTest {

  @TempDir
  Path folder;

  @Test
  void answersAnAssistantThatStartedIt() {
    ServerParameters program = ServerParameters.builder(Path.of(System.getProperty("java.home"), "bin", "java")
        .toString()).args("-Xmx400m", "-cp", System.getProperty("java.class.path"), Entente.class.getName(), "mcp",
            "--store", TwoStates.storedIn(folder))
        .build();
    try (McpSyncClient client = McpClient.sync(new StdioClientTransport(program, McpJsonDefaults.getMapper()))
        .initializationTimeout(Duration.ofMinutes(2)).requestTimeout(Duration.ofMinutes(2)).build()) {
      client.initialize();
      assertEquals(5, client.listTools().tools().size());
      String found = client.callTool(new CallToolRequest("dyad", Map.of("one", "RUR", "other", "GRA"))).toString();
      assertTrue(found.contains("A frigate of Graustark called"), found);
    }
  }

  @Test
  void wantsAStoreOrASite() {
    assertEquals(2, Shell.run("mcp").code());
    assertEquals(2, Shell.run("mcp", "--server", "here").code());
    assertEquals(3, Shell.run("mcp", "--store", folder.resolve("nowhere").toString()).code());
  }
}
