package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.entente.access.TokenFile;
import org.entente.publish.data.StoredDataset;
import org.entente.publish.site.EntenteServer;
import org.entente.publish.site.ServerOptions;
import org.entente.store.GraphStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code entente load --server}: articles into a running server. */
class SendingTest {

  private static final String TOKEN = "a long and secret word";

  @TempDir
  Path folder;

  private GraphStore store;
  private EntenteServer server;
  private String article = "";

  @BeforeEach
  void serve() throws IOException {
    article = Files.writeString(folder.resolve("news.txt"), Shell.NEWS).toString();
    store = GraphStore.openOrCreate(folder.resolve("store"), Optional.empty());
    server = start(ServerOptions.onPort(0).onLoopback()
        .withWriting(TOKEN, new StoreIntake(Shell.workbench(store.base()).loader(store), store)));
  }

  private EntenteServer start(ServerOptions options) {
    return EntenteServer.start(new StoredDataset(store), options);
  }

  @AfterEach
  void stop() {
    server.close();
    store.close();
  }

  private Shell send(String token, String... more) {
    String[] arguments = new String[more.length + 6];
    System.arraycopy(new String[] {"load", "--server", server.url(), "--token", token, article}, 0, arguments, 0, 6);
    System.arraycopy(more, 0, arguments, 6, more.length);
    return Shell.run(arguments);
  }

