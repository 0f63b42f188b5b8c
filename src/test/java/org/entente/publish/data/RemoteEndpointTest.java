package org.entente.publish.data;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.TreeSet;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.riot.Lang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.entente.publish.site.Asking;
import org.entente.publish.site.EntenteServer;
import org.entente.publish.site.PublishingTest;
import org.entente.publish.site.ServerOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteEndpointTest {

  private static final String BASE = "https://data.example.org/";
  private static FusekiServer stock;
  private static EntenteServer local;
  private static EntenteServer remote;
  private static EntenteServer overUnion;
  private static Asking askLocal;
  private static Asking askRemote;
  private static Asking askUnion;

  /** The same data three times: ours, behind a stock Fuseki, and behind one whose default graph is the union. */
  @BeforeAll
  static void publishBehindAStockFuseki() {
    DatasetGraph union = DatabaseMgr.createDatasetGraph();
    union.executeWrite(() -> PublishingTest.twoStates().stream().forEach(union::add));
    union.getContext().set(TDB2.symUnionDefaultGraph, true);
    stock = FusekiServer.create().port(0).loopback(true)
        .add("/plain", PublishingTest.twoStates()).add("/union", union).build().start();
    ServerOptions options = ServerOptions.onPort(0).onLoopback().withQueryTimeout(Duration.ofSeconds(5));
    local = EntenteServer.start(new MemoryDataset(PublishingTest.twoStates(), BASE), options);
    remote = EntenteServer.start(at("/plain/query"), options);
    overUnion = EntenteServer.start(at("/union/sparql"), options);
    askLocal = new Asking(local);
    askRemote = new Asking(remote);
    askUnion = new Asking(overUnion);
  }

  private static RemoteDataset at(String path) {
    return RemoteDataset.at(URI.create("http://localhost:" + stock.getHttpPort() + path), BASE, Duration.ofSeconds(5));
  }

  @AfterAll
  static void stop() {
    askLocal.close();
    askRemote.close();
    askUnion.close();
    local.close();
    remote.close();
    overUnion.close();
    stock.stop();
  }

  private static TreeSet<String> lines(HttpResponse<String> reply) {
    assertEquals(200, reply.statusCode(), reply.body());
    return new TreeSet<>(reply.body().lines().toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "/data/state/ruritania.nt",
    "/data/visit/graustark-visits-ruritania-0123456789ab.nq",
    "/data/article/2020-05-04-port-call-0a1b2c3d.nt",
    "/graph/gazetteer.nt",
    "/ontology.nt",
    "/field/defence.nt",
    "/search?format=json&q=graustark",
  })
  void saysTheSameAsAStoreOfOurs(String path) {
    TreeSet<String> expected = lines(askLocal.get(path));
    assertFalse(expected.isEmpty());
    assertEquals(expected, lines(askRemote.get(path)));
    assertEquals(expected, lines(askUnion.get(path)));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "SELECT ?s ?label { ?s a <https://w3id.org/entente/ontology#State> ; "
        + "<http://www.w3.org/2000/01/rdf-schema#label> ?label } ORDER BY ?label",
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    "SELECT ?x { ?v <https://w3id.org/entente/ontology#visitor>/<http://www.w3.org/2000/01/rdf-schema#label> ?x }",
    "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g",
    "ASK { ?v <https://w3id.org/entente/ontology#host> ?x . ?x <https://w3id.org/entente/ontology#iso3> 'RUR' }",
    "ASK { ?v <https://w3id.org/entente/ontology#host> 'nobody' }",
    "SELECT (COUNT(*) AS ?n) FROM <https://data.example.org/graph/gazetteer> { ?s ?p ?o }",
  })
  void answersQueriesAsAStoreOfOursDoes(String query) {
    String path = "/sparql?format=csv&query=" + Asking.encoded(query);
    assertEquals(askLocal.get(path).body(), askRemote.get(path).body());
    assertEquals(askLocal.get(path).body(), askUnion.get(path).body());
  }

  @Test
  void constructsAndDescribes() {
    String construct = "/sparql?format=nt&query=" + Asking.encoded("CONSTRUCT { ?s <urn:named> ?l } "
        + "{ ?s <http://www.w3.org/2000/01/rdf-schema#label> ?l }");
    String describe = "/sparql?format=ttl&query=" + Asking.encoded("DESCRIBE <" + BASE + "id/state/graustark>");
    assertEquals(lines(askLocal.get(construct)), lines(askRemote.get(construct)));
    assertEquals(Asking.parsed(askLocal.get(describe).body(), Lang.TURTLE).stream().count(),
        Asking.parsed(askUnion.get(describe).body(), Lang.TURTLE).stream().count());
  }

  @Test
  void keepsTheLimitsOfOurOwnEndpoint() {
    String endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?o ?p . ?q ?r ?s }";
    assertAll(
        () -> assertEquals(503,
            askRemote.get("/sparql?timeout=0.3&query=" + Asking.encoded(endless)).statusCode()),
        () -> assertEquals(400, askRemote.get("/sparql?query="
            + Asking.encoded("SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }")).statusCode()),
        () -> assertEquals(400, askRemote.get("/sparql?query="
            + Asking.encoded("SELECT * FROM <http://localhost:1/x> { ?s ?p ?o }")).statusCode()),
        () -> assertEquals(403, askRemote.get("/sparql?update="
            + Asking.encoded("DELETE WHERE { ?s ?p ?o }")).statusCode()));
  }

  @Test
  void showsPagesAndCountsOfTheRemoteData() {
    assertTrue(askRemote.get("/page/state/ruritania", "Accept", "text/html").body().contains("Ruritania"));
    assertEquals(200, askRemote.get("/", "Accept", "text/html").statusCode());
    assertEquals(200, askRemote.get("/void.ttl").statusCode());
    assertEquals(200, askRemote.get("/sitemap.xml").statusCode());
    assertEquals(404, askRemote.get("/page/state/nowhere", "Accept", "text/html").statusCode());
    assertFalse(askRemote.get("/void.ttl").headers().firstValue("ETag").isEmpty());
  }

  @Test
  void saysWhenTheEndpointIsNotThere() {
    RemoteException problem = assertThrows(RemoteException.class,
        () -> RemoteDataset.at(URI.create("http://localhost:1/sparql"), BASE, Duration.ofSeconds(2)));
    assertTrue(problem.getMessage().contains("localhost"), problem.getMessage());
    assertTrue(problem.advice().isPresent());
  }

  @Test
  void saysWhenTheEndpointGoesAway() {
    FusekiServer shortLived = FusekiServer.create().port(0).loopback(true)
        .add("/ds", PublishingTest.twoStates()).build().start();
    RemoteDataset data = RemoteDataset.at(
        URI.create("http://localhost:" + shortLived.getHttpPort() + "/ds/query"), BASE, Duration.ofSeconds(2));
    try (EntenteServer server = EntenteServer.start(data, ServerOptions.onPort(0).onLoopback());
        Asking asking = new Asking(server)) {
      shortLived.stop();
      HttpResponse<String> reply = asking.get("/data/state/ruritania.ttl");
      assertEquals(502, reply.statusCode());
      assertFalse(reply.body().contains("localhost:"), reply.body());
    }
  }
}
