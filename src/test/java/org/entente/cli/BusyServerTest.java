package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.entente.publish.data.StoredDataset;
import org.entente.publish.site.EntenteServer;
import org.entente.publish.site.ServerOptions;
import org.entente.query.TwoArticles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Costly queries, more than there are places, asked again as soon as they end; meanwhile health and pages are asked for,
 * and every one is answered. How long that took is printed: {@code -Dentente.busy=PT1M} asks for a
 * minute, and looks at the end whether the process is idle.
 */
class BusyServerTest {

  private static final boolean MEASURED = System.getProperty("entente.busy") != null;
  private static final Duration TIME = Duration.parse(System.getProperty("entente.busy", "PT2S"));
  private static final List<String> COSTLY = List.of(
      "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
      "SELECT (COUNT(*) AS ?n) { ?a ((!<x:x>)*/(^(!<x:z>))*)* ?b . ?b ((!<x:x>)*)* ?c }",
      "SELECT ?a { ?a ?b ?c FILTER NOT EXISTS { ?d ?e ?f . ?g ?h ?a } } ORDER BY ?c",
      "SELECT (GROUP_CONCAT(?c) AS ?all) { ?a ?b ?c . ?d ?e ?f . FILTER(REGEX(?c, \"(a+x+)+y\")) }");
  private static final List<String> CHEAP =
      List.of("healthz", "", "page/dyad/KEN-OMN", "queries", "sparql?query=ASK%7B%7D");

  @ParameterizedTest
  @ValueSource(ints = {4, 16, 64})
  void answersHealthAndPagesWhateverNumberOfCostlyQueriesRuns(int number) throws Exception {
    ServerOptions options = ServerOptions.onPort(0).onLoopback().withQueryTimeout(Duration.ofSeconds(5));
    CountDownLatch over = new CountDownLatch(1);
    Set<Integer> refusals = new ConcurrentSkipListSet<>();
    try (EntenteServer server = EntenteServer.start(new StoredDataset(TwoArticles.STORE), options);
        HttpClient client = HttpClient.newHttpClient();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      // Until there is a dump the front page is not kept.
      server.settle();
      CHEAP.forEach(path -> status(client, server, path));
      List<Future<?>> costly = new ArrayList<>();
      for (int one = 0; one < number; one++) {
        String query = COSTLY.get(one % COSTLY.size());
        costly.add(threads.submit(() -> {
          // One that found no place asks again soon.
          do {
            refusals.add(status(client, server, "sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)));
          } while (!over.await(200, TimeUnit.MILLISECONDS));
          return query;
        }));
      }
      try {
        for (String path : CHEAP) {
          System.out.println(number + " costly queries, /" + path + ": " + times(client, server, path));
        }
      } finally {
        over.countDown();
      }
      for (Future<?> one : costly) {
        one.get();
      }
      if (MEASURED) {
        System.out
            .println(number + " costly queries, five seconds after the last: " + processorTime() + " of one processor");
      }
    }
    refusals.removeAll(Set.of(200, 429, 503));
    assertEquals(Set.of(), new TreeSet<>(refusals));
  }

  /** How much of a second the process works, a while after everything was answered. */
  private static Duration processorTime() throws InterruptedException {
    OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    CountDownLatch never = new CountDownLatch(1);
    never.await(5, TimeUnit.SECONDS);
    long before = system.getProcessCpuTime();
    never.await(1, TimeUnit.SECONDS);
    return Duration.ofNanos(system.getProcessCpuTime() - before);
  }

  private static String times(HttpClient client, EntenteServer server, String path) {
    List<Long> times = new ArrayList<>();
    Instant end = Instant.now().plus(TIME.dividedBy(CHEAP.size()));
    while (times.size() < 5 || Instant.now().isBefore(end)) {
      long start = System.nanoTime();
      assertEquals(200, status(client, server, path), path);
      times.add(System.nanoTime() - start);
    }
    long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
    return "%d answers, in milliseconds half within %.1f, p99 %.1f, most %.1f".formatted(sorted.length,
        sorted[sorted.length / 2] / 1e6, sorted[(int) Math.ceil(sorted.length * 0.99) - 1] / 1e6,
        Arrays.stream(sorted).max().orElse(0) / 1e6);
  }

  private static int status(HttpClient client, EntenteServer server, String path) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path))
        .header("Accept", path.startsWith("sparql") ? "text/csv" : "text/html").build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new AssertionError("no answer from /" + path, e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
