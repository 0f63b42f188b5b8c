package org.entente.publish.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.entente.publish.site.Asking;
import org.entente.publish.site.EntenteServer;
import org.entente.publish.site.PublishingTest;
import org.entente.publish.site.ServerOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What readers of a site see, and those who start it, when the endpoint behind it does not answer as it should. */
class RemoteTroubleTest {

  private static final String BASE = "https://data.example.org/";
  private static final String ROWS = "application/sparql-results+json";
  private static final String ROWS_IN_XML = "application/sparql-results+xml";
  /** An answer of one row, broken off before the next. */
  private static final String HALF = """
      {"head": {"vars": ["s", "p", "o"]}, "results": {"bindings": [{"s": {"type": "uri", "value": "http://x.example/a"},
      "p": {"type": "uri", "value": "http://x.example/b"}, "o": {"type": "uri", "value": "http://x.example/c"}},""";
  /** The same in the form of which Jena takes each row as it comes. */
  private static final String HALF_IN_XML = """
      <sparql xmlns="http://www.w3.org/2005/sparql-results#"><head><variable name="s"/><variable name="p"/>\
      <variable name="o"/></head><results><result><binding name="s"><uri>http://x.example/a</uri></binding>\
      <binding name="p"><uri>http://x.example/b</uri></binding><binding name="o"><uri>http://x.example/c</uri></binding>\
      </result><result>""";
  private static final HttpHandler SILENT = exchange -> {};

  /** What the endpoint does in place of answering. */
  private static final AtomicReference<Optional<HttpHandler>> TROUBLE = new AtomicReference<>(Optional.empty());

  private static FusekiServer stock;
  private static HttpServer endpoint;
  private static HttpClient client;
  private static EntenteServer site;
  private static Asking ask;

  @BeforeAll
  static void publishBehindAnEndpointThatGetsIntoTrouble() throws IOException {
    stock = FusekiServer.create().port(0).loopback(true).add("/ds", PublishingTest.twoStates()).build().start();
    client = HttpClient.newHttpClient();
    endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    endpoint.createContext("/sparql", exchange -> TROUBLE.get().orElse(RemoteTroubleTest::forward).handle(exchange));
    endpoint.start();
    site = EntenteServer.start(RemoteDataset.at(address(), BASE, Duration.ofSeconds(20)),
        ServerOptions.onPort(0).onLoopback());
    ask = new Asking(site);
  }

  @AfterAll
  static void stop() {
    ask.close();
    site.close();
    client.close();
    endpoint.stop(0);
    stock.stop();
  }

  @AfterEach
  void recover() {
    TROUBLE.set(Optional.empty());
  }

  private static URI address() {
    return URI.create("http://reader:secret@localhost:" + endpoint.getAddress().getPort() + "/sparql");
  }

