package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import org.entente.publish.data.StoredDataset;
import org.entente.publish.site.EntenteServer;
import org.entente.publish.site.ServerOptions;
import org.entente.store.GraphStore;
import org.entente.store.StoreCheck;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mixed traffic on a store that changes meanwhile: pages, data, queries cheap and costly, conditional requests, articles
 * that come and go, backups, compactions, clients that hang up, send half a request, a hostile query or a wrong token.
 * Nothing but answers and the documented refusals may come back, every answer is of one state of the data, and
 * afterwards no thread and no file is held that was not before. {@code -Dentente.soak=PT1H} runs it for an hour and
 * prints its figures; with {@code -Dentente.soak.pause=PT15S} each of the six clients rests between two requests.
 */
class SoakTest {

  private static final Duration TIME = Duration.parse(System.getProperty("entente.soak", "PT6S"));
  private static final Duration PAUSE = Duration.parse(System.getProperty("entente.soak.pause", "PT0S"));
  private static final int CLIENTS = 6;
  private static final int MOST_FRAMES = 40;
  /** How often figures are printed while it runs, and the store is compacted. */
  private static final int PARTS = 5;
  private static final String TOKEN = "a long and secret word";
  private static final Set<Integer> DOCUMENTED =
      new TreeSet<>(List.of(200, 201, 303, 304, 400, 401, 404, 410, 429, 503));
  private static final String ENDLESS =
      "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o . ?p ?q ?r }";
  /** Each article has a class and a title; were an answer of two states, there would be one without the other. */
  private static final String TORN = "SELECT (COUNT(*) AS ?n) { { ?a a <https://w3id.org/entente/ontology#Article>"
      + " FILTER NOT EXISTS { ?a <http://purl.org/dc/terms/title> ?t } } UNION { ?a <http://purl.org/dc/terms/title> ?t"
      + " FILTER NOT EXISTS { ?a a <https://w3id.org/entente/ontology#Article> } FILTER(STRSTARTS(STR(?a), \"http://"
      + "localhost:3030/id/article/\")) } }";

  /** No request is to wait so long; what all threads do is printed then. */
  private static final Duration LONG_WAIT = Duration.ofSeconds(20);

  @TempDir
  Path folder;

  @AutoClose("shutdownNow")
  private final ScheduledExecutorService overdue = Executors.newSingleThreadScheduledExecutor();

  private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();
  private final AtomicInteger articles = new AtomicInteger();
  private final Random random = new Random(15);

  @Test
  void staysUpAndInOrderUnderMixedTrafficAndFaults() throws InterruptedException, ExecutionException {
    Path data = folder.resolve("store");
    String figures;
    try (GraphStore store = GraphStore.openOrCreate(data, Optional.empty())) {
      ServerOptions options = ServerOptions.onPort(0).onLoopback().withQueryTimeout(Duration.ofSeconds(1))
          .withClients(new ServerOptions.Clients(0, true, Duration.ofSeconds(10)))
          .withWriting(TOKEN, new StoreIntake(Shell.workbench(store.base()).loader(store), store));
      try (EntenteServer server = EntenteServer.start(new StoredDataset(store), options)) {
        run(server, Duration.ofSeconds(1), () -> false);
        Held before = Held.now();
        Held after = before;
        for (int part = 0; part < PARTS; part++) {
          run(server, TIME.dividedBy(PARTS), store::compactNow);
          after = Held.now();
          System.out.println("soak, part " + (part + 1) + " of " + PARTS + ": " + statuses + ", " + after);
        }
        figures = before + " -> " + after;
        assertTrue(after.files <= before.files + 20, "files: " + figures);
        assertTrue(after.threads <= before.threads + 200, "threads: " + figures);
      }
      assertEquals(List.of(), StoreCheck.findings(store));
    }
    System.out.println("soak of " + TIME + ": " + statuses + ", articles sent " + articles + ", " + figures);
    Set<Integer> others = new TreeSet<>(statuses.keySet());
    others.removeAll(DOCUMENTED);
    assertEquals(Set.of(), others);
  }

  /** What the process holds. */
  private record Held(long files, int threads, long heapMegabytes) {

    static Held now() {
      System.gc();
      long files = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
          ? system.getOpenFileDescriptorCount() : 0;
      return new Held(files, ManagementFactory.getThreadMXBean().getThreadCount(),
          ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
    }
  }

  private void run(EntenteServer server, Duration time, BooleanSupplier meanwhile)
      throws InterruptedException, ExecutionException {
    Instant end = Instant.now().plus(time);
    CountDownLatch over = new CountDownLatch(1);
    try (HttpClient client = HttpClient.newHttpClient();
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int number = 0; number < CLIENTS; number++) {
        Client one = new Client(server, client, random);
        all.add(clients.submit(() -> {
          do {
            one.act();
          } while (!over.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
          return one;
        }));
      }
      meanwhile.getAsBoolean();
      over.await(Duration.between(Instant.now(), end).toMillis(), TimeUnit.MILLISECONDS);
      over.countDown();
      for (Future<?> one : all) {
        one.get();
      }
    }
  }

