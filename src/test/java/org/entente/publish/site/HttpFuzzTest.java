package org.entente.publish.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.publish.data.MemoryDataset;

/** Requests of all kinds and of no kind: each is answered or refused, none is a fault of the server. */
class HttpFuzzTest {

  private static final String BASE = "https://data.example.org/";
  private static final String TOKEN = "a word that only the operator knows";
  private static final int PATIENCE = 20_000;

  private static EntenteServer server;
  private static Asking ask;

  @BeforeContainer
  static void serve() {
    DatasetGraph graphs = DatasetGraphFactory.createTxnMem();
    graphs.executeWrite(() -> IntStream.range(0, 40).forEach(number -> {
      graphs.add(Quad.create(NodeFactory.createURI(BASE + "graph/one"),
          NodeFactory.createURI(BASE + "id/state/s" + number), RDFS.label.asNode(),
          NodeFactory.createLiteralString("State " + number)));
      graphs.add(Quad.create(NodeFactory.createURI(BASE + "graph/one"),
          NodeFactory.createURI(BASE + "id/state/s" + number), RDF.type.asNode(),
          NodeFactory.createURI("https://w3id.org/entente/ontology#State")));
    }));
    ServerOptions options = ServerOptions.onPort(0).onLoopback().withQueryTimeout(Duration.ofSeconds(1))
        .withClients(new ServerOptions.Clients(0, false, Duration.ofMillis(300))).withWriting(TOKEN, new Taking());
    server = EntenteServer.start(new MemoryDataset(graphs, BASE), options);
    ask = new Asking(server);
  }

  @AfterContainer
  static void stop() {
    assertEquals(200, ask.get("/healthz").statusCode());
    ask.close();
    server.close();
  }

  /** Takes what it is sent. */
  private record Taking() implements Intake {

    @Override
    public Taken take(String name, byte[] content, Map<String, String> metadata) {
      return new Taken(201, Map.of("outcome", "loaded", "name", name));
    }

    @Override
    public Taken remove(String article, String why, String who) {
      return new Taken(404, Map.of("outcome", "not there"));
    }
  }

  @Provide
  static Arbitrary<String> oddWords() {
    Arbitrary<String> known = Arbitraries.of("id", "page", "data", "state", "s1", "sparql", "query", "graph", "dump",
        "queries", "export", "search", "reconcile", "cite", "articles", "ontology", "assets", "..", ".", "", "%2e%2e",
        "%2F",
        "%00", "%", "%ff", "\\", "<script>", "'", "\"", "{{7*7}}", "javascript:x", "\u202e", "é", "💥", ".ttl", ".bib",
        ".json", ";x=y", "#", "?", "&", "=", "*", "$", "healthz", "metrics", "sitemap-99999999999.xml");
    return Arbitraries.oneOf(known, Arbitraries.strings().all().ofMaxLength(6));
  }

  @Provide
  static Arbitrary<String> oddPaths() {
    return oddWords().list().ofMaxSize(6).map(words -> "/" + String.join("/", words));
  }

  @Provide
  static Arbitrary<String> oddHeads() {
    Arbitrary<String> name = Arbitraries.of("Accept", "Range", "If-None-Match", "If-Modified-Since", "If-Range",
        "Accept-Encoding", "Content-Type", "Content-Length", "Transfer-Encoding", "Expect", "Host", "X-Forwarded-For",
        "Forwarded", "Authorization", "Connection", "Upgrade", "Cookie", "Origin", "Content-Encoding");
    Arbitrary<String> value = Arbitraries.oneOf(Arbitraries.strings().all().ofMaxLength(20), Arbitraries.of(
        "text/html;q=0.5, */*;q=x", "*/*;q=2", "bytes=0-", "bytes=-1", "bytes=9-1", "bytes=0-0,2-3",
        "bytes=99999999999999999999-", "gzip;q=0, br", "Wed, 99 Foo 2020", "W/\"", "\"a", "chunked", "-1",
        "18446744073709551617", "100-continue", "websocket", "Bearer " + TOKEN, "Bearer", "multipart/form-data",
        "application/sparql-query; charset=nonsense", "for=\"[::1\"", "gzip, gzip, gzip"));
    return name.flatMap(one -> value.map(other -> one + ": " + other)).list().ofMaxSize(5)
        .map(lines -> String.join("\r\n", lines));
  }

  @Property(tries = 300)
  void answersOrRefusesWhateverComesOverALine(@ForAll("oddPaths") String path, @ForAll("oddHeads") String head)
      throws IOException {
    String method = List.of("GET", "HEAD", "POST", "DELETE", "OPTIONS", "get", "TRACE", "\u0000")
        .get(Math.floorMod(path.hashCode(), 8));
    String answer = sent(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + head
        + "\r\n\r\nbody");
    // A line that is not even HTTP may be closed without a word; who expects it is told to go on before the answer.
    String last = answer.replaceFirst("^HTTP/1\\.1 100 Continue\r\n\r\n", "");
    assertTrue(last.isEmpty() || last.matches("(?s)HTTP/1\\.1 ([234]\\d\\d|501|503|505) .*"), answer);
  }

