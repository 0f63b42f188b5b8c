package org.entente.publish.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.entente.publish.data.MemoryDataset;
import org.entente.publish.export.Program;
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
  void findsTheLabelOfAVisit(String type, String source) {
    String rows = ask(type, server.url() + source,
        "SELECT ?label { ?visit a <https://w3id.org/entente/ontology#Visit> ;"
            + " <http://www.w3.org/2000/01/rdf-schema#label> ?label }");
    assertEquals("Visit of Graustark to Ruritania", rows);
  }

  /** A newer Node than the system's may stand beside the library. */
  private static String ask(String type, String source, String query) {
    return Program.named(FOLDER + "/node_modules/node/bin/node", "node")
        .says("src/test/js/comunica.mjs", FOLDER, type, source, query).strip();
  }
}
