package org.entente.publish.site;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.publish.data.MemoryDataset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An assistant reads the site by the Model Context Protocol over HTTP, with the protocol's own client. */
class AssistantTest {

  private static EntenteServer server;
  private static Asking ask;
  private static McpSyncClient client;

  @BeforeAll
  static void connect() {
    server = EntenteServer.start(new MemoryDataset(PublishingTest.twoStates(), "https://data.example.org/"),
        ServerOptions.onPort(0).onLoopback());
    ask = new Asking(server);
    client = McpClient.sync(HttpClientStreamableHttpTransport.builder(server.url()).endpoint("/mcp").build()).build();
    client.initialize();
  }

  @AfterAll
  static void stop() {
    client.closeGracefully();
    ask.close();
    server.close();
  }

  private static CallToolResult call(String tool, Map<String, Object> arguments) {
    return client.callTool(new CallToolRequest(tool, arguments));
  }

  private static String text(CallToolResult result) {
    return result.content().stream().map(content -> ((McpSchema.TextContent) content).text())
        .collect(Collectors.joining("\n"));
  }

  @Test
  void offersToolsThatOnlyRead() {
    List<McpSchema.Tool> tools = client.listTools().tools();
    assertEquals(List.of("cite", "describe", "dyad", "query", "search"),
        tools.stream().map(McpSchema.Tool::name).sorted().toList());
    assertTrue(tools.stream().allMatch(tool -> tool.annotations().readOnlyHint()));
    assertTrue(client.getServerInstructions().contains("never tell of the others as facts"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "search | words=Ruritania | https://data.example.org/id/state/ruritania",
    "search | words=frigate called | A frigate of Graustark called",
    "describe | thing=visit/graustark-visits-ruritania-0123456789ab | A frigate of Graustark called",
    "describe | thing=https://data.example.org/id/state/ruritania | rdfs:label",
    "dyad | one=RUR;other=graustark | A frigate of Graustark called",
    "query | sparql=SELECT * { ?s a <https://w3id.org/entente/ontology#Visit> } | id/visit/graustark-visits",
    "query | sparql=ASK { ?s ?p ?o } | true",
    "cite | thing=dataset | @misc{entente-",
    "cite | thing=visit/graustark-visits-ruritania-0123456789ab;form=ris | TY  - DATA"
  })
  void answersWithWordsAndIris(String tool, String arguments, String expected) {
    CallToolResult result = call(tool, List.of(arguments.split(";")).stream().map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
    assertFalse(Boolean.TRUE.equals(result.isError()), text(result));
    assertTrue(text(result).contains(expected), text(result));
  }

  @Test
  void givesTheIriWithTheWords() {
    String dyad = text(call("dyad", Map.of("one", "Graustark", "other", "RUR")));
    assertTrue(dyad.contains("https://data.example.org/id/visit/graustark-visits-ruritania-0123456789ab"), dyad);
  }

  @Test
  void saysThatNoStateIsCalledSo() {
    CallToolResult unknown = call("dyad", Map.of("one", "Graustrk", "other", "RUR"));
    assertEquals(Boolean.TRUE, unknown.isError(), text(unknown));
    assertTrue(text(unknown).contains("No state here is called") && text(unknown).contains("Graustark (GRA)"),
        text(unknown));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "describe | state/nowhere | 404",
    "query | SELECT * { | 400",
    "query | INSERT DATA { <a> <b> <c> } | 403",
    "query | SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } } | SERVICE",
    "cite | state/nowhere | 404"
  })
  void saysInWordsWhatItCannotDo(String tool, String argument, String expected) {
    CallToolResult result = call(tool, Map.of(tool.equals("query") ? "sparql" : "thing", argument));
    assertEquals(Boolean.TRUE, result.isError(), text(result));
    assertTrue(text(result).contains(expected), text(result));
  }

  @Test
  void saysWhichArgumentIsMissing() {
    CallToolResult result = call("dyad", Map.of("one", "RUR"));
    assertEquals(Boolean.TRUE, result.isError());
    assertTrue(text(result).contains("other"), text(result));
  }

  private static String posted(Asking asking, String parameters) {
    var reply = asking.method("POST", "/mcp", "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":"
        + parameters + "}", "Content-Type", "application/json");
    assertEquals(200, reply.statusCode(), reply.body());
    return reply.body();
  }

  @Test
  void saysSoWhenNoArgumentsAreSentAtAll() {
    String answer = posted(ask, "{\"name\":\"search\"}");
    assertTrue(answer.contains("words\\\" is missing") && answer.contains("\"isError\":true"), answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "[]", "{\"name\":\"search\",\"arguments\":7}", "{\"name\":\"no-such-tool\"}"})
  void refusesByTheProtocolParametersThatAreNone(String parameters) {
    String answer = posted(ask, parameters);
    assertTrue(answer.contains("-32602") && answer.contains("\"id\":7"), answer);
  }

  @Test
  void endsALongAnswerWithAWholeLineAndSaysSo() {
    List<String> lines = text(call("query", Map.of("sparql", "SELECT * { ?a ?b ?c . ?d ?e ?f }"))).lines().toList();
    assertTrue(lines.getLast().startsWith("… cut off here: these are ")
        && lines.getLast().endsWith("ask for less, or with LIMIT and OFFSET."), lines.getLast());
    assertEquals(6, lines.get(lines.size() - 2).split("\t").length, lines.get(lines.size() - 2));
  }

  @Test
  void saysThatAnAnswerTookTooLong() {
    String endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?o ?p . ?q ?r ?s }";
    try (
        EntenteServer hurried =
            EntenteServer.start(new MemoryDataset(PublishingTest.twoStates(), "https://data.example.org/"),
                ServerOptions.onPort(0).onLoopback().withQueryTimeout(Duration.ofMillis(200)));
        Asking asking = new Asking(hurried)) {
      String answer = posted(asking, "{\"name\":\"query\",\"arguments\":{\"sparql\":\"" + endless + "\"}}");
      assertTrue(answer.contains("HTTP 503: The query took too long. It was stopped after 0.2 seconds"), answer);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"jsonrpc\": \"2.0\"}", "7"})
  void refusesWhatIsNoMessage(String body) {
    assertEquals(400, ask.method("POST", "/mcp", body, "Content-Type", "application/json").statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"prompts/list", "resources/list", "logging/setLevel", "no/such"})
  void saysByTheProtocolWhatIsNotHere(String method) {
    String body = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"%s\",\"params\":{}}".formatted(method);
    var response = ask.method("POST", "/mcp", body, "Content-Type", "application/json");
    assertEquals(200, response.statusCode(), response.body());
    assertTrue(response.body().contains("\"id\":7") && response.body().contains("-32601"), response.body());
  }

  @Test
  void takesMessagesByPostOnly() {
    assertAll(
        () -> assertEquals(405, ask.get("/mcp").statusCode()),
        () -> assertEquals(405, ask.method("DELETE", "/mcp", "").statusCode()),
        () -> assertEquals(415, ask.method("POST", "/mcp", "{}", "Content-Type", "text/plain").statusCode()),
        () -> assertEquals(202, ask.method("POST", "/mcp",
            "{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}", "Content-Type", "application/json")
            .statusCode()));
  }

  @Test
  void tellsLanguageModelsWhatIsHere() {
    String text = ask.get("/llms.txt").body();
    assertTrue(text.startsWith("# Entente\n") && text.contains("https://data.example.org/mcp"), text);
  }
}
