package org.entente.publish.sparql;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.entente.publish.data.MemoryDataset;
import org.entente.publish.http.HttpProblem;
import org.entente.publish.site.Asking;
import org.entente.publish.site.EntenteServer;
import org.entente.publish.site.PublishingTest;
import org.entente.publish.site.ServerOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SERVICE calls the endpoints of hosts that the operator allows, and no other. */
class NeighboursTest {

  private static final AtomicInteger CALLS = new AtomicInteger();
  private static FusekiServer wikidata;
  private static HttpServer odd;
  private static EntenteServer server;
  private static Asking ask;

  @BeforeAll
  static void publishBesideAStandIn() throws IOException {
    DatasetGraph items = DatasetGraphFactory.createTxnMem();
    RDFParser.fromString("""
        PREFIX wd: <http://www.wikidata.org/entity/>
        PREFIX wdt: <http://www.wikidata.org/prop/direct/>
        wd:Q1 wdt:P31 wd:Q3624078 ; wdt:P47 wd:Q2 .
        wd:Q2 wdt:P31 wd:Q3624078 ; wdt:P47 wd:Q1 .
        """, Lang.TURTLE).parse(items);
    wikidata = FusekiServer.create().loopback(true).port(0).add("/wikidata", items).build().start();
    odd = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    odd.createContext("/moved", exchange -> {
      CALLS.incrementAndGet();
      exchange.getResponseHeaders().add("Location", endpoint());
      exchange.sendResponseHeaders(307, -1);
      exchange.close();
    });
    odd.createContext("/liar", exchange -> {
      CALLS.incrementAndGet();
      exchange.getResponseHeaders().add("Content-Type", "application/sparql-results+json");
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write("<html>Welcome</html>".getBytes());
      exchange.close();
    });
    odd.createContext("/silent", exchange -> {
      exchange.getResponseHeaders().add("Content-Type", "application/sparql-results+json");
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().flush();
    });
    odd.start();
    server = EntenteServer.start(new MemoryDataset(PublishingTest.twoStates(), "https://data.example.org/"),
        ServerOptions.onPort(0).onLoopback().withQueryTimeout(Duration.ofSeconds(3))
            .withNeighbours(new Neighbours(Set.of("localhost:" + wikidata.getPort(),
                "localhost:" + odd.getAddress().getPort(), "private.test"))));
    ask = new Asking(server);
  }

  @AfterAll
  static void stop() {
    ask.close();
    server.close();
    odd.stop(0);
    wikidata.stop();
  }

  private static String endpoint() {
    return "http://localhost:" + wikidata.getPort() + "/wikidata/sparql";
  }

  private static String odd(String path) {
    return "http://localhost:" + odd.getAddress().getPort() + path;
  }

  private static HttpResponse<String> query(String query) {
    return ask.get("/sparql?query=" + Asking.encoded(query), "Accept", "text/csv");
  }

  @Test
  void joinsWithWhatANeighbourKnows() throws IOException {
    String example = Files.readString(Path.of("docs/join-with-wikidata.rq"));
    HttpResponse<String> reply = query(example.replace("https://query.wikidata.org/sparql", endpoint())
        .replace("?b owl:sameAs ?itemOfOther ; rdfs:label", "?b rdfs:label").replace("STR(?a) < STR(?b)", "?a != ?b"));
    assertEquals(200, reply.statusCode(), reply.body());
    assertTrue(reply.body().contains("Visit of Graustark to Ruritania"), reply.body());
    assertEquals("no-store", reply.headers().firstValue("Cache-Control").orElse(""));
  }

  @Test
  void asksForExpressionsAsTheyAreWritten() {
    HttpResponse<String> reply = query("PREFIX wdt: <http://www.wikidata.org/prop/direct/> SELECT ?n { SERVICE <"
        + endpoint() + "> { ?x wdt:P47 ?y BIND(CONCAT('it is ', STRAFTER(STR(?x), 'entity/')) AS ?n)"
        + " FILTER(REGEX(STR(?x), 'Q1$')) } }");
    assertEquals("n\r\nit is Q1\r\n", reply.body());
  }

