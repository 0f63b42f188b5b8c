package org.entente.publish.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.entente.publish.data.MemoryDataset;
import org.entente.publish.data.StoredDataset;
import org.entente.publish.site.Asking;
import org.entente.publish.site.EntenteServer;
import org.entente.publish.site.ServerOptions;
import org.entente.store.GraphStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Queries that would run for hours, or bring the server down, over a web of 3,000 things in memory and in TDB2: each is
 * answered, refused or stopped, and then its place is free.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class EndlessQueriesTest {

  private static final String BASE = "https://data.example.org/";
  private static final String HURRIED = "/sparql?timeout=1";
  private static final int THINGS = 3_000;
  private static GraphStore store;
  private static EntenteServer inMemory;
  private static EntenteServer inTdb;
  private static Asking askMemory;
  private static Asking askTdb;

  @BeforeAll
  static void publishAWeb() {
    DatasetGraph memory = DatasetGraphFactory.createTxnMem();
    store = GraphStore.inMemory(BASE);
    weave(memory);
    weave(store.dataset());
    ServerOptions options = ServerOptions.onPort(0).onLoopback().withQueryTimeout(Duration.ofMinutes(2));
    inMemory = EntenteServer.start(new MemoryDataset(memory, BASE), options);
    inTdb = EntenteServer.start(new StoredDataset(store), options);
    askMemory = new Asking(inMemory);
    askTdb = new Asking(inTdb);
  }

  private static void weave(DatasetGraph graphs) {
    Random random = new Random(7);
    Node graph = NodeFactory.createURI(BASE + "graph/web");
    graphs.executeWrite(() -> IntStream.range(0, THINGS).forEach(number -> {
      Node thing = thing(number);
      graphs.add(Quad.create(graph, thing, RDFS.label.asNode(),
          NodeFactory.createLiteralLang("Thing " + number + ", one of many, with a label of some words", "en")));
      random.ints(3, 0, THINGS).forEach(other -> graphs.add(Quad.create(graph, thing,
          NodeFactory.createURI(BASE + "knows"), thing(other))));
    }));
  }

  private static Node thing(int number) {
    return NodeFactory.createURI(BASE + "id/state/s" + number);
  }

  @AfterAll
  static void stop() {
    askMemory.close();
    askTdb.close();
    inMemory.close();
    inTdb.close();
    store.close();
  }

  static Stream<String> endless() {
    String s1 = "<" + BASE + "id/state/s1>";
    return Stream.of(
        // Paths: stars in stars, negated sets, both ends open.
        "SELECT (COUNT(*) AS ?n) { ?a ((!<x:x>)*/(^(!<x:z>))*)* ?b . ?b ((!<x:x>)*)* ?c }",
        "SELECT (COUNT(*) AS ?n) { ?a ((!<x:x>|^!<x:x>)+/(!<x:x>|^!<x:x>)+)+ ?b }",
        "SELECT (COUNT(*) AS ?n) { " + s1 + " (!<x:x>|^!<x:x>)/(!<x:x>|^!<x:x>)/(!<x:x>|^!<x:x>)/(!<x:x>|^!<x:x>)/"
            + "(!<x:x>|^!<x:x>)/(!<x:x>|^!<x:x>)/(!<x:x>|^!<x:x>)/(!<x:x>|^!<x:x>)/(!<x:x>|^!<x:x>)/(!<x:x>|^!<x:x>)/"
            + "(!<x:x>|^!<x:x>)/(!<x:x>|^!<x:x>)/(!<x:x>|^!<x:x>)/(!<x:x>|^!<x:x>)/(!<x:x>|^!<x:x>)/(!<x:x>|^!<x:x>) ?b }",
        // Cross products, with rows and without.
        "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
        "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(CONCAT(STR(?a), STR(?d), STR(?g)) = 'nothing') }",
        "SELECT * { { ?a ?b ?c } { ?d ?e ?f } { ?g ?h ?i } FILTER(STRLEN(CONCAT(STR(?a), STR(?e), STR(?i))) > 999) }",
        "SELECT DISTINCT ?a ?d { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY DESC(?d) LIMIT 1",
        "SELECT ?a { ?a ?b ?c FILTER NOT EXISTS { ?d ?e ?f . ?g ?h ?i FILTER(?f = ?g && ?i = ?a && ?d = ?d && ?h = ?e"
            + " && STRLEN(STR(?f)) > 1000) } } ORDER BY ?a",
        "SELECT (COUNT(*) AS ?n) { ?a ?b ?c MINUS { ?a ?e ?f . ?g ?h ?c . ?x ?y ?z } }",
        "SELECT (COUNT(*) AS ?n) { ?a ?b ?c OPTIONAL { ?d ?e ?f . ?g ?h ?i FILTER(?c < ?i) } }",
        "SELECT ?x (COUNT(DISTINCT ?d) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i BIND(CONCAT(STR(?a), STR(?d)) AS ?x) }"
            + " GROUP BY ?x HAVING(COUNT(*) > 100000000)",
        "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY RAND() OFFSET 2000000000 LIMIT 1",
        "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STRLEN(CONCAT(STR(?a), STR(?e), STR(?i))) > 999) }",
        "CONSTRUCT { ?a <x:y> 1 } { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i"
            + " FILTER(STRLEN(CONCAT(STR(?a), STR(?e), STR(?i))) > 999) }",
        "DESCRIBE ?a { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STRLEN(CONCAT(STR(?a), STR(?e), STR(?i))) > 999) }");
  }

  @ParameterizedTest
  @MethodSource("endless")
  void stopsWhatWouldRunForHours(String query) {
    Stream.of(askMemory, askTdb).parallel().forEach(ask -> {
      HttpResponse<String> reply = post(ask, HURRIED, query);
      assertEquals(503, reply.statusCode(), reply.body());
      // On a small heap the memory may come to its bound before the clock does.
      assertTrue(reply.body().contains("took too long") || reply.body().contains("took too much"), reply.body());
      isStillServing(ask);
    });
  }

  static Stream<String> boundless() {
    String a20 = "a".repeat(20_000);
    String a200 = "a".repeat(200_000);
    String digits = "9".repeat(900);
    return Stream.of(
        // Regular expressions that go back and forth.
        "SELECT (REGEX(\"" + a20 + "\", \"(a*)*(a*)*b\") AS ?x) {}",
        "SELECT (REGEX(\"" + a20 + "\", \"(x+x+)+y\") AS ?x) {}",
        "SELECT (REGEX(\"" + a20 + "\", \"(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)[^a]\") AS ?x) {}",
        "SELECT (REGEX(\"\", \"" + "(|)".repeat(60) + "x\") AS ?x) {}",
        "SELECT (REPLACE(\"" + a200 + "\", \"a*a*a*a*b\", \"\") AS ?x) {}",
        "SELECT ?l { ?s ?p ?l FILTER(REGEX(?l, \"(.*),(.*),(.*),(.*),(.*)and(.*)x$\")) }",
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?l FILTER(REGEX(?l, CONCAT(\"(.*)*\", STR(?s), \"(.*)*$\"))) }",
        // Texts in texts.
        "SELECT (CONTAINS(\"" + "ab".repeat(200_000) + "\", \"" + "ab".repeat(50_000) + "a" + "c\") AS ?x) {}",
        // Deep, but not too deep.
        "SELECT (" + "(".repeat(90) + "1" + ")".repeat(90) + " AS ?x) {}",
        "SELECT (1" + "+1".repeat(490) + " AS ?x) {}",
        "SELECT ?s { ?s ?p ?o FILTER(?s IN (<x:0>" + IntStream.range(1, 500).mapToObj(n -> ",<x:" + n + ">")
            .collect(Collectors.joining()) + ")) }",
        "SELECT * { " + "{} UNION ".repeat(450) + "{} }",
        "SELECT * { " + "OPTIONAL { ?a <x:y> ?b } ".repeat(450) + "}",
        "SELECT * { " + IntStream.range(0, 450).mapToObj(n -> "BIND(" + n + " AS ?v" + n + ") ")
            .collect(Collectors.joining()) + "}",
        "SELECT * { <x:a> " + "<x:p>/".repeat(450) + "<x:p> ?b }",
        "SELECT * { <x:a> " + "(".repeat(90) + "<x:p>" + ")*".repeat(90) + " ?b }",
        "SELECT * { " + IntStream.range(0, 490).mapToObj(n -> "?v" + n + " <x:p> ?v" + (n + 1) + " . ")
            .collect(Collectors.joining()) + "}",
        "SELECT * { " + "FILTER NOT EXISTS { ?a ?b ?c . ".repeat(6) + "}".repeat(6) + " }",
        "SELECT * { " + "{ SELECT * { ".repeat(45) + "<x:a> ?b ?c" + " } }".repeat(45) + " }",
        "SELECT * { " + "OPTIONAL { <x:a> ?b ?c ".repeat(90) + "}".repeat(90) + " }",
        "SELECT * { " + "{ <x:a> ?b ?c FILTER(?b = <x:b> || ?b = <x:c> || ?c = 1) ".repeat(45) + "}".repeat(45) + " }",
        "SELECT * { " + "{ <x:a> ?b ?c FILTER(?b IN (<x:b>, <x:c>, <x:d>)) ".repeat(45) + "}".repeat(45) + " }",
        "SELECT (" + "!".repeat(1) + "(true" + " || true".repeat(240) + ") AS ?x) {}",
        "SELECT ?v { VALUES ?v { " + IntStream.range(0, 50_000).mapToObj(String::valueOf)
            .collect(Collectors.joining(" ")) + " } } ORDER BY DESC(?v) LIMIT 3",
        "SELECT (" + digits + " * " + digits + " AS ?x) {}");
  }

  @ParameterizedTest
  @MethodSource("boundless")
  void answersWhatIsLargeButBounded(String query) {
    for (Asking ask : List.of(askMemory, askTdb)) {
      HttpResponse<String> reply = post(ask, query);
      assertEquals(200, reply.statusCode(), reply.body());
      isStillServing(ask);
    }
  }

  static Stream<String> refused() {
    String number = "9".repeat(400_000);
    return Stream.of(
        "SELECT (" + number + " * " + number + " AS ?x) {}",
        "SELECT (\"" + number + "\"^^<http://www.w3.org/2001/XMLSchema#integer> * 2 AS ?x) {}",
        "SELECT (STRDT(CONCAT(\"" + number + "\"), <http://www.w3.org/2001/XMLSchema#integer>) * 2 AS ?x) {}",
        "SELECT (<http://www.w3.org/2001/XMLSchema#integer>(\"" + number + "\") * 2 AS ?x) {}",
        "SELECT ?e { BIND(" + "9".repeat(900) + " AS ?a) BIND(?a * ?a AS ?b) BIND(?b * ?b AS ?c) BIND(?c * ?c AS ?d)"
            + " BIND(?d * ?d AS ?e) }",
        "SELECT (SUM(?d) AS ?x) { BIND(" + "9".repeat(900) + " AS ?a) BIND(?a * ?a AS ?b) BIND(?b * ?b AS ?d) }",
        "SELECT (1" + "+1".repeat(100_000) + " AS ?x) {}",
        "SELECT (" + "(".repeat(50_000) + "1" + ")".repeat(50_000) + " AS ?x) {}",
        "SELECT (" + "!".repeat(50_000) + "true AS ?x) {}",
        "SELECT (" + "-".repeat(50_000) + "1 AS ?x) {}",
        "SELECT * { " + "{} UNION ".repeat(20_000) + "{} }",
        "SELECT * { " + "{".repeat(50_000) + "}".repeat(50_000) + " }",
        "SELECT * { <x:a> " + "<x:p>/".repeat(50_000) + "<x:p> ?b }",
        "SELECT * { <x:a> " + "^".repeat(50_000) + "<x:p> ?b }",
        "SELECT * { ?s ?p " + "[ ?p ".repeat(20_000) + "[]" + " ]".repeat(20_000) + " }",
        "SELECT * { " + "?s ?p ?o . ".repeat(20_000) + "}",
        "SELECT * { ?s ?p " + "(".repeat(30_000) + ")".repeat(30_000) + " }",
        "SELECT * { " + "FILTER NOT EXISTS { ?a ?b ?c . ".repeat(40) + "}".repeat(40) + " }",
        "SELECT * { ?s <x:p>{1,1000000} ?o }",
        "SELECT * { ?s ((((<x:p>){100}){100}){100}){100} ?o }",
        "SELECT * { FILTER EXISTS { ?s (<x:p>{0}){1000000000} ?o } }",
        "SELECT (REGEX(\"aa\", \"(a)\\\\1\") AS ?x) {}",
        "SELECT (REGEX(\"aa\", \"((a{1000}){1000}){1000}\") AS ?x) {}",
        "SELECT (REGEX(\"aa\", \"" + "(".repeat(50_000) + "\") AS ?x) {}",
        "SELECT (STRLEN(?z) AS ?n) { BIND(\"" + "a".repeat(1_000)
            + "\" AS ?a) BIND(CONCAT(?a,?a,?a,?a,?a,?a,?a,?a,?a,?a) AS"
            + " ?b) BIND(CONCAT(?b,?b,?b,?b,?b,?b,?b,?b,?b,?b) AS ?c) BIND(CONCAT(?c,?c,?c,?c,?c,?c,?c,?c,?c,?c) AS ?d)"
            + " BIND(CONCAT(?d,?d,?d,?d,?d,?d,?d,?d,?d,?d) AS ?z) }",
        "SELECT (STRLEN(REPLACE(\"" + "a".repeat(10_000) + "\", \"a\", \"" + "b".repeat(10_000) + "\")) AS ?n) {}",
        "SELECT (STRLEN(REPLACE(\"" + "a".repeat(100_000) + "\", \"a+\", \"" + "$0".repeat(1_000) + "\")) AS ?n) {}",
        "SELECT (STRLEN(GROUP_CONCAT(STR(?a))) AS ?n) { ?a ?b ?c . ?d ?e ?f }",
        "SELECT (<http://www.w3.org/2005/xpath-functions/math#pow>(10, 1000000000) AS ?x) {}",
        "SELECT (<http://jena.apache.org/ARQ/function#sprintf>(\"%1000000000d\", 1) AS ?x) {}",
        "SELECT (<http://www.w3.org/2005/xpath-functions#matches>(\"aaaa\", \"(a*)*b\") AS ?x) {}",
        "SELECT (CALL(<http://www.w3.org/2005/xpath-functions#matches>, \"aaaa\", \"(a*)*b\") AS ?x) {}",
        "SELECT * { BIND(TRIPLE(<x:a>, <x:b>, <x:c>) AS ?t) }",
        "SELECT * { UNFOLD(\"[1]\"^^<http://w3id.org/awslabs/neptune/SPARQL-CDTs/List> AS ?x) }");
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesInWordsWhatIsTooDeepOrTooLong(String query) {
    for (Asking ask : List.of(askMemory, askTdb)) {
      HttpResponse<String> reply = post(ask, query);
      assertEquals(400, reply.statusCode(), reply.body());
      isStillServing(ask);
    }
  }

  @Test
  void givesEveryPlaceBackWhenAllWereTaken() {
    String query = endless().findFirst().orElseThrow();
    List<Integer> statuses =
        IntStream.range(0, 16).parallel().mapToObj(number -> post(askTdb, HURRIED, query).statusCode())
            .toList();
    assertEquals(Collections.nCopies(16, 503), statuses);
    isStillServing(askTdb);
  }

  @Test
  void endsTheQueryOfAClientThatGoesAway() throws IOException {
    try (EntenteServer patient = EntenteServer.start(new StoredDataset(store),
        ServerOptions.onPort(0).onLoopback().withQueryTimeout(Duration.ofHours(1)));
        Asking ask = new Asking(patient)) {
      try (Socket client = new Socket("localhost", patient.port())) {
        client.getOutputStream().write(("GET /sparql?query=" + Asking.encoded(endless().findFirst().orElseThrow())
            + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        awaitMetric(ask, "entente_queries_running 1.0\n");
      }
      awaitMetric(ask, "entente_queries_total{outcome=\"abandoned\"} 1.0\n");
      awaitMetric(ask, "entente_queries_running 0.0\n");
    }
  }

  @Test
  void answersOthersWhileHundredsSendTheirBodiesSlowly() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int number = 0; number < 300; number++) {
        Socket client = new Socket("localhost", inTdb.port());
        slow.add(client);
        client.getOutputStream().write(("POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n"
            + "Content-Type: application/sparql-query\r\n\r\nASK ").getBytes(StandardCharsets.US_ASCII));
      }
      assertEquals(200, askTdb.get("/healthz").statusCode());
      assertEquals(200, askTdb.get("/").statusCode());
      isStillServing(askTdb);
    } finally {
      for (Socket client : slow) {
        client.close();
      }
    }
  }

  private static void awaitMetric(Asking ask, String line) {
    while (!ask.get("/metrics").body().contains(line)) {
      Thread.onSpinWait();
    }
  }

  private static HttpResponse<String> post(Asking ask, String query) {
    return post(ask, "/sparql", query);
  }

  private static HttpResponse<String> post(Asking ask, String address, String query) {
    return ask.method("POST", address, query, "Content-Type", "application/sparql-query",
        "Accept", "application/json, text/turtle;q=0.5");
  }

  private static void isStillServing(Asking ask) {
    assertEquals(200, post(ask, "ASK {}").statusCode());
  }
}
