package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.store.GraphStore;
import org.entente.store.StoredGraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that articles have and the gazetteer has not: listed, looked for elsewhere, reviewed, linked. */
class LinkCommandTest {

  private static final String BANK = "https://data.example.org/id/institution/amber-coast-bank";
  private static final String ELSEWHERE = "https://elsewhere.example/bank/7";

  @TempDir
  Path folder;
  private String store = "";

  @BeforeEach
  void storeArticlesWithUnlinkedNames() {
    store = TwoStates.storedIn(folder);
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString("""
        PREFIX ent: <https://w3id.org/entente/ontology#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        <id/article/a> a ent:Article ; ent:mentions <id/institution/amber-coast-bank> , <id/place/zembla> .
        <id/article/b> a ent:Article ; ent:mentions <id/institution/amber-coast-bank> .
        <id/institution/amber-coast-bank> a ent:Institution , ent:Actor ; rdfs:label "Amber Coast Bank"@en ; ent:linked false .
        <id/place/zembla> a ent:Place ; rdfs:label "Zembla"@en ; ent:linked false .
        """, Lang.TURTLE).base("https://data.example.org/").parse(graph);
    try (GraphStore opened = GraphStore.open(Path.of(store))) {
      opened.replace(StoredGraph.withoutText("https://data.example.org/graph/article/a", graph, "test"));
    }
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private Shell link(String... more) {
    String[] all = new String[more.length + 3];
    System.arraycopy(new String[] {"link", "--store", store}, 0, all, 0, 3);
    System.arraycopy(more, 0, all, 3, more.length);
    return Shell.run(all);
  }

  private String links() {
    try (GraphStore opened = GraphStore.open(Path.of(store))) {
      return opened.graph("https://data.example.org/graph/curation").toString();
    }
  }

  @Test
  void listsUnlinkedNamesByHowManyArticlesHaveThem() {
    assertEquals(
        "2\tInstitution\t" + BANK + "\tAmber Coast Bank\n1\tPlace\thttps://data.example.org/id/place/zembla\tZembla\n",
        Shell.run("list", "--unlinked", "--store", store).out().replace("\r", ""));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
    "banks.ttl | <" + ELSEWHERE + "> <http://www.w3.org/2000/01/rdf-schema#label> \"Bank, Amber Coast\"@en . | 0.98",
    "banks.nt | <" + ELSEWHERE + "> <http://xmlns.com/foaf/0.1/name> \"AMBER COAST BANK\" . | 1.00",
    "banks.csv | iri,name;" + ELSEWHERE + ",Amber Coast Banks | 0.89"
  })
  void findsCandidatesInAFile(String name, String text, String similarity) throws IOException {
    Shell found = link("--file", file(name, text.replace(';', '\n')));
    assertEquals(0, found.code(), found.err());
    assertTrue(found.out().startsWith("decision,subject,property,value,was,who,when,why,name,candidate,similarity"),
        found.out());
    assertTrue(found.out().contains("," + BANK + ",," + ELSEWHERE + ",,,,,Amber Coast Bank,"), found.out());
    assertTrue(found.out().contains("," + similarity + ",Institution,2"), found.out());
    assertFalse(found.out().contains("zembla"));
    assertFalse(links().contains(ELSEWHERE), "nothing is linked by itself");
  }

  @Test
  void takesOverWhatWasReviewedOnly() throws IOException {
    String head = "decision,subject,property,value,was,who,when,why,name,candidate,similarity,kind,articles\n";
    String open =
        "," + BANK + ",,https://elsewhere.example/bank/8,,,,,Amber Coast Bank,Amber Coast Bank,1.00,Institution,2\n";
    String reviewed =
        "same," + BANK + ",," + ELSEWHERE + ",,Ada,2026-11-28,Same seat.,Amber Coast Bank,A,0.98,Institution,2\n";
    Shell accepted = link("--accept", file("review.csv", head + open + reviewed));
    assertEquals(0, accepted.code(), accepted.err());
    assertTrue(accepted.out().contains("1 new of 1 decisions"), accepted.out());
    assertTrue(links().contains(ELSEWHERE));
    assertFalse(links().contains("bank/8"));
    assertFalse(Shell.run("list", "--unlinked", "--store", store).out().contains(BANK), "it is linked now");
  }

