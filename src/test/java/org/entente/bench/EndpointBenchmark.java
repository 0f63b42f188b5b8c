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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Our endpoint beside a stock Fuseki of the same version, on copies of one database, in one run and by turns: requests a
 * second, and how long half and 99 of 100 took at most. It is started by {@code src/bench/run}, never by the build.
 */
public final class EndpointBenchmark {

  private static final String PREFIXES = """
      PREFIX ent: <https://w3id.org/entente/ontology#> PREFIX status: <https://w3id.org/entente/status#>
      PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
      PREFIX dct: <http://purl.org/dc/terms/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      """;

  private static final int ROUNDS = 5;

  private final int clients;
  private final Duration time;
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger next = new AtomicInteger();

  private EndpointBenchmark(int clients, Duration time) {
    this.clients = clients;
    this.time = time;
  }

  /** A server, its endpoint, and the process that it is. */
  record Subject(String name, URI endpoint, Process process) {}

  /** Rates and times of one turn. */
  private record Figures(double rate, double p50, double p99, double cpu) {}

  /**
   * Runs it.
   *
   * @param arguments folder to work in, statements, seconds for each turn, clients, seed
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    long statements = Long.parseLong(arguments[1]);
    Duration time = Duration.ofMillis((long) (1000 * Double.parseDouble(arguments[2])));
    int clients = Integer.parseInt(arguments[3]);
    List<Subject> subjects = started(folder, statements, Long.parseLong(arguments[4]));
    try {
      EndpointBenchmark benchmark = new EndpointBenchmark(clients, time);
      for (Subject subject : subjects) {
        benchmark.await(subject);
      }
      benchmark.run(subjects);
    } finally {
      subjects.forEach(subject -> subject.process().destroy());
    }
  }

  /** Ours and a stock Fuseki, on copies of one database, which is made where there is none yet. */
  static List<Subject> started(Path folder, long statements, long seed) throws IOException {
    Path store = folder.resolve("store-" + statements + "-" + seed);
    if (!Files.exists(store)) {
      GeneratedStore.Made made = GeneratedStore.fill(store, statements, seed);
      System.out.printf("made       %,d statements of %,d articles, %,.0f statements/s, linked in %.0f s%n",
          made.statements(),
          made.articles(), made.statements() / made.storing(), made.linking());
    }
    Path copy = folder.resolve("stock-" + statements + "-" + seed);
    copy(store.resolve("tdb"), copy);
    return List.of(ours(store, folder), stock(copy, folder));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path path : tree.filter(file -> !file.endsWith("tdb.lock")).toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else if (!Files.exists(target)) {
          Files.copy(path, target);
        }
      }
    }
  }

  private static Subject ours(Path store, Path folder) throws IOException {
    return started("ours", "http://localhost:3131/sparql", folder, "org.entente.cli.Entente", "serve", "--store",
        store.toString(), "--port", "3131", "--loopback", "--timeout", "600");
  }

  private static Subject stock(Path database, Path folder) throws IOException {
    Path configuration = Files.writeString(folder.resolve("stock.ttl"), """
        PREFIX fuseki: <http://jena.apache.org/fuseki#> PREFIX tdb2: <http://jena.apache.org/2016/tdb#>
        <#service> a fuseki:Service ; fuseki:name "ds" ; fuseki:dataset <#dataset> ;
          fuseki:endpoint [ fuseki:operation fuseki:query ; fuseki:name "sparql" ] .
        <#dataset> a tdb2:DatasetTDB2 ; tdb2:location "%s" ; tdb2:unionDefaultGraph true .
        """.formatted(database.toAbsolutePath()));
    return started("stock", "http://localhost:3132/ds/sparql", folder,
        "org.entente.bench.StockFuseki", "3132", configuration.toString());
  }

  private static Subject started(String name, String endpoint, Path folder, String... command) throws IOException {
    List<String> all = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx1g", "-XX:+UseG1GC", "-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path")));
    all.addAll(Arrays.asList(command));
    Process process = new ProcessBuilder(all).redirectErrorStream(true)
        .redirectOutput(folder.resolve(name + ".log").toFile()).start();
    return new Subject(name, URI.create(endpoint), process);
  }

  private void await(Subject subject) throws InterruptedException {
    while (true) {
      try {
        ask(subject, "ASK { ?s ?p ?o }");
        return;
      } catch (IOException e) {
        if (!subject.process().isAlive()) {
          throw new IllegalStateException(subject.name() + " did not start; its log says why", e);
        }
        Thread.sleep(100);
      }
    }
  }

  private static Map<String, IntFunction<String>> questions() {
    Map<String, IntFunction<String>> questions = new LinkedHashMap<>();
    questions.put("look-up", n -> "SELECT ?p ?o { <" + GeneratedStore.undertaking(n % 2_000) + "> ?p ?o }");
    questions.put("ask", n -> "ASK { <" + GeneratedStore.undertaking(n % 2_000) + "> ent:status status:completed }");
    questions.put("pair", n -> "SELECT ?u ?kind ?first { ?u ent:party " + pair(n)
        + " ; a ?kind ; ent:earliest ?first . ?kind ent:kindConcept ?concept } ORDER BY ?first");
    questions.put("words", n -> "SELECT ?u ?title ?words { ?u ent:party " + pair(n)
        + " ; ent:evidence/nif:anchorOf ?words . ?article ent:states ?u ; dct:title ?title }");
    questions.put("count", n -> "SELECT ?kind (COUNT(?u) AS ?number) { ?u a ?kind ; ent:party <"
        + GeneratedStore.state(n % 20) + "> } GROUP BY ?kind ORDER BY ?kind");
    questions.put("partners", n -> "SELECT ?one ?other (COUNT(?u) AS ?number) { ?u ent:party ?one , ?other ;"
        + " ent:mainField <https://w3id.org/entente/field#trade> FILTER(STR(?one) < STR(?other)) }"
        + " GROUP BY ?one ?other ORDER BY DESC(?number) LIMIT 20");
    return questions;
  }

  private static String pair(int number) {
    return "<" + GeneratedStore.state(number % 12) + "> , <" + GeneratedStore.state(number % 12 + 1 + number % 17)
        + ">";
  }

  private void run(List<Subject> subjects) throws Exception {
    System.out.printf("%-10s %-6s %-6s %10s %9s %9s %9s%n", "question", "asked", "server", "requests/s", "p50 ms",
        "p99 ms", "cpu ms");
    for (Map.Entry<String, IntFunction<String>> question : questions().entrySet()) {
      for (String asked : List.of("first", "again")) {
        // In words that never came before, no answer is kept; in the same ones, all are.
        Callable<String> text = asked.equals("first")
            ? () -> question.getValue().apply(next.get()) + " # " + next.incrementAndGet()
            : () -> question.getValue().apply(7);
        List<Figures> figures = byTurns(subjects, text);
        for (int n = 0; n < subjects.size(); n++) {
          System.out.printf("%-10s %-6s %-6s %10.0f %9.2f %9.2f %9.2f%n", question.getKey(), asked,
              subjects.get(n).name(), figures.get(n).rate(), figures.get(n).p50(), figures.get(n).p99(),
              figures.get(n).cpu());
        }
        Figures ours = figures.getFirst();
        Figures stock = figures.getLast();
        System.out.printf("%-10s %-6s times  %10.2f %9.2f %9.2f %9.2f%n", question.getKey(), asked,
            ours.rate() / stock.rate(), stock.p50() / ours.p50(), stock.p99() / ours.p99(), stock.cpu() / ours.cpu());
      }
    }
  }

  /** The middle of several short turns each, so that what else the machine does falls on all alike. */
  private List<Figures> byTurns(List<Subject> subjects, Callable<String> text) throws Exception {
    List<List<Figures>> turns = new ArrayList<>();
    for (Subject subject : subjects) {
      turn(subject, text, time);
      turns.add(new ArrayList<>());
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (int n = 0; n < subjects.size(); n++) {
        turns.get(n).add(turn(subjects.get(n), text, time.dividedBy(ROUNDS)));
      }
    }
    return turns.stream().map(all -> new Figures(median(all, Figures::rate), median(all, Figures::p50),
        median(all, Figures::p99), median(all, Figures::cpu))).toList();
  }

  private static double median(List<Figures> all, ToDoubleFunction<Figures> figure) {
    return all.stream().mapToDouble(figure).sorted().toArray()[all.size() / 2];
  }

  private Figures turn(Subject subject, Callable<String> text, Duration length) throws Exception {
    long cpu = cpu(subject);
    long start = System.nanoTime();
    long end = start + length.toNanos();
    List<Long> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      List<Future<List<Long>>> times = new ArrayList<>();
      for (int n = 0; n < clients; n++) {
        times.add(threads.submit(() -> {
          List<Long> own = new ArrayList<>();
          while (System.nanoTime() < end) {
            long before = System.nanoTime();
            ask(subject, text.call());
            own.add(System.nanoTime() - before);
          }
          return own;
        }));
      }
      for (Future<List<Long>> own : times) {
        all.addAll(own.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(subject.name() + " gave no answer", e);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    all.sort(null);
    return new Figures(all.size() / seconds, all.get(all.size() / 2) / 1e6, all.get(all.size() * 99 / 100) / 1e6,
        (cpu(subject) - cpu) / 1e6 / all.size());
  }

  private static long cpu(Subject subject) {
    return subject.process().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }

  private void ask(Subject subject, String query) throws IOException, InterruptedException {
    URI address =
        URI.create(subject.endpoint() + "?query=" + URLEncoder.encode(PREFIXES + query, StandardCharsets.UTF_8));
    HttpResponse<byte[]> reply = http.send(
        HttpRequest.newBuilder(address).header("Accept", "application/sparql-results+json").build(),
        HttpResponse.BodyHandlers.ofByteArray());
    if (reply.statusCode() != 200) {
      throw new IOException(subject.name() + ": " + reply.statusCode() + " "
          + new String(reply.body(), StandardCharsets.UTF_8));
    }
  }
}
