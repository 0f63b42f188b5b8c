package org.entente.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.query.Query;
import org.entente.bench.EndpointBenchmark.Subject;
import org.entente.query.NamedQuery;
import org.entente.query.QueryCatalogue;

/**
 * The questions of the gallery, each in words that never came before, to our endpoint and to a stock Fuseki on the same
 * data, by turns. Of an answer with more rows than a server of ours gives, both are asked for the first of them.
 */
public final class GalleryBenchmark {

  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final int MOST_ROWS = 50_001;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Duration patience;
  private int asked;

  private GalleryBenchmark(Duration patience) {
    this.patience = patience;
  }

  /** How long an answer took, and how much time of processors; how many bytes it had, or none in time. */
  private record Taken(double seconds, double cpu, int bytes) {}

  /**
   * Runs it.
   *
   * @param arguments folder to work in, statements, rounds, how many seconds an answer is waited for, seed
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    GalleryBenchmark benchmark = new GalleryBenchmark(Duration.ofSeconds(Long.parseLong(arguments[3])));
    List<Subject> subjects =
        EndpointBenchmark.started(folder, Long.parseLong(arguments[1]), Long.parseLong(arguments[4]));
    try {
      for (Subject subject : subjects) {
        benchmark.await(subject);
      }
      benchmark.run(subjects, Integer.parseInt(arguments[2]));
    } finally {
      subjects.forEach(subject -> subject.process().destroy());
    }
  }

  /** Until it answers, and is through with what it makes by itself after it was started, such as dumps. */
  private void await(Subject subject) throws InterruptedException {
    while (subject.process().isAlive() && ask(subject, "ASK { ?s ?p ?o }").bytes() == 0) {
      Thread.sleep(LOOK.toMillis());
    }
    long before;
    do {
      before = cpu(subject);
      Thread.sleep(LOOK.toMillis());
    } while (cpu(subject) - before > LOOK.toNanos() / 20);
  }

  private void run(List<Subject> subjects, int rounds) throws InterruptedException {
    System.out.printf("%-20s %-6s %10s %10s %12s%n", "question", "server", "seconds", "cpu", "bytes");
    for (NamedQuery question : QueryCatalogue.bundled().queries("competency")) {
      Map<Subject, List<Taken>> taken = new HashMap<>();
      for (int round = 0; round < rounds; round++) {
        for (Subject subject : subjects) {
          taken.computeIfAbsent(subject, key -> new ArrayList<>()).add(ask(subject, text(question)));
        }
      }
      for (Subject subject : subjects) {
        List<Taken> all = taken.get(subject);
        System.out.printf("%-20s %-6s %10.2f %10.2f %,12d%n", question.name(), subject.name(),
            all.stream().mapToDouble(Taken::seconds).sorted().toArray()[all.size() / 2],
            all.stream().mapToDouble(Taken::cpu).sorted().toArray()[all.size() / 2], all.getLast().bytes());
      }
    }
  }

  /** About the states that have most, as far as it is about any. */
  private static String text(NamedQuery question) {
    Map<String, String> values = new HashMap<>();
    question.parameters().forEach(parameter -> values.put(parameter.name(), switch (parameter.name()) {
      case "a", "state" -> GeneratedStore.code(0);
      case "b" -> GeneratedStore.code(1);
      default -> parameter.usual().orElseThrow();
    }));
    Query query = question.fill(values);
    query.setLimit(MOST_ROWS);
    return query.serialize();
  }

  private Taken ask(Subject subject, String query) throws InterruptedException {
    URI address = URI.create(subject.endpoint() + "?query="
        + URLEncoder.encode(query + " # " + asked++, StandardCharsets.UTF_8));
    long cpu = cpu(subject);
    long start = System.nanoTime();
    int bytes = 0;
    try {
      HttpResponse<byte[]> reply = http.send(HttpRequest.newBuilder(address).timeout(patience)
          .header("Accept", "application/sparql-results+json").build(), HttpResponse.BodyHandlers.ofByteArray());
      bytes = reply.statusCode() == 200 ? reply.body().length : 0;
    } catch (IOException e) {
      // It did not answer in time, or has not started yet.
    }
    return new Taken((System.nanoTime() - start) / 1e9, (cpu(subject) - cpu) / 1e9, bytes);
  }

  private static long cpu(Subject subject) {
    return subject.process().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }
}