  @Test
  void keepsWhatIsKnownAlreadyInEachRow() {
    HttpResponse<String> reply = query("PREFIX wdt: <http://www.wikidata.org/prop/direct/> SELECT ?a ?o { ?a"
        + " <http://www.w3.org/2002/07/owl#sameAs> ?x . OPTIONAL { SERVICE <" + endpoint() + "> { ?x wdt:P47 ?o } } }");
    assertEquals("a,o\r\nhttps://data.example.org/id/state/ruritania,http://www.wikidata.org/entity/Q2\r\n",
        reply.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:1/sparql", "http://localhost/", "https://query.wikidata.org/sparql",
    "http://user:secret@localhost:%d/wikidata/sparql", "ftp://localhost:%d/wikidata/sparql", "file:///etc/passwd",
    "http://localhost.:%d/wikidata/sparql", "http://127.0.0.1:%d/wikidata/sparql", "http://2130706433:%d/x",
    "loop:http://localhost:%d/wikidata/sparql"})
  void callsNobodyElse(String address) {
    for (String form : new String[] {"SERVICE <%s> { ?s ?p ?o }", "SERVICE SILENT <%s> { ?s ?p ?o }",
      "VALUES ?e { <%s> } SERVICE ?e { ?s ?p ?o }"}) {
      HttpResponse<String> reply =
          query("SELECT * { " + form.formatted(address.formatted(wikidata.getPort())) + " }");
      assertEquals(400, reply.statusCode(), reply.body());
      assertTrue(reply.body().contains("does not call this endpoint"), reply.body());
    }
  }

  @Test
  void followsNoRedirect() {
    int before = CALLS.get();
    HttpResponse<String> reply = query("SELECT * { SERVICE <" + odd("/moved") + "> { ?s ?p ?o } }");
    assertEquals(502, reply.statusCode(), reply.body());
    assertEquals(before + 1, CALLS.get());
  }

  @Test
  void saysWhenAnAnswerIsNone() {
    HttpResponse<String> reply = query("SELECT * { SERVICE <" + odd("/liar") + "> { ?s ?p ?o } }");
    assertEquals(502, reply.statusCode(), reply.body());
    assertTrue(reply.body().contains(odd("/liar")), reply.body());
  }

  @Test
  void goesOnWithoutASilentOneThatFails() {
    HttpResponse<String> reply =
        query("SELECT ?x { BIND(7 AS ?x) SERVICE SILENT <" + odd("/moved") + "> { ?s ?p ?o } }");
    assertEquals("x\r\n7\r\n", reply.body());
  }

  @Test
  void waitsNoLongerThanAQueryMayRun() {
    HttpResponse<String> reply = query("SELECT * { SERVICE <" + odd("/silent") + "> { ?s ?p ?o } }");
    assertEquals(503, reply.statusCode(), reply.body());
    assertTrue(reply.body().contains("too long"), reply.body());
  }

  @Test
  void saysHowToCallOnceWhereItWouldCallForEachRow() {
    HttpResponse<String> reply = query("SELECT * { VALUES ?s { " + "<urn:x> ".repeat(150) + "} SERVICE <" + endpoint()
        + "> { ?s ?p ?o } }");
    assertTrue(reply.statusCode() == 200 || reply.statusCode() == 400 && reply.body().contains("put SERVICE first"),
        reply.body());
  }

  @Test
  void refusesANameThatLeadsIntoAPrivateNetwork() {
    assertAll(
        () -> assertThrows(HttpProblem.class, () -> Neighbours.requirePublic("localhost.localdomain")),
        () -> assertThrows(HttpProblem.class, () -> Neighbours.requirePublic("nowhere.invalid")),
        () -> Neighbours.requirePublic("localhost"),
        () -> Neighbours.requirePublic("10.0.0.1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "http://a.example/", "a b", "*.example", "a.example:x", "-a"})
  void takesHostsOnly(String host) {
    assertThrows(IllegalArgumentException.class, () -> new Neighbours(Set.of(host)));
  }
}