  private static void showThreads(HttpRequest request) {
    System.out.println("soak, after " + LONG_WAIT + " without an answer: " + request.method() + " " + request.uri());
    for (ThreadInfo thread : ManagementFactory.getThreadMXBean().dumpAllThreads(true, true, MOST_FRAMES)) {
      System.out.println("  " + thread.getThreadName() + " " + thread.getThreadState() + ", waits for "
          + thread.getLockName() + " of " + thread.getLockOwnerName() + ", holds "
          + List.of(thread.getLockedMonitors()) + List.of(thread.getLockedSynchronizers()));
      for (StackTraceElement frame : thread.getStackTrace()) {
        System.out.println("    " + frame);
      }
    }
  }

  /** One of many: does this and that. */
  private final class Client {

    private final EntenteServer server;
    private final HttpClient client;
    private final Random random;
    private String tag = "\"none\"";

    Client(EntenteServer server, HttpClient client, Random random) {
      this.server = server;
      this.client = client;
      this.random = random;
    }

    void act() throws IOException, InterruptedException {
      switch (random.nextInt(24)) {
        case 0, 1, 2 -> get("");
        case 3, 4 -> get("queries");
        case 5, 6 -> get("graph/");
        case 7 -> get("void.ttl");
        case 8 -> get("search?q=Lima");
        case 9, 10 -> assertEquals("n\r\n0\r\n", torn());
        case 11 -> query(ENDLESS, "1");
        case 12 -> get("id/article/" + Integer.toHexString(random.nextInt()));
        case 13 -> get("healthz");
        case 14, 15 -> send(TOKEN, "127.0.0.1");
        case 16 -> remove();
        case 17 -> hangUp();
        case 18 -> halfARequest();
        case 19 -> query(
            "SELECT * { ?a ?b ?c FILTER(REGEX(STR(?c), \"(a*)*(a*)*b\") && 1" + "+1".repeat(200) + " > 2) }", "1");
        case 20 -> query("ASK { " + "{ ".repeat(5_000) + "} ".repeat(5_001), "1");
        case 21 -> send("a guess", "192.0.2." + random.nextInt(4));
        case 22 -> backup();
        default -> get("metrics");
      }
    }

    private HttpResponse<String> counted(HttpRequest request) throws IOException, InterruptedException {
      HttpResponse<String> response;
      ScheduledFuture<?> look = overdue.schedule(() -> showThreads(request), LONG_WAIT.toSeconds(), TimeUnit.SECONDS);
      try {
        response = client.send(request, HttpResponse.BodyHandlers.ofString());
      } catch (HttpTimeoutException e) {
        throw new AssertionError("no answer to " + request.method() + " " + request.uri() + "; so far " + statuses, e);
      } finally {
        look.cancel(false);
      }
      statuses.computeIfAbsent(response.statusCode(), status -> new LongAdder()).increment();
      response.headers().firstValue("ETag").ifPresent(given -> tag = given);
      return response;
    }

    private HttpRequest.Builder request(String path) {
      return HttpRequest.newBuilder(URI.create(server.url() + path)).timeout(Duration.ofMinutes(2));
    }

    private void get(String path) throws IOException, InterruptedException {
      HttpRequest.Builder request =
          request(path).header("Accept", random.nextBoolean() ? "text/html" : "text/turtle, */*");
      counted((random.nextBoolean() ? request.header("If-None-Match", tag) : request).build());
    }

    private HttpResponse<String> query(String query, String seconds) throws IOException, InterruptedException {
      return counted(request("sparql?timeout=" + seconds + "&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
          .header("Accept", "text/csv").build());
    }

    /** How many articles are torn; an answer that was refused for want of a place counts as none. */
    private String torn() throws IOException, InterruptedException {
      HttpResponse<String> answer = query(TORN, "30");
      return answer.statusCode() == 200 ? answer.body() : "n\r\n0\r\n";
    }

    private void backup() throws IOException, InterruptedException {
      counted(request("backup").header("Authorization", "Bearer " + TOKEN).build());
    }

    private void send(String token, String from) throws IOException, InterruptedException {
      String words = Shell.NEWS + "\n\nThey met " + random.nextInt(200) + " times before.\n";
      articles.incrementAndGet();
      counted(request("articles?name=news.txt").header("Authorization", "Bearer " + token)
          .header("X-Forwarded-For", from)
          .POST(HttpRequest.BodyPublishers.ofString(words)).build());
    }

    private void remove() throws IOException, InterruptedException {
      String list = query("SELECT ?a { ?a a <https://w3id.org/entente/ontology#Article> } LIMIT 1", "30").body();
      String[] lines = list.split("\r\n");
      if (lines.length > 1) {
        counted(request("articles/" + lines[1].replaceFirst(".*/", "")).header("Authorization", "Bearer " + TOKEN)
            .DELETE().build());
      }
    }

    private void hangUp() throws IOException {
      try (Socket line = new Socket("localhost", server.port())) {
        line.getOutputStream().write(("GET /sparql?query=" + URLEncoder.encode(ENDLESS, StandardCharsets.UTF_8)
            + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      }
    }

    private void halfARequest() throws IOException {
      try (Socket line = new Socket("localhost", server.port())) {
        line.getOutputStream().write("POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999\r\n\r\nAS"
            .getBytes(StandardCharsets.US_ASCII));
      }
    }
  }
}
