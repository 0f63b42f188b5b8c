package org.entente.publish.sparql;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.publish.data.MemoryDataset;
import org.entente.publish.site.Asking;
import org.entente.publish.site.EntenteServer;
import org.entente.publish.site.ServerOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SparqlEndpointTest {

  private static final String BASE = "https://data.example.org/";
  private static final String ALL = "SELECT ?s ?o { ?s ?p ?o } ORDER BY ?s";
  private static EntenteServer server;
  private static Asking ask;

  @BeforeAll
  static void publishThirtyLabelsInTwoGraphs() {
    DatasetGraph graphs = DatasetGraphFactory.createTxnMem();
    IntStream.range(0, 30).forEach(number -> graphs.executeWrite(() -> graphs.add(Quad.create(
        NodeFactory.createURI(BASE + "graph/article/" + (number % 2 == 0 ? "even" : "odd")),
        NodeFactory.createURI(BASE + "id/state/s" + number),
        RDFS.label.asNode(),
        NodeFactory.createLiteralLang("State " + number, "en")))));
    server = EntenteServer.start(new MemoryDataset(graphs, BASE),
        ServerOptions.onPort(0).onLoopback().withRowLimit(20).withQueryTimeout(Duration.ofSeconds(3)));
    ask = new Asking(server);
  }

  @AfterAll
  static void stop() {
    ask.close();
    server.close();
  }

  private static String query(String text) {
    return "/sparql?query=" + Asking.encoded(text);
  }

  @Test
  void answersOverTheUnionOfTheNamedGraphs() {
    HttpResponse<String> reply = ask.get(query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"), "Accept", "text/csv");
    assertEquals("n\r\n30\r\n", reply.body());
  }

  @Test
  void answersGetAndBothFormsOfPostAlike() {
    String accept = "application/sparql-results+json";
    String got = ask.get(query(ALL + " LIMIT 3"), "Accept", accept).body();
    String form = ask.method("POST", "/sparql", "query=" + Asking.encoded(ALL + " LIMIT 3"),
        "Accept", accept, "Content-Type", "application/x-www-form-urlencoded").body();
    String bare = ask.method("POST", "/sparql", ALL + " LIMIT 3",
        "Accept", accept, "Content-Type", "application/sparql-query").body();
    assertAll(() -> assertEquals(got, form), () -> assertEquals(got, bare), () -> assertTrue(got.contains("State 0")));
  }

  @ParameterizedTest
  @CsvSource({
    "application/sparql-results+json, application/sparql-results+json; charset=utf-8",
    "application/json, application/sparql-results+json; charset=utf-8",
    "application/sparql-results+xml, application/sparql-results+xml; charset=utf-8",
    "text/csv, text/csv; charset=utf-8",
    "text/tab-separated-values, text/tab-separated-values; charset=utf-8",
    "text/plain, text/plain; charset=utf-8",
    "application/sparql-results+thrift, application/sparql-results+thrift",
    "application/sparql-results+protobuf, application/sparql-results+protobuf",
    "*/*, application/sparql-results+json; charset=utf-8",
    "'text/csv;q=0.5, text/tab-separated-values;q=0.9', text/tab-separated-values; charset=utf-8",
  })
  void givesTablesInEveryFormThatIsAskedFor(String accept, String contentType) {
    HttpResponse<String> reply = ask.get(query(ALL), "Accept", accept);
    assertEquals(200, reply.statusCode());
    assertEquals(contentType.replace(" ", ""),
        reply.headers().firstValue("Content-Type").orElseThrow().replace(" ", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "xml", "csv", "tsv"})
  void givesAYesInEveryTextForm(String format) {
    assertTrue(ask.get(query("ASK { ?s ?p ?o }") + "&format=" + format).body().contains("true"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json",
    "application/trig", "application/n-quads", "application/rdf+json", "application/trix"})
  void givesGraphsInEveryFormThatIsAskedFor(String accept) {
    HttpResponse<String> reply = ask.get(query("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 7"), "Accept", accept);
    Lang lang = RDFLanguages.contentTypeToLang(accept);
    assertEquals(7, Asking.parsed(reply.body(), lang).stream().count());
  }

  @Test
  void describesAThingWhenAsked() {
    HttpResponse<String> reply = ask.get(query("DESCRIBE <" + BASE + "id/state/s1>"), "Accept", "text/turtle");
    assertEquals(1, Asking.parsed(reply.body(), Lang.TURTLE).stream().count());
  }

  @Test
  void takesTheFormFromTheAddressToo() {
    assertTrue(ask.get(query(ALL) + "&format=tsv", "Accept", "text/html").body().startsWith("?s\t?o"));
    assertEquals(400, ask.get(query(ALL) + "&format=docx").statusCode());
  }

  @Test
  void refusesWhatItCannotSendWithAListOfWhatItCan() {
    HttpResponse<String> reply = ask.get(query(ALL), "Accept", "image/png");
    assertEquals(406, reply.statusCode());
    assertTrue(reply.body().contains("text/csv"));
  }

  @Test
  void tellsInTheHeadAndInsideWhenAnAnswerWasCutOff() {
    HttpResponse<String> json = ask.get(query(ALL), "Accept", "application/json");
    HttpResponse<String> xml = ask.get(query(ALL), "Accept", "application/sparql-results+xml");
    HttpResponse<String> turtle = ask.get(query("CONSTRUCT WHERE { ?s ?p ?o }"), "Accept", "text/turtle");
    HttpResponse<String> whole = ask.get(query(ALL + " LIMIT 20"), "Accept", "application/json");
    assertEquals("rows=20", json.headers().firstValue("Entente-Cut-Off").orElseThrow());
    assertTrue(json.body().contains("#cut-off-after-20"));
    assertTrue(xml.body().contains("#cut-off-after-20"));
    assertEquals(20, Asking.parsed(turtle.body(), Lang.TURTLE).stream().count());
    assertTrue(turtle.body().contains("# cut off after 20"));
    assertTrue(whole.headers().firstValue("Entente-Cut-Off").isEmpty());
    assertFalse(whole.body().contains("cut-off"));
  }

  @Test
  void namesTheLineAndColumnOfAMistake() {
    HttpResponse<String> reply = ask.get(query("SELECT ?s\nWHERE { ?s ?p }"), "Accept", "application/json");
    assertEquals(400, reply.statusCode());
    assertEquals("application/problem+json", reply.headers().firstValue("Content-Type").orElseThrow());
    assertTrue(reply.body().contains("\"line\" : 2") || reply.body().contains("\"line\": 2"), reply.body());
    assertTrue(reply.body().contains("\"column\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "SELECT * { SERVICE <http://localhost:1/sparql> { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE SILENT <http://localhost:1/> { ?s ?p ?o } } }",
    "SELECT * { { SELECT * { SERVICE ?anywhere { ?s ?p ?o } } } }",
    "SELECT * FROM <http://localhost:1/data.ttl> { ?s ?p ?o }",
    "SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }",
    "SELECT (<java:java.lang.System.exit>(1) AS ?x) {}",
    "PREFIX j: <java:org.example.> SELECT * { ?s j:Property ?o }",
    "SELECT",
  })
  void refusesToFetchOrRunAnything(String query) {
    assertEquals(400, ask.get(query(query), "Accept", "application/json").statusCode(), query);
  }

  @Test
  void readsFromTheGraphsThatAreHere() {
    String from = "SELECT (COUNT(*) AS ?n) FROM <" + BASE + "graph/article/odd> { ?s ?p ?o }";
    assertEquals("n\r\n15\r\n", ask.get(query(from), "Accept", "text/csv").body());
    String byProtocol = query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") + "&default-graph-uri="
        + Asking.encoded(BASE + "graph/article/even");
    assertEquals("n\r\n15\r\n", ask.get(byProtocol, "Accept", "text/csv").body());
  }

  @Test
  void resolvesRelativeNamesAgainstTheBaseOfTheData() {
    assertEquals("x\r\n" + BASE + "id/state/s1\r\n",
        ask.get(query("SELECT (<id/state/s1> AS ?x) {}"), "Accept", "text/csv").body());
  }

  @Test
  void constructsGraphsWithTheirNamesInFormsThatHaveThem() {
    String quads = query("CONSTRUCT { GRAPH ?g { ?s ?p ?o } } { GRAPH ?g { ?s ?p ?o } } LIMIT 6");
    HttpResponse<String> trig = ask.get(quads, "Accept", "application/trig");
    assertEquals(6, Asking.parsed(trig.body(), Lang.TRIG).stream().filter(quad -> !quad.isDefaultGraph()).count());
    assertEquals(6, Asking.parsed(ask.get(quads, "Accept", "application/n-quads").body(), Lang.NQUADS).stream()
        .count());
    assertEquals(406, ask.get(quads, "Accept", "text/turtle").statusCode());
  }

  @Test
  void saysWhenAFormCannotWriteAnAnswer() {
    HttpResponse<String> reply =
        ask.get(query("CONSTRUCT { ?s <urn:x:1/2> ?o } { ?s ?p ?o } LIMIT 1"), "Accept", "application/rdf+xml");
    assertEquals(406, reply.statusCode());
    assertTrue(reply.body().contains("application/rdf+xml"));
  }

  @Test
  void letsNobodyWrite() {
    String update = "INSERT DATA { <urn:x> <urn:y> <urn:z> }";
    String graph = "/data?graph=" + Asking.encoded(BASE + "graph/article/odd");
    assertAll(
        () -> assertEquals(403, ask.get("/sparql?update=" + Asking.encoded(update)).statusCode()),
        () -> assertEquals(403, ask.get(query(update)).statusCode()),
        () -> assertEquals(403, ask.method("POST", "/sparql", update,
            "Content-Type", "application/sparql-update").statusCode()),
        () -> assertEquals(403, ask.method("POST", "/sparql", "update=" + Asking.encoded(update),
            "Content-Type", "application/x-www-form-urlencoded").statusCode()),
        () -> assertEquals(405, ask.method("PUT", "/sparql", "<urn:x> <urn:y> <urn:z> .",
            "Content-Type", "text/turtle").statusCode()),
        () -> assertEquals(405, ask.method("DELETE", "/sparql", "").statusCode()),
        () -> assertTrue(ask.method("PUT", graph, "", "Content-Type", "text/turtle").statusCode() >= 400),
        () -> assertTrue(ask.method("POST", "/update", update,
            "Content-Type", "application/sparql-update").statusCode() >= 400));
    assertEquals("n\r\n30\r\n",
        ask.get(query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"), "Accept", "text/csv").body());
  }

  @Test
  void stopsAQueryThatTakesTooLong() {
    String endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o . ?p ?q ?r"
        + " . ?s ?t ?u }";
    HttpResponse<String> reply = ask.get(query(endless) + "&timeout=0.2", "Accept", "application/json");
    assertEquals(503, reply.statusCode());
    assertTrue(reply.body().contains("0.2 seconds"), reply.body());
    assertEquals(400, ask.get(query(ALL) + "&timeout=soon").statusCode());
  }

  @Test
  void sendsNothingTwiceToAClientThatHasIt() {
    HttpResponse<String> first = ask.get(query(ALL), "Accept", "text/csv");
    String etag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = ask.get(query(ALL), "Accept", "text/csv", "If-None-Match", etag);
    assertEquals(304, again.statusCode());
    assertEquals("", again.body());
    assertNotEquals(etag, ask.get(query(ALL), "Accept", "text/plain").headers().firstValue("ETag").orElseThrow());
    HttpResponse<String> unsteady = ask.get(query("SELECT (RAND() AS ?r) {}"), "Accept", "text/csv");
    assertTrue(unsteady.headers().firstValue("ETag").isEmpty());
    assertEquals("no-store", unsteady.headers().firstValue("Cache-Control").orElseThrow());
  }

  @Test
  void compressesWhenAsked() throws IOException {
    HttpResponse<byte[]> reply = ask.bytes(query(ALL), "Accept", "application/json", "Accept-Encoding", "gzip");
    assertEquals("gzip", reply.headers().firstValue("Content-Encoding").orElseThrow());
    assertTrue(reply.headers().firstValue("ETag").orElseThrow().endsWith("-gzip\""));
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(reply.body()))) {
      assertEquals(ask.get(query(ALL), "Accept", "application/json").body(),
          new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void describesItselfToProgramsAndOffersAFormToPeople() {
    HttpResponse<String> rdf = ask.get("/sparql", "Accept", "text/turtle");
    HttpResponse<String> html = ask.get("/sparql", "Accept", "text/html");
    assertTrue(Asking.parsed(rdf.body(), Lang.TURTLE).contains(Quad.defaultGraphIRI,
        NodeFactory.createURI(BASE + "sparql#service"), RDF.type.asNode(),
        NodeFactory.createURI("http://www.w3.org/ns/sparql-service-description#Service")));
    assertTrue(html.body().contains("<textarea"));
    assertEquals("*", rdf.headers().firstValue("Access-Control-Allow-Origin").orElseThrow());
  }

  @Test
  void answersABrowserOnAnotherSiteBeforeItAsks() {
    HttpResponse<String> reply = ask.method("OPTIONS", "/sparql", "", "Origin", "https://other.example");
    assertEquals(204, reply.statusCode());
    assertTrue(reply.headers().firstValue("Access-Control-Allow-Methods").orElseThrow().contains("POST"));
  }

  @Test
  void givesSpreadsheetsNoFormulas() {
    String rows = "SELECT ?x { VALUES ?x { '=1+1' '+1' '-1' '@SUM(A1)' '\\t=1' 'a=b' -5 <x:=1> } }";
    assertEquals("x\r\n'=1+1\r\n'+1\r\n'-1\r\n'@SUM(A1)\r\n'\t=1\r\na=b\r\n-5\r\nx:=1\r\n",
        ask.get(query(rows), "Accept", "text/csv").body());
    assertTrue(ask.get(query(rows), "Accept", "application/json").body().contains("\"=1+1\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/id/state/a%0d%0aX-Evil:%20yes", "/page/a%0aX-Evil:%20yes", "/data/x%0d%0aX-Evil:%20yes.ttl",
    "/search?q=%0d%0aX-Evil:%20yes", "/queries/%0d%0aX-Evil:%20yes", "/sparql?query=ASK%7B%7D&format=%0d%0aX-Evil:yes"})
  void letsNobodyWriteAHeader(String address) {
    assertTrue(ask.get(address).headers().firstValue("X-Evil").isEmpty());
  }

  @Test
  void refusesOddBodiesAndAddressesInWords() {
    assertAll(
        () -> assertEquals(415, ask.method("POST", "/sparql", "x", "Content-Type", "image/png").statusCode()),
        () -> assertEquals(413, ask.method("POST", "/sparql", "x".repeat(2 << 20),
            "Content-Type", "application/sparql-query").statusCode()),
        () -> assertEquals(400, ask.get("/id/state/a%2Fb").statusCode()),
        () -> assertEquals("application/problem+json",
            ask.get("/id/state/a%2Fb").headers().firstValue("Content-Type").orElseThrow()),
        () -> assertEquals(400, ask.get("/id/state/%FF").statusCode()),
        () -> assertEquals(400, ask.get("/sparql?query=%E0%A4").statusCode()));
  }
}