  @Test
  void refusesTwoThingsForOneWithBothNamed() throws IOException {
    String head = "decision,subject,property,value,was,who,when,why,name\n";
    Shell refused = link("--accept", file("review.csv", head
        + "same," + BANK + ",," + ELSEWHERE + ",,Ada,2026-11-28,Yes.,x\n"
        + "same," + BANK + ",,https://elsewhere.example/bank/8,,Ada,2026-11-28,Yes.,x\n"));
    assertEquals(1, refused.code());
    assertTrue(refused.err().contains("review.csv, line 3: " + BANK + " is " + ELSEWHERE + " already"), refused.err());
    assertFalse(links().contains(ELSEWHERE));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
    "banks.ttl | <a> <b | is no Turtle",
    "banks.csv | iri,label;http://a.example/1,A | banks.csv, line 1: the columns iri and name are needed",
    "banks.csv | iri,name;seven,A | banks.csv, line 2: ~",
    "banks.csv | iri,name;http://a.example/1 | banks.csv, line 2",
    "banks.ttl | <http://a.example/1> a <http://a.example/2> . | names nothing"
  })
  void saysWhatIsWrongWithAFile(String name, String text, String message) throws IOException {
    Shell refused = link("--file", file(name, text.replace(';', '\n')));
    assertEquals(1, refused.code(), refused.err());
    assertTrue(refused.err().contains(message.replace("~", "")), refused.err());
    assertEquals("", refused.out());
  }

  @Test
  void asksASparqlEndpointForEqualNames() {
    DatasetGraph data = DatasetGraphFactory.createTxnMem();
    RDFParser.fromString("<" + ELSEWHERE + "> <http://www.w3.org/2004/02/skos/core#altLabel> \"Amber Coast Bank\"@en .",
        Lang.TURTLE).parse(data);
    FusekiServer server = FusekiServer.create().loopback(true).port(0).add("/there", data).build().start();
    try {
      Shell found = link("--endpoint", "http://localhost:" + server.getPort() + "/there/sparql");
      assertTrue(found.out().contains("," + BANK + ",," + ELSEWHERE + ","), found.out() + found.err());
    } finally {
      server.stop();
    }
  }

  @Test
  void saysInItsOwnWordsThatAnEndpointLiesAboutItsFormat() throws IOException {
    HttpServer liar = answering(200, "application/sparql-results+json", "<html>Welcome</html>");
    try {
      Shell refused = link("--endpoint", "http://localhost:" + liar.getAddress().getPort() + "/sparql");
      assertEquals(1, refused.code(), refused.err());
      assertTrue(refused.err().contains("answers with something that is no table of results, whatever it calls it"),
          refused.err());
    } finally {
      liar.stop(0);
    }
  }

  @Test
  void asksAReconciliationService() throws IOException {
    String answer = """
        {"identifierSpace": "https://elsewhere.example/bank/", "schemaSpace": "https://elsewhere.example/", "name": "Banks",
         "q0": {"result": [{"id": "7", "name": "Amber Coast Bank", "score": 90, "match": true, "type": []}]},
         "q1": {"result": []}}""";
    HttpServer service = answering(200, "application/json", answer);
    try {
      Shell found = link("--service", "http://localhost:" + service.getAddress().getPort() + "/reconcile");
      assertTrue(found.out().contains("," + BANK + ",," + ELSEWHERE + ",,,,,Amber Coast Bank,Amber Coast Bank,1.00"),
          found.out() + found.err());
    } finally {
      service.stop(0);
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
    "200 | text/html | <html>Welcome</html>",
    "200 | application/json | {\"name\": \"no service\"}",
    "200 | application/json | [1, 2",
    "200 | application/sparql-results+json | {\"head\": 7}",
    "500 | text/plain | broken",
    "404 | text/plain | nothing here"
  })
  void saysWhenAnAnswerIsNoAnswer(int status, String type, String body) throws IOException {
    HttpServer liar = answering(status, type, body);
    try {
      String address = "http://localhost:" + liar.getAddress().getPort() + "/x";
      for (String option : new String[] {"--endpoint", "--service"}) {
        Shell refused = link(option, address);
        assertAll(option + " " + body, () -> assertEquals(1, refused.code(), refused.err()),
            () -> assertTrue(refused.err().contains("refused    ") && refused.err().contains(address), refused.err()),
            () -> assertFalse(refused.err().matches("(?s).*(gson|Exception|Unexpected error).*"), refused.err()),
            () -> assertEquals("", refused.out()));
      }
    } finally {
      liar.stop(0);
    }
  }

  @Test
  void saysWhenNobodyAnswers() throws IOException {
    HttpServer gone = answering(200, "text/plain", "");
    int port = gone.getAddress().getPort();
    gone.stop(0);
    for (String option : new String[] {"--endpoint", "--service"}) {
      Shell refused = link(option, "http://localhost:" + port + "/");
      assertEquals(1, refused.code(), refused.err());
      assertTrue(refused.err().contains("cannot be reached"), refused.err());
    }
  }

  /** Whoever calls is let in and never hears anything. */
  @Test
  void saysWhenAnAnswerDoesNotCome() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 2, InetAddress.getLoopbackAddress())) {
      String address = "http://localhost:" + silent.getLocalPort() + "/x";
      for (String option : new String[] {"--endpoint", "--service"}) {
        Shell refused = link(option, address, "--timeout", "1");
        assertEquals(1, refused.code(), refused.err());
        assertTrue(refused.err().contains(address + " did not answer within 1 second"), refused.err());
        assertEquals("", refused.out());
      }
    }
  }

  @Test
  void saysWhenAnAnswerBeginsAndNeverEnds() throws IOException {
    CountDownLatch enough = new CountDownLatch(1);
    HttpServer endless = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    endless.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    endless.createContext("/", exchange -> {
      try (exchange) {
        exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(' ');
        exchange.getResponseBody().flush();
        enough.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
    endless.start();
    try {
      String address = "http://localhost:" + endless.getAddress().getPort() + "/x";
      for (String option : new String[] {"--endpoint", "--service"}) {
        Shell refused = link(option, address, "--timeout", "1");
        assertEquals(1, refused.code(), refused.err());
        assertTrue(refused.err().contains(address + " did not answer within 1 second"), refused.err());
      }
    } finally {
      enough.countDown();
      endless.stop(0);
    }
  }

  private static HttpServer answering(int status, String type, String body) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> {
      try (exchange) {
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
    server.start();
    return server;
  }
}
