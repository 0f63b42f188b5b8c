package org.entente.publish.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.entente.publish.data.MemoryDataset;
import org.entente.publish.site.EntenteServer;
import org.entente.publish.site.PublishingTest;
import org.entente.publish.site.ServerOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An assistant writes to the program and reads from it; the program reads a site over HTTP. */
class AssistantElsewhereTest {

  private static final String BASE = "https://data.example.org/";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static EntenteServer server;
  private static HttpServer odd;
  private static HttpClient client;

  @BeforeAll
  static void publish() throws IOException {
    server = EntenteServer.start(new MemoryDataset(PublishingTest.twoStates(), BASE),
        ServerOptions.onPort(0).onLoopback());
    client = HttpClient.newHttpClient();
    odd = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    odd.createContext("/silent", exchange -> {});
    odd.createContext("/stopping", exchange -> {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write("<a> <b>".getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
    });
    odd.createContext("/breaking", exchange -> {
      exchange.sendResponseHeaders(200, 1_000);
      exchange.getResponseBody().write("<a> <b>".getBytes(StandardCharsets.UTF_8));
      exchange.close();
    });
    odd.start();
  }

  @AfterAll
  static void stop() {
    client.close();
    odd.stop(0);
    server.close();
  }

  private static HttpReading odd(String path, Duration patience) {
    return new HttpReading(client, URI.create("http://localhost:" + odd.getAddress().getPort() + path), patience);
  }

  /** What the program says to each message that wants an answer; it has to end when no more come. */
  private static List<JsonObject> answers(Reading site, String... messages) throws IOException, InterruptedException {
    Pipe in = Pipe.open();
    Pipe out = Pipe.open();
    Thread program = Thread.ofPlatform().start(() -> {
      try {
        Assistant.serve(Channels.newInputStream(in.source()), Channels.newOutputStream(out.sink()), site, "7.0");
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    });
    List<JsonObject> answers = new ArrayList<>();
    try (BufferedReader from = new BufferedReader(Channels.newReader(out.source(), StandardCharsets.UTF_8))) {
      PrintStream to = new PrintStream(Channels.newOutputStream(in.sink()), true, StandardCharsets.UTF_8);
      for (String message : messages) {
        to.println(message);
        if (message.contains("\"id\"")) {
          answers.add(JsonParser.parseString(from.readLine()).getAsJsonObject());
        }
      }
      to.close();
      program.join();
    }
    return answers;
  }

  private static JsonObject answer(Reading site, String method, String parameters)
      throws IOException, InterruptedException {
    return answers(site, """
        {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2024-11-05","capabilities":{},\
        "clientInfo":{"name":"test","version":"1"}}}""",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"%s\",\"params\":%s}".formatted(method, parameters)).getLast();
  }

  private static String used(Reading site, String tool, String arguments, boolean failed)
      throws IOException, InterruptedException {
    JsonObject answer =
        answer(site, "tools/call", "{\"name\":\"%s\",\"arguments\":%s}".formatted(tool, arguments));
    JsonObject result = answer.getAsJsonObject("result");
    assertEquals(failed, result.get("isError") != null && result.get("isError").getAsBoolean(), answer.toString());
    return result.getAsJsonArray("content").asList().stream().map(part -> part.getAsJsonObject().get("text"))
        .map(JsonElement::getAsString).collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "search | {\"words\": \"Ruritania\"} | https://data.example.org/id/state/ruritania",
    "describe | {\"thing\": \"state/ruritania\"} | IRI: https://data.example.org/id/state/ruritania",
    "dyad | {\"one\": \"RUR\", \"other\": \"GRA\"} | A frigate of Graustark called",
    "query | {\"sparql\": \"ASK { ?s ?p ?o }\"} | true",
    "cite | {\"thing\": \"dataset\"} | @misc{entente-"
  })
  void readsTheSiteForAnAssistant(String tool, String arguments, String expected)
      throws IOException, InterruptedException {
    String text = used(new HttpReading(client, URI.create(server.url())), tool, arguments, false);
    assertTrue(text.contains(expected), text);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "describe | {\"thing\": \"state/nowhere at all\"} | HTTP 404",
    "query | {\"sparql\": \"SELECT * {\"} | HTTP 400",
    "cite | {\"thing\": \"dataset\", \"form\": \"docx\"} | .ris or .json",
    "search | {\"words\": \" \"} | The argument \"words\" is missing.",
    "search | null | The argument \"words\" is missing."
  })
  void tellsAnAssistantWhatItAskedWrongly(String tool, String arguments, String expected)
      throws IOException, InterruptedException {
    String text = used(new HttpReading(client, URI.create(server.url())), tool, arguments, true);
    assertTrue(text.contains(expected), text);
  }

  @Test
  void tellsAnAssistantThatNothingAnswersThere() throws IOException, InterruptedException {
    String text =
        used(new HttpReading(client, URI.create("http://localhost:1/")), "search", "{\"words\": \"x\"}", true);
    assertTrue(text.startsWith("HTTP 502: http://localhost:1 does not answer (java.net.ConnectException"), text);
  }

  @Test
  void tellsAnAssistantThatAnAnswerWasBrokenOff() throws IOException, InterruptedException {
    String text = used(odd("/breaking", PATIENCE), "describe", "{\"thing\": \"state/ruritania\"}", true);
    assertTrue(text.startsWith("HTTP 502") && text.contains("/breaking does not answer ("), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/silent", "/stopping"})
  void tellsAnAssistantThatAnAnswerDidNotComeWholeInTime(String path) throws IOException, InterruptedException {
    String text = used(odd(path, Duration.ofMillis(100)), "describe", "{\"thing\": \"state/ruritania\"}", true);
    assertTrue(text.contains(path + " does not answer in time"), text);
  }

  @Test
  void stopsReadingWhenTheProgramIsEnded() {
    Thread.currentThread().interrupt();
    Reading.Text text = odd("/silent", PATIENCE).get("/", "*/*");
    assertTrue(Thread.interrupted());
    assertTrue(text.body().endsWith("was broken off"), text.body());
  }

  @Test
  void hasToolsAndNothingElse() throws IOException, InterruptedException {
    JsonObject refused = answer(odd("/silent", PATIENCE), "prompts/list", "{}");
    assertEquals(-32601, refused.getAsJsonObject("error").get("code").getAsInt(), refused.toString());
  }

  @Test
  void endsWhenAnAssistantSaysNothing() throws IOException, InterruptedException {
    assertEquals(List.of(), answers(odd("/silent", PATIENCE)));
  }
}
