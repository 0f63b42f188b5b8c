package org.entente.publish.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.entente.publish.data.MemoryDataset;
import org.entente.publish.http.HttpProblem;
import org.entente.publish.site.ServerOptions.Clients;
import org.entente.publish.sparql.QueryPlaces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that send or read slowly, or ask too much: they get their answer, and nobody else waits for them. */
@Timeout(120)
class SlowClientsTest {

  private static final String BASE = "https://data.example.org/";
  private static final Clients HURRIED = new Clients(0, false, Duration.ofMillis(300));
  private static final String HEAD = "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n"
      + "Content-Type: application/sparql-query\r\n\r\nASK ";

  private final List<Socket> slow = new ArrayList<>();
  private EntenteServer server = serve(ServerOptions.onPort(0).onLoopback());
  private Asking ask = new Asking(server);

  private static EntenteServer serve(ServerOptions options) {
    DatasetGraph graphs = DatasetGraphFactory.createTxnMem();
    String words = "Words that are long enough to fill a line. ".repeat(100);
    graphs.executeWrite(() -> IntStream.range(0, 3_000).forEach(number -> graphs.add(Quad.create(
        NodeFactory.createURI(BASE + "graph/one"), NodeFactory.createURI(BASE + "id/state/s" + number),
        RDFS.label.asNode(), NodeFactory.createLiteralString(number + words)))));
    return EntenteServer.start(new MemoryDataset(graphs, BASE), options);
  }

  private void serveAnew(ServerOptions options) {
    ask.close();
    server.close();
    server = serve(options);
    ask = new Asking(server);
  }

  @AfterEach
  void stop() throws IOException {
    for (Socket client : slow) {
      client.close();
    }
    ask.close();
    server.close();
  }

  private Socket connect(String request, int buffer) throws IOException {
    Socket client = new Socket();
    client.setReceiveBufferSize(buffer);
    client.setSoTimeout(20_000);
    client.connect(new InetSocketAddress("localhost", server.port()));
    slow.add(client);
    client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return client;
  }

  private void isServing() {
    assertEquals(200, ask.get("/healthz").statusCode());
    assertEquals(200, ask.get("/").statusCode());
    assertEquals(200, ask.get("/sparql?query=" + Asking.encoded("ASK {}"), "Accept", "application/json").statusCode());
  }

  /** The status in the answer; the line is then closed by the server. */
  private static String status(Socket client) throws IOException {
    InputStream in = client.getInputStream();
    String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    return answer.substring(0, Math.min(answer.length(), "HTTP/1.1 408".length()));
  }

  @Test
  void says408ToBodiesThatStandStillAndAnswersOthersMeanwhile() throws IOException {
    serveAnew(ServerOptions.onPort(0).onLoopback().withClients(HURRIED));
    for (int number = 0; number < 300; number++) {
      connect(HEAD, 1 << 16);
    }
    isServing();
    List<String> statuses = new ArrayList<>();
    for (Socket client : slow) {
      statuses.add(status(client));
    }
    assertEquals(Collections.nCopies(300, "HTTP/1.1 408"), statuses);
    isServing();
  }

  @Test
  void says408ToBodiesThatTrickle() throws IOException {
    serveAnew(ServerOptions.onPort(0).onLoopback().withClients(HURRIED));
    // Fewer than are worked on at once: who waits for his turn longer than the hurried 0.3 s is told something else.
    for (int number = 0; number < 60; number++) {
      connect(HEAD, 1 << 16);
    }
    Socket last = slow.getLast();
    // One byte for each answer of the server, to one after the other: all at once they would be quick enough.
    for (int turn = 0; last.getInputStream().available() == 0; turn++) {
      Socket client = slow.get(turn % slow.size());
      if (client.getInputStream().available() == 0) {
        client.getOutputStream().write('#');
      }
      assertEquals(200, ask.get("/healthz").statusCode());
    }
    isServing();
    assertEquals("HTTP/1.1 408", status(last));
  }