  private String get(String path) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI address = URI.create(server.url() + path);
      return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString()).body();
    }
  }

  @Test
  void publishesWhatIsSentWithTheTokenAtOnce() throws IOException, InterruptedException {
    String question =
        "sparql?format=csv&query=SELECT%20*%20%7B%3Fs%20a%20%3Chttps://w3id.org/entente/ontology%23Article"
            + "%3E%7D";
    assertFalse(get(question).contains("id/article/"));
    Shell sent = send(TOKEN, "--publisher", "The Andean Post");
    assertEquals(0, sent.code(), sent.err());
    assertTrue(sent.out().startsWith("loaded     " + article), sent.out());
    assertTrue(get(question).contains("id/article/"));
    assertTrue(send(TOKEN, "--publisher", "The Andean Post").out().startsWith("unchanged"), "sent again");
  }

  @Test
  void letsNobodyWriteWithoutTheToken() {
    Shell refused = send("a wrong word");
    assertAll(
        () -> assertEquals(3, refused.code()),
        () -> assertTrue(refused.err().contains("Writing needs the operator's token"), refused.err()),
        () -> assertTrue(store.entries().isEmpty()));
  }

  private HttpResponse<String> ask(String method, String path, String token) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(URI.create(server.url() + path))
          .header("Authorization", "Bearer " + token).method(method, HttpRequest.BodyPublishers.ofString(Shell.NEWS))
          .build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void slowsDownWhoGuessesTokensAndSaysHowLongToWait() throws IOException, InterruptedException {
    HttpResponse<String> answer = ask("POST", "articles?name=a.txt", "a guess");
    assertEquals(401, answer.statusCode());
    int guesses = 1;
    while (answer.statusCode() == 401) {
      answer = ask("POST", "articles?name=a.txt", "guess number " + guesses++);
    }
    assertEquals(429, answer.statusCode());
    assertTrue(guesses < 10, "heard " + guesses);
    assertTrue(answer.headers().firstValue("Retry-After").isPresent());
    assertEquals(429, ask("POST", "articles?name=a.txt", TOKEN).statusCode(), "a right one tells nothing meanwhile");
    assertEquals(200, ask("GET", "healthz", "").statusCode());
    assertTrue(store.entries().isEmpty());
  }

  @Test
  void takesALongArticleFromThoseWhoMayWriteOnly() throws IOException, InterruptedException {
    String article = Shell.NEWS + ("The ministers said nothing more about it. ".repeat(50) + "\n\n").repeat(1_000);
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + "articles?name=long.txt"))
          .POST(HttpRequest.BodyPublishers.ofString(article));
      assertEquals(401, client.send(request.copy().header("Authorization", "Bearer wrong").build(),
          HttpResponse.BodyHandlers.ofString()).statusCode());
      HttpResponse<String> taken = client.send(request.copy().header("Authorization", "Bearer " + TOKEN).build(),
          HttpResponse.BodyHandlers.ofString());
      assertEquals(201, taken.statusCode(), taken.body());
    }
  }

  @Test
  void writesDownWhoSentAndWhoRemovedWhat() throws IOException, InterruptedException {
    Path file = folder.resolve("tokens");
    String ada = Shell.run("token", "add", "--tokens", file.toString(), "ada").out().strip();
    String robot = Shell.run("token", "add", "--tokens", file.toString(), "robot", "--scopes", "add").out().strip();
    server.close();
    server = start(ServerOptions.onPort(0).onLoopback().withWriting(new ServerOptions.Writing(
        new TokenFile(file, Clock.systemUTC()), new StoreIntake(Shell.workbench(store.base()).loader(store), store),
        ChangeLog.of(store).file())));
    assertEquals(201, ask("POST", "articles?name=a.txt", robot).statusCode());
    assertEquals(200, ask("POST", "articles?name=a.txt", robot).statusCode());
    String slug = StoredArticle.in(store).getFirst().article().replaceFirst(".*/", "");
    assertEquals(403, ask("DELETE", "articles/" + slug, robot).statusCode());
    assertEquals(401, ask("DELETE", "articles/" + slug, "nothing").statusCode());
    assertEquals(200, ask("DELETE", "articles/" + slug + "?why=It%20was%20withdrawn.", ada).statusCode());
    assertEquals(404, ask("DELETE", "articles/" + slug, ada).statusCode());
    assertTrue(StoredArticle.in(store).isEmpty());
    assertTrue(ask("GET", "id/article/" + slug, "").body().contains("It was withdrawn."));
    List<String> log = Files.readAllLines(folder.resolve("store").resolve(ChangeLog.FILE));
    assertEquals(4, log.size(), log.toString());
    assertTrue(log.get(0).contains("\"who\":\"robot\"") && log.get(0).contains("\"outcome\":\"loaded\""), log.get(0));
    assertTrue(log.get(2).contains("\"who\":\"ada\"") && log.get(2).contains("\"action\":\"remove\""), log.get(2));
    String backup = folder.resolve("backup.zip").toString();
    Shell refused = Shell.run("backup", "--server", server.url(), "--token", ada, "-o", backup);
    assertTrue(refused.err().contains("This token does not allow that"), refused.err());
    String keeper =
        Shell.run("token", "add", "--tokens", file.toString(), "keeper", "--scopes", "backup").out().strip();
    Shell backed = Shell.run("backup", "--server", server.url(), "--token", keeper, "-o", backup);
    assertEquals(0, backed.code(), backed.err());
    assertEquals(0, Shell.run("restore", backup, "--store", folder.resolve("restored").toString()).code());
    Shell.run("token", "remove", "--tokens", file.toString(), "robot");
    assertEquals(401, ask("POST", "articles?name=a.txt", robot).statusCode());
  }

  @Test
  void takesNothingWhereTheOperatorGaveNoToken() {
    server.close();
    server = start(ServerOptions.onPort(0).onLoopback());
    Shell refused = send(TOKEN);
    assertTrue(refused.err().contains("Nothing can be written here"), refused.err());
    assertTrue(store.entries().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript:alert(1)", "JavaScript://x/%0aalert(1)", "data:text/html,x", "file:///etc/passwd",
    "news.example/story", "https:///no-host", "http://x/ y"})
  void takesNoSourceThatIsNotAPageOnTheWeb(String source) throws IOException, InterruptedException {
    Shell loaded = Shell.run("load", "--store", folder.resolve("other").toString(), article, "--source", source);
    assertEquals(2, loaded.code(), loaded.err());
    assertTrue(loaded.err().contains("is not an address like https://"), loaded.err());
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI address = URI.create(server.url() + "articles?name=news.txt&source="
          + URLEncoder.encode(source, StandardCharsets.UTF_8));
      HttpResponse<String> sent = client.send(HttpRequest.newBuilder(address).header("Authorization", "Bearer " + TOKEN)
          .POST(HttpRequest.BodyPublishers.ofString(Shell.NEWS)).build(), HttpResponse.BodyHandlers.ofString());
      assertEquals(422, sent.statusCode(), sent.body());
    }
    assertTrue(store.entries().isEmpty());
  }

  @Test
  void saysWhyAnArticleIsRejectedAndGoesOnWithTheOthers() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.txt"), "  ");
    Shell sent = send(TOKEN, empty.toString(), folder.resolve("missing.txt").toString());
    assertEquals(1, sent.code());
    assertTrue(sent.err().contains("empty.txt is empty"), sent.err());
    assertTrue(sent.err().contains("missing.txt does not exist"), sent.err());
    assertTrue(sent.out().contains("1 loaded, 0 unchanged, 2 rejected"), sent.out());
  }

  @Test
  void sendsAFileWithSeveralArticlesAndTellsOfEach() throws IOException {
    String text = "The envoys of Peru and Chile met in Lima and spoke about trade between the two countries.";
    Path records = Files.writeString(folder.resolve("x.jsonl"), "{\"title\": \"One\", \"text\": \"" + text
        + "\"}\n{\"title\":"
        + " \"None\"}\n{\"title\": \"Bad\", \"text\": \"Die Minister haben sich in der Stadt mit den Kollegen getroffen.\"}\n");
    Path table = folder.resolve("report.csv");
    Shell sent = send(TOKEN, records.toString(), "--report", table.toString());
    assertEquals(1, sent.code(), sent.err());
    assertTrue(sent.out().contains("loaded     x.jsonl#1") || sent.out().contains("x.jsonl#1"), sent.out());
    assertTrue(sent.err().contains("x.jsonl#3 is not in English; it looks like German"), sent.err());
    assertTrue(sent.out().contains("2 loaded, 0 unchanged, 1 rejected, 1 passed over"), sent.out());
    assertEquals(5, Files.readAllLines(table).size());
  }

  @Test
  void saysWhenTheServerCannotBeReachedOrIsNone() {
    int port = server.port();
    server.close();
    Shell lost = Shell.run("load", "--server", "http://localhost:" + port, "--token", "x", article);
    assertEquals(3, lost.code());
    assertTrue(lost.err().contains("does not answer"), lost.err());
    assertFalse(lost.err().contains("\tat "), lost.err());
  }

  @Test
  void wantsEitherAStoreOrAServerAndATokenForTheLatter() {
    assertEquals(2, Shell.run("load", article).code());
    assertEquals(2, Shell.run("load", "--server", server.url(), article).code());
    assertEquals(2, Shell.run("load", "--server", server.url(), "--store", "x", "--token", "x", article).code());
  }
}