  private static String sent(String request) throws IOException {
    try (Socket line = new Socket("localhost", server.port())) {
      line.setSoTimeout(PATIENCE);
      line.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      line.shutdownOutput();
      return new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (SocketException e) {
      // It was closed while we wrote what nobody wants to read.
      return "";
    }
  }

  @Provide
  static Arbitrary<String> accepts() {
    Arbitrary<String> type = Arbitraries.of("text/html", "text/turtle", "application/ld+json", "application/json",
        "text/csv",
        "application/rdf+xml", "*/*", "text/*", "image/png", "a/b/c", "text", "application/n-triples;charset=x", "");
    Arbitrary<String> weight = Arbitraries.of("", ";q=0", ";q=0.001", ";q=1.0000", ";q=", ";Q=.5", ";x=\"y,z\"");
    return type.flatMap(one -> weight.map(other -> one + other)).list().ofMaxSize(6).map(all -> String.join(",", all));
  }

  @Property(tries = 150)
  void findsAFormOrSaysThatThereIsNone(@ForAll("accepts") String accept) {
    for (String path : List.of("/", "/id/state/s1", "/sparql?query=ASK%7B%7D", "/graph/one", "/data/state/s2",
        "/queries")) {
      HttpResponse<String> answer = ask.get(path, "Accept", accept);
      assertTrue(List.of(200, 303, 406).contains(answer.statusCode()), path + ": " + answer.statusCode());
    }
  }

  @Provide
  static Arbitrary<String> ranges() {
    Arbitrary<String> bound = Arbitraries.of("", "0", "1", "5", "1000", "99999999999999999999", "-3", "x", " ");
    return bound.flatMap(from -> bound.map(to -> "bytes=" + from + "-" + to));
  }

  @Property(tries = 81)
  void givesTheBytesOfARangeOrSaysThatThereAreNone(@ForAll("ranges") String range) {
    HttpResponse<byte[]> answer = ask.bytes("/assets/page.css", "Range", range);
    assertTrue(List.of(200, 206, 416).contains(answer.statusCode()), range + ": " + answer.statusCode());
    if (answer.statusCode() == 206) {
      String told = answer.headers().firstValue("Content-Range").orElseThrow();
      String[] bounds = told.replaceAll("bytes (\\d+)-(\\d+)/\\d+", "$1 $2").split(" ");
      assertEquals(Long.parseLong(bounds[1]) - Long.parseLong(bounds[0]) + 1, answer.body().length, told);
    }
  }

  @Provide
  static Arbitrary<String> queries() {
    return Arbitraries.of("SELECT", "ASK", "CONSTRUCT", "DESCRIBE", "*", "?a", "?b", "{", "}", "(", ")", "?a ?b ?c",
        "<id/state/s1>", "a", ".", "FILTER", "OPTIONAL", "UNION", "MINUS", "BIND", "AS ?x", "VALUES ?a", "1", "\"x\"",
        "'",
        "+", "/", "^", "|", "!", "COUNT(*)", "GROUP BY ?a", "HAVING", "ORDER BY", "LIMIT 3", "OFFSET -1",
        "REGEX(?a, \"(a*)*b\")",
        "REPLACE(\"a\", \"(\", \"$9\")", "GRAPH ?g", "SERVICE <http://127.0.0.1:1/>", "FROM <file:///etc/passwd>",
        "PREFIX :", "BASE <x>", "#", "\\u0000", "<<", ">>", "1e999", "9".repeat(1_200), "\uFEFF",
        "STRLANG(\"a\", \"-\")",
        "<java:java.lang.System>", "IRI(\"\\\\\")", "EXISTS", "xsd:date",
        "\"\"^^<http://www.w3.org/2001/XMLSchema#integer>",
        "INSERT DATA", "DROP ALL").list().ofMinSize(1).ofMaxSize(12)
        .map(words -> words.stream().collect(Collectors.joining(" ")));
  }

  @Property(tries = 400)
  void answersOrRefusesWhateverIsAsked(@ForAll("queries") String words) {
    for (String query : List.of(words, "SELECT * { " + words + " }")) {
      HttpResponse<String> answer =
          ask.get("/sparql?query=" + Asking.encoded(query), "Accept", "application/json, */*;q=0.1");
      assertTrue(List.of(200, 400, 403, 503).contains(answer.statusCode()),
          query + ": " + answer.statusCode() + " " + answer.body());
    }
  }

  @Property(tries = 150)
  void takesAnArticleOrSaysWhyNot(@ForAll("oddWords") String name, @ForAll("oddWords") String title,
      @ForAll byte[] content) {
    String address = "/articles?name=" + Asking.encoded(name) + "&title=" + Asking.encoded(title);
    String body = new String(content, StandardCharsets.ISO_8859_1);
    assertEquals(401, ask.method("POST", address, body).statusCode());
    int status = ask.method("POST", address, body, "Authorization", "Bearer " + TOKEN).statusCode();
    assertTrue(List.of(201, 400).contains(status), address + ": " + status);
    int removed = ask.method("DELETE", "/articles/" + Asking.encoded(name), "", "Authorization", "Bearer " + TOKEN)
        .statusCode();
    assertTrue(List.of(404, 405, 400).contains(removed), name + ": " + removed);
  }
}