  private static void forward(HttpExchange exchange) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + stock.getHttpPort() + "/ds/query"))
        .header("Content-Type", exchange.getRequestHeaders().getFirst("Content-Type"))
        .header("Accept", exchange.getRequestHeaders().getFirst("Accept"))
        .POST(HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes())).build();
    try {
      HttpResponse<byte[]> reply = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      exchange.getResponseHeaders().add("Content-Type", reply.headers().firstValue("Content-Type").orElse(""));
      exchange.sendResponseHeaders(reply.statusCode(), reply.body().length == 0 ? -1 : reply.body().length);
      exchange.getResponseBody().write(reply.body());
      exchange.close();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static HttpHandler answering(int status, String type, String body) {
    return exchange -> {
      begin(exchange, status, type, body);
      exchange.close();
    };
  }

  /** Nothing more comes, and the line stays open. */
  private static HttpHandler stopping(String type, String body) {
    return exchange -> begin(exchange, 200, type, body);
  }

  private static void begin(HttpExchange exchange, int status, String type, String body) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, 0);
    exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
    exchange.getResponseBody().flush();
  }

  private static HttpResponse<String> query(String query, String seconds) {
    return ask.get("/sparql?timeout=" + seconds + "&query=" + Asking.encoded(query), "Accept",
        "application/json, text/turtle;q=0.5");
  }

  private static void saysThatTheDataCannotBeReached(HttpResponse<String> reply) {
    assertEquals(502, reply.statusCode(), reply.body());
    assertTrue(reply.body().contains("The store behind this server does not answer at this moment"), reply.body());
    assertFalse(reply.body().contains("localhost") || reply.body().contains("secret"), reply.body());
  }

  private static void saysThatItTookTooLong(HttpResponse<String> reply) {
    assertEquals(503, reply.statusCode(), reply.body());
    assertTrue(reply.body().contains("It was stopped after 0.1 seconds"), reply.body());
  }

  static Stream<Arguments> wrongAnswers() {
    return Stream.of(
        Arguments.of("did not answer: Server Error", answering(500, "text/plain", "no more memory")),
        Arguments.of("gave an answer that cannot be read: Endpoint returned Content-Type: text/html",
            answering(200, "text/html", "<html>Welcome")),
        Arguments.of("gave an answer that cannot be read", answering(200, ROWS, "<html>Welcome")),
        Arguments.of("gave an answer that cannot be read", answering(200, ROWS, HALF)),
        Arguments.of("gave an answer that cannot be read", answering(200, ROWS_IN_XML, HALF_IN_XML)));
  }

  static Stream<HttpHandler> silences() {
    return Stream.of(SILENT, stopping(ROWS, HALF), stopping(ROWS_IN_XML, HALF_IN_XML));
  }

  @ParameterizedTest
  @MethodSource("wrongAnswers")
  void tellsReadersThatTheDataCannotBeReachedAndGoesOnWhenTheyCan(String reason, HttpHandler trouble) {
    TROUBLE.set(Optional.of(trouble));
    for (String query : List.of("SELECT * { ?s ?p ?o }", "DESCRIBE <https://data.example.org/id/state/ruritania>")) {
      saysThatTheDataCannotBeReached(query(query, "20"));
    }
    saysThatTheDataCannotBeReached(ask.get("/data/state/ruritania.ttl"));
    TROUBLE.set(Optional.empty());
    assertEquals(200, ask.get("/data/state/ruritania.ttl").statusCode());
  }

  @ParameterizedTest
  @MethodSource("wrongAnswers")
  void tellsWhoStartsItWhatTheEndpointDidAndNoPassword(String reason, HttpHandler trouble) {
    TROUBLE.set(Optional.of(trouble));
    RemoteException problem =
        assertThrows(RemoteException.class, () -> RemoteDataset.at(address(), BASE, Duration.ofSeconds(20)));
    String words = String.valueOf(problem.getMessage());
    assertTrue(words.startsWith("the SPARQL endpoint at localhost " + reason), words);
    assertFalse(words.contains("secret"), words);
  }

  @ParameterizedTest
  @MethodSource("silences")
  void stopsAQueryWhenTheEndpointFallsSilentBeforeOrInItsAnswer(HttpHandler trouble) {
    TROUBLE.set(Optional.of(trouble));
    for (String query : List.of("SELECT * { ?s ?p ?o }", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")) {
      saysThatItTookTooLong(query(query, "0.1"));
    }
  }

  @Test
  void stopsADescriptionThatDoesNotComeOrDoesNotEnd() {
    String description = "DESCRIBE <https://data.example.org/id/state/ruritania>";
    TROUBLE.set(Optional.of(SILENT));
    saysThatItTookTooLong(query(description, "0.1"));
    TROUBLE.set(Optional.of(stopping("text/turtle", "<http://x.example/a> <http://x.example/b>")));
    saysThatItTookTooLong(query(description, "0.1"));
  }

  @ParameterizedTest
  @MethodSource("silences")
  void doesNotWaitForASilentEndpointAtTheStart(HttpHandler trouble) {
    TROUBLE.set(Optional.of(trouble));
    RemoteException problem =
        assertThrows(RemoteException.class, () -> RemoteDataset.at(address(), BASE, Duration.ofMillis(100)));
    assertTrue(
        String.valueOf(problem.getMessage()).startsWith("the SPARQL endpoint at localhost did not answer within"),
        problem.getMessage());
  }

  @Test
  void wantsAUnionOfMoreGraphsThanCanBeNamedInAQuery() {
    DatasetGraph many = DatasetGraphFactory.createTxnMem();
    Node thing = Nodes.iri(BASE + "id/thing");
    many.executeWrite(() -> IntStream.rangeClosed(0, 2_000)
        .forEach(number -> many.add(Nodes.iri(BASE + "graph/" + number), thing, thing, thing)));
    FusekiServer large = FusekiServer.create().port(0).loopback(true).add("/many", many).build().start();
    try {
      URI address = URI.create("http://localhost:" + large.getHttpPort() + "/many/query");
      RemoteException problem =
          assertThrows(RemoteException.class, () -> RemoteDataset.at(address, BASE, Duration.ofSeconds(20)));
      assertTrue(String.valueOf(problem.getMessage()).contains("has more than 2000 graphs"), problem.getMessage());
    } finally {
      large.stop();
    }
  }

  @Test
  void answersQueriesOnlyAndDoesNotPassForAnEmptyDataset() {
    DatasetGraph graphs = RemoteDataset.at(address(), BASE, Duration.ofSeconds(20)).graphs();
    assertThrows(UnsupportedOperationException.class, graphs::find);
    assertThrows(UnsupportedOperationException.class, graphs::clear);
    assertEquals("the SPARQL endpoint at localhost", graphs.toString());
  }
}
