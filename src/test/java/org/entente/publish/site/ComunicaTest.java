package org.entente.publish.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.publish.data.MemoryDataset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comunica, which follows links between RDF documents, finds its way; skipped where it is not installed. */
class ComunicaTest {

  private static final String FOLDER = System.getProperty("entente.comunica", "");
  private static EntenteServer server;

  @BeforeAll
  static void publish() {
    assumeFalse(FOLDER.isBlank(), "needs -Dentente.comunica=DIR, where npm install @comunica/query-sparql was run");
    server = EntenteServer.start(new MemoryDataset(PublishingTest.twoStates(), "https://data.example.org/"),
        ServerOptions.onPort(0).onLoopback());
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "file, id/visit/graustark-visits-ruritania-0123456789ab",
    "file, data/visit/graustark-visits-ruritania-0123456789ab",
    "file, data/visit/graustark-visits-ruritania-0123456789ab.nq",
    "file, data/visit/graustark-visits-ruritania-0123456789ab.trig",
    "file, data/visit/graustark-visits-ruritania-0123456789ab.jsonld",
    "file, data/visit/graustark-visits-ruritania-0123456789ab.ttl",
    "sparql, sparql",
    "file, sparql"
  })
  void findsTheLabelOfAVisit(String type, String source) throws IOException, InterruptedException {
    String rows = ask(type, server.url() + source,
        "SELECT ?label { ?visit a <https://w3id.org/entente/ontology#Visit> ;"
            + " <http://www.w3.org/2000/01/rdf-schema#label> ?label }");
    assertEquals("Visit of Graustark to Ruritania", rows);
  }

  private static String ask(String type, String source, String query) throws IOException, InterruptedException {
    Path own = Path.of(FOLDER, "node_modules", "node", "bin", "node");
    Process node = new ProcessBuilder(Files.isExecutable(own) ? own.toString() : "node", "src/test/js/comunica.mjs",
        FOLDER, type, source, query).redirectErrorStream(true).start();
    String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, node.waitFor(), said);
    return said.strip();
  }
}
