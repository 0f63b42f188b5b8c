package org.entente.publish.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.entente.publish.data.StoredDataset;
import org.entente.publish.site.Asking;
import org.entente.publish.site.EntenteServer;
import org.entente.publish.site.ServerOptions;
import org.entente.store.GraphStore;
import org.entente.store.StoredGraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Apache Jena's threat model says that an anonymous client of a SPARQL server may try, tried here: requests of the
 * server to elsewhere, local files, code, writing, administration. Beside the server listens a trap that nobody may
 * touch; {@code TRAP} and {@code FILE} in an attack stand for it and for a file with a secret. Endless queries are in
 * {@link EndlessQueriesTest}, slow clients in {@link org.entente.publish.site.SlowClientsTest}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThreatModelTest {

  private static final String BASE = "https://data.example.org/";
  private static final String SECRET = "the secret of this machine";

  private final AtomicInteger caught = new AtomicInteger();
  private GraphStore store = GraphStore.inMemory(BASE);
  private EntenteServer server;
  private Asking ask;
  private ServerSocket trap;
  private String file = "";
  private String version = "";

  @BeforeAll
  void serve(@TempDir Path folder) throws IOException {
    file = Files.writeString(folder.resolve("secret.nt"), "<urn:s> <urn:p> \"" + SECRET + "\" .\n").toUri().toString();
    trap = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().start(this::watch);
    Graph graph = GraphFactory.createGraphMem();
    graph.add(Triple.create(NodeFactory.createURI(BASE + "id/state/s"), RDFS.label.asNode(),
        NodeFactory.createLiteralString("A state")));
    store.replace(StoredGraph.withoutText(BASE + "graph/one", graph, "one"));
    version = store.version();
    server = EntenteServer.start(new StoredDataset(store), ServerOptions.onPort(0).onLoopback());
    ask = new Asking(server);
  }

  private void watch() {
    while (!trap.isClosed()) {
      try {
        trap.accept().close();
        caught.incrementAndGet();
      } catch (IOException e) {
        // The trap was closed at the end.
        return;
      }
    }
  }

  @AfterEach
  void nothingHappened() {
    assertEquals(0, caught.get(), "the server called somebody");
    assertEquals(version, store.version());
  }

  @AfterAll
  void stop() throws IOException {
    ask.close();
    server.close();
    store.close();
    trap.close();
  }

  private String aimed(String attack) {
    return attack.replace("TRAP", "http://localhost:" + trap.getLocalPort() + "/x").replace("FILE", file);
  }

  private HttpResponse<String> query(String attack) {
    return ask.get("/sparql?query=" + Asking.encoded(aimed(attack)), "Accept", "application/json, text/turtle;q=0.5");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "SELECT * { SERVICE <TRAP> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <TRAP> { ?s ?p ?o } }",
    "SELECT * { VALUES ?e { <TRAP> } SERVICE ?e { ?s ?p ?o } }",
    "SELECT * { BIND(IRI('TRAP') AS ?e) OPTIONAL { SERVICE SILENT ?e { ?s ?p ?o } } }",
    "ASK { FILTER NOT EXISTS { SERVICE <TRAP> { ?s ?p ?o } } }",
    "CONSTRUCT { ?s ?p ?o } { { SELECT * { SERVICE <TRAP> { ?s ?p ?o } } } }",
    "SELECT * { SERVICE <loop:TRAP> { ?s ?p ?o } }",
    "SELECT * { SERVICE <cache:TRAP> { ?s ?p ?o } }",
    "SELECT * { SERVICE <FILE> { ?s ?p ?o } }",
    "SELECT * FROM <TRAP> { ?s ?p ?o }",
    "SELECT * FROM NAMED <TRAP> { GRAPH ?g { ?s ?p ?o } }",
    "SELECT * FROM <FILE> { ?s ?p ?o }",
    "SELECT * FROM NAMED <FILE> { GRAPH ?g { ?s ?p ?o } }",
    "SELECT * FROM <secret.nt> { ?s ?p ?o }",
    "DESCRIBE ?s FROM <FILE> { ?s ?p ?o }",
    "SELECT (<java:java.lang.System.exit>(1) AS ?x) {}",
    "SELECT * { ?x <java:org.example.Property> ?y }",
    "SELECT (<http://jena.apache.org/ARQ/jsFunction#eval>('1') AS ?x) {}",
    "SELECT (CALL(<java:java.lang.System.exit>, 1) AS ?x) {}",
    "LOAD <TRAP>",
    "LOAD SILENT <FILE> INTO GRAPH <urn:g>",
    "INSERT DATA { <urn:s> <urn:p> <urn:o> }",
    "DELETE WHERE { ?s ?p ?o }",
    "CLEAR ALL",
    "DROP ALL",
  })
  void refusesQueriesThatCallReadOrWrite(String attack) {
    HttpResponse<String> reply = query(attack);
    assertTrue(reply.statusCode() >= 400 && reply.statusCode() < 500, reply.statusCode() + " " + reply.body());
    assertFalse(reply.body().contains(SECRET));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "SELECT * { GRAPH <FILE> { ?s ?p ?o } }",
    "SELECT * { GRAPH <TRAP> { ?s ?p ?o } }",
    "DESCRIBE <FILE>",
    "DESCRIBE <TRAP>",
    "SELECT * { ?x <http://jena.apache.org/ARQ/property#strSplit> ('found it' ' ') }",
    "SELECT * { <urn:x> <http://jena.apache.org/ARQ/property#version> ?found }",
    "SELECT * { ?found <http://jena.apache.org/text#query> 'x' }",
    "SELECT * { ?found <http://jena.apache.org/ARQ/property#textMatch> '+x' }",
    "SELECT * { <java.lang.System> <http://jena.apache.org/ARQ/property#assign> ?found }",
    "SELECT (<http://jena.apache.org/ARQ/function#sha1sum>('x') AS ?found) {}",
    "SELECT (<http://jena.apache.org/ARQ/function#context>('x') AS ?found) {}",
    "SELECT (<http://www.w3.org/2005/xpath-functions#doc>('FILE') AS ?found) {}",
    "SELECT (<http://www.w3.org/2005/xpath-functions#unparsed-text>('FILE') AS ?found) {}",
    "SELECT (<http://jena.apache.org/ARQ/function#system>('x') AS ?found) {}",
  })
  void findsNothingBehindTheEnginesOwnNames(String attack) {
    HttpResponse<String> reply = query(attack);
    assertTrue(reply.statusCode() < 500, reply.body());
    assertFalse(reply.body().contains(SECRET));
    assertFalse(reply.statusCode() == 200 && reply.body().contains("\"value\""), reply.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"default-graph-uri", "named-graph-uri", "using-graph-uri", "arq:queryTimeout",
    "http://jena.apache.org/ARQ#httpServiceAllowed", "context", "output", "stylesheet", "force-accept", "callback"})
  void takesNoOrdersFromParameters(String parameter) {
    HttpResponse<String> reply = ask.get("/sparql?query=" + Asking.encoded("SELECT * { ?s ?p ?o }") + "&"
        + Asking.encoded(parameter) + "=" + Asking.encoded(aimed("TRAP")), "Accept", "application/json");
    assertTrue(reply.statusCode() < 500, reply.body());
    assertFalse(reply.body().contains("localhost:" + trap.getLocalPort()) && reply.statusCode() == 200, reply.body());
  }

  @Test
  void hasNoAdministrationNoUploadAndNoGraphStore() {
    String triple = "<urn:s> <urn:p> <urn:o> .";
    for (String path : List.of("/$/", "/$/ping", "/$/server", "/$/datasets", "/$/datasets/ds", "/$/stats", "/$/metrics",
        "/$/backup/ds", "/$/compact/ds", "/$/sleep", "/$/tasks", "/%24/server", "/upload", "/update", "/data", "/get",
        "/ds/data?default", "/data?default", "/data?graph=" + Asking.encoded(BASE + "graph/one"), "/shacl", "/patch",
        "/graph/one", "/id/state/s", "/dump/", "/articles", "/articles/x", "/backup")) {
      for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "CONNECTED")) {
        HttpResponse<String> reply = ask.method(method, path, triple, "Content-Type", "application/n-triples");
        boolean read = method.equals("GET") && !path.contains("$") && !path.contains("%24");
        assertTrue(read ? reply.statusCode() < 500 : reply.statusCode() >= 400 && reply.statusCode() < 500,
            method + " " + path + ": " + reply.statusCode() + " " + reply.body());
      }
    }
  }

  @Test
  void keepsASitesScriptsApartAndSendsNobodyElsewhere() {
    HttpResponse<String> page = ask.get("/", "Accept", "text/html", "Origin", "https://evil.example");
    assertEquals("*", page.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
    assertTrue(page.headers().firstValue("Access-Control-Allow-Credentials").isEmpty());
    assertEquals("nosniff", page.headers().firstValue("X-Content-Type-Options").orElse(""));
    assertEquals("same-origin", page.headers().firstValue("Cross-Origin-Opener-Policy").orElse(""));
    assertEquals("no-referrer", page.headers().firstValue("Referrer-Policy").orElse(""));
    for (String path : List.of("/", "/sparql", "/queries", "/graph/", "/nowhere",
        "/sparql?query=ASK%7B%7D&format=json")) {
      List<String> policies = ask.get(path, "Accept", "text/html").headers().allValues("Content-Security-Policy");
      assertEquals(1, policies.size(), path);
      assertTrue(policies.getFirst().startsWith("default-src 'none'; script-src 'self';"), policies.getFirst());
      assertFalse(policies.getFirst().contains("unsafe-inline") || policies.getFirst().contains("unsafe-eval"), path);
    }
    for (String path : List.of("/id//evil.example", "/id/%09/evil.example", "/id/\\evil.example".replace("\\", "%5C"),
        "/id/state/s", "/.well-known/void")) {
      HttpResponse<String> reply = ask.get(path, "Host-Override", "evil.example", "X-Forwarded-Host", "evil.example");
      assertFalse(reply.headers().firstValue("Location").orElse("").contains("evil.example"), path);
    }
  }
}