  @Test
  void answersOthersWhileHundredsDoNotReadTheirLongAnswers() throws IOException {
    String query = Asking.encoded("SELECT * { ?s ?p ?o }");
    for (int number = 0; number < 60; number++) {
      connect("GET /sparql?query=" + query + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/csv\r\n\r\n", 1 << 12);
    }
    for (int number = 0; number < 240; number++) {
      connect("GET / HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n\r\n", 1 << 12);
    }
    isServing();
  }

  @Test
  void refusesRequestsWhoseHeadIsLong() throws IOException {
    String much = "a".repeat(70_000);
    Set<String> refusals = Set.of("HTTP/1.1 414", "HTTP/1.1 431", "broken off");
    for (String request : List.of("GET / HTTP/1.1\r\nHost: localhost\r\nX-Much: " + much + "\r\n\r\n",
        "GET /sparql?query=" + much + " HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
      String refusal = statusOrEnd(request);
      assertTrue(refusals.contains(refusal), refusal);
    }
    isServing();
  }

  /** A line that is closed while more is on its way may be reset before its answer is read. */
  private String statusOrEnd(String request) throws IOException {
    try {
      return status(connect(request, 1 << 16));
    } catch (SocketException e) {
      return "broken off";
    }
  }

  @Test
  void answersAQueryThatRunsLongerThanALineMayBeSilent() {
    serveAnew(ServerOptions.onPort(0).onLoopback().withClients(HURRIED).withQueryTimeout(Duration.ofSeconds(3)));
    HttpResponse<String> reply = ask.get("/sparql?query="
        + Asking.encoded("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"), "Accept", "text/csv");
    assertEquals(503, reply.statusCode());
    assertTrue(reply.body().contains("took too long"), reply.body());
  }

  @Test
  void keepsOneClientFromTakingAllPlacesForQueries() {
    QueryPlaces places = new QueryPlaces(8, false);
    IntStream.range(0, 4).forEach(number -> places.take("192.0.2.1"));
    assertEquals(429, assertThrows(HttpProblem.class, () -> places.take("192.0.2.1"))
        .status());
    IntStream.range(0, 4).forEach(number -> places.take("192.0.2.2"));
    assertEquals(503, assertThrows(HttpProblem.class, () -> places.take("192.0.2.3"))
        .status());
    places.giveBack("192.0.2.1");
    places.take("192.0.2.3");
  }

  @Test
  void says429ToAClientThatAsksTooOftenAndServesTheOthersOfTheProxy() {
    serveAnew(ServerOptions.onPort(0).onLoopback().withClients(new Clients(1, true, Duration.ofSeconds(10))));
    HttpResponse<String> reply = ask.get("/robots.txt", "X-Forwarded-For", "192.0.2.1");
    while (reply.statusCode() == 200) {
      reply = ask.get("/robots.txt", "X-Forwarded-For", "192.0.2.1");
    }
    assertEquals(429, reply.statusCode());
    assertTrue(reply.headers().firstValue("Retry-After").isPresent());
    assertTrue(reply.body().contains("Too many requests"), reply.body());
    assertEquals(200, ask.get("/robots.txt", "X-Forwarded-For", "192.0.2.2").statusCode());
  }

  @Test
  void countsAClientByWhatTheProxyWroteWhateverTheClientWroteBefore() {
    serveAnew(ServerOptions.onPort(0).onLoopback().withClients(new Clients(1, true, Duration.ofSeconds(10))));
    List<Integer> statuses = IntStream.range(0, 100)
        .mapToObj(number -> ask.get("/robots.txt", "X-Forwarded-For", "198.51.100." + number + ", 192.0.2.1",
            "Forwarded", "for=203.0.113." + number, "X-Real-IP", "203.0.113." + number).statusCode())
        .toList();
    assertTrue(statuses.contains(429), "another name each time did not help: " + statuses);
  }

  @Test
  void countsTheAddressesOfANetworkOfIpv6AsOneClient() {
    serveAnew(ServerOptions.onPort(0).onLoopback().withClients(new Clients(1, true, Duration.ofSeconds(10))));
    List<Integer> statuses = IntStream.range(0, 100)
        .mapToObj(number -> ask.get("/robots.txt", "X-Forwarded-For", "2001:db8:1:2:" + Integer.toHexString(number)
            + "::1").statusCode())
        .toList();
    assertTrue(statuses.contains(429), "another address of the same network each time did not help: " + statuses);
    assertEquals(200, ask.get("/robots.txt", "X-Forwarded-For", "2001:db8:1:3::1").statusCode());
  }

  @Test
  void hasNoBoundsForThisMachineWhereNoProxyIsNamed() {
    serveAnew(ServerOptions.onPort(0).onLoopback().withClients(new Clients(1, false, Duration.ofSeconds(10))));
    IntStream.range(0, 100).forEach(number -> assertEquals(200, ask.get("/robots.txt").statusCode()));
  }

  @Test
  void namesEachRequestInTheHeadOfItsAnswer() {
    String one = ask.get("/healthz").headers().firstValue("Entente-Request").orElse("");
    String other = ask.get("/healthz").headers().firstValue("Entente-Request").orElse("");
    assertTrue(one.matches("[0-9a-z]{4,13}") && !one.equals(other), one + " " + other);
  }
}
