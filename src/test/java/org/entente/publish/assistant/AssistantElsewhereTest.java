package org.entente.publish.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

  /** What the program says to each message that wants an answer, by their ids, when all come at once and no more. */
  private static List<JsonObject> answers(Reading site, String... messages) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Assistant.serve(new ByteArrayInputStream(String.join("\n", messages).getBytes(StandardCharsets.UTF_8)), out, site,
        "7.0");
    return out.toString(StandardCharsets.UTF_8).lines().map(line -> JsonParser.parseString(line).getAsJsonObject())
        .sorted(Comparator.comparing(answer -> answer.get("id").toString())).toList();
  }

  private static JsonObject answer(Reading site, String method, String parameters)
      throws IOException {
    return answers(site, """
        {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2024-11-05","capabilities":{},\
        "clientInfo":{"name":"test","version":"1"}}}""",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"%s\",\"params\":%s}".formatted(method, parameters)).getLast();
  }

  private static String used(Reading site, String tool, String arguments, boolean failed)
      throws IOException {
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
      throws IOException {
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
      throws IOException {
    String text = used(new HttpReading(client, URI.create(server.url())), tool, arguments, true);
    assertTrue(text.contains(expected), text);
  }

  @Test
  void tellsAnAssistantThatNothingAnswersThere() throws IOException {
    String text =
        used(new HttpReading(client, URI.create("http://localhost:1/")), "search", "{\"words\": \"x\"}", true);
    assertTrue(text.startsWith("HTTP 502: http://localhost:1 does not answer (java.net.ConnectException"), text);
  }

  @Test
  void tellsAnAssistantThatAnAnswerWasBrokenOff() throws IOException {
    String text = used(odd("/breaking", PATIENCE), "describe", "{\"thing\": \"state/ruritania\"}", true);
    assertTrue(text.startsWith("HTTP 502") && text.contains("/breaking does not answer ("), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/silent", "/stopping"})
  void tellsAnAssistantThatAnAnswerDidNotComeWholeInTime(String path) throws IOException {
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
  void hasToolsAndNothingElse() throws IOException {
    JsonObject refused = answer(odd("/silent", PATIENCE), "prompts/list", "{}");
    assertEquals(-32601, refused.getAsJsonObject("error").get("code").getAsInt(), refused.toString());
  }

  @Test
  void answersAllThatWasAskedBeforeItsInputEnded() throws IOException {
    String search = """
        {"jsonrpc":"2.0","id":%d,"method":"tools/call","params":{"name":"search","arguments":{"words":"Ruritania"}}}""";
    List<JsonObject> answers = answers(new HttpReading(client, URI.create(server.url())),
        IntStream.range(10, 30).mapToObj(search::formatted).toArray(String[]::new));
    assertEquals(IntStream.range(10, 30).boxed().toList(),
        answers.stream().map(answer -> answer.get("id").getAsInt()).toList());
    assertTrue(answers.stream().allMatch(answer -> answer.toString().contains("id/state/ruritania")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "what is there?", "{\"id\": 1}"})
  void saysSoWhereItCannotReadAMessageAndGoesOn(String message) throws IOException {
    List<JsonObject> answers =
        answers(odd("/silent", PATIENCE), message, "", "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}");
    assertTrue(answers.getFirst().has("result"), answers.toString());
    assertEquals(-32700, answers.getLast().getAsJsonObject("error").get("code").getAsInt(), answers.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"})
  void speaksEachVersionOfTheProtocol(String version) throws IOException {
    JsonObject greeted = answers(odd("/silent", PATIENCE), """
        {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"%s","capabilities":{},\
        "clientInfo":{"name":"test","version":"1"}}}""".formatted(version)).getFirst().getAsJsonObject("result");
    assertEquals(version, greeted.get("protocolVersion").getAsString());
    assertEquals("7.0", greeted.getAsJsonObject("serverInfo").get("version").getAsString());
  }

  @Test
  void endsWhenAnAssistantSaysNothing() throws IOException {
    assertEquals(List.of(), answers(odd("/silent", PATIENCE)));
  }
}
