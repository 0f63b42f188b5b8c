package org.entente.publish.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** What the server counts about itself, written in the text format of Prometheus. */
public final class Metrics {

  private static final double[] BOUNDS = {0.005, 0.025, 0.1, 0.5, 1, 5, 30};

  private final Map<String, LongAdder> requests = new ConcurrentSkipListMap<>();
  private final Map<String, LongAdder> queries = new ConcurrentSkipListMap<>();
  private final Map<String, LongAdder> kept = new ConcurrentSkipListMap<>();
  private final Map<String, LongSupplier> gauges = new ConcurrentSkipListMap<>();
  private final Histogram requestTimes = new Histogram();
  private final Histogram queryTimes = new Histogram();

  public void countRequest(String method, int status, Duration took) {
    requests.computeIfAbsent("method=\"" + known(method) + "\",status=\"" + status + "\"", key -> new LongAdder())
        .increment();
    requestTimes.add(took);
  }

  public void countQuery(String outcome, Duration took) {
    queries.computeIfAbsent("outcome=\"" + outcome + "\"", key -> new LongAdder()).increment();
    queryTimes.add(took);
  }

  /** A reply that could be kept was, or was not. */
  public void countKept(boolean found) {
    kept.computeIfAbsent("found=\"" + found + "\"", key -> new LongAdder()).increment();
  }

  private static String known(String method) {
    // A client may invent methods; each would be a time series of its own.
    return switch (method) {
      case "GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH" -> method;
      default -> "other";
    };
  }

  /** Has a figure of somebody else's written each time. */
  public void gauge(String name, String help, LongSupplier value) {
    gauges.put("# HELP " + name + " " + help + "\n# TYPE " + name + " gauge\n" + name + " ", value);
  }

  public String text(String dataVersion, String softwareVersion) {
    StringBuilder out = new StringBuilder();
    counter(out, "entente_http_requests_total", "Requests answered.", requests);
    requestTimes.write(out, "entente_http_request_duration_seconds", "Time from request to last byte.");
    counter(out, "entente_queries_total", "SPARQL queries by outcome.", queries);
    counter(out, "entente_kept_replies_total", "Requests by whether their reply was kept from before.", kept);
    queryTimes.write(out, "entente_query_duration_seconds", "Time of SPARQL queries.");
    out.append("# HELP entente_info Versions of data and software.\n# TYPE entente_info gauge\n");
    out.append("entente_info{data=\"").append(dataVersion).append("\",software=\"").append(softwareVersion)
        .append("\"} 1\n");
    gauges.forEach((head, value) -> out.append(head).append(value.getAsLong()).append('\n'));
    Runtime runtime = Runtime.getRuntime();
    out.append("# HELP entente_heap_used_bytes Heap in use.\n# TYPE entente_heap_used_bytes gauge\n");
    out.append("entente_heap_used_bytes ").append(runtime.totalMemory() - runtime.freeMemory()).append('\n');
    return out.toString();
  }

  private static void counter(StringBuilder out, String name, String help, Map<String, LongAdder> values) {
    out.append("# HELP ").append(name).append(' ').append(help).append("\n# TYPE ").append(name)
        .append(" counter\n");
    values.forEach((labels, count) -> out.append(name).append('{').append(labels).append("} ").append(count.sum())
        .append('\n'));
  }

  /** Durations by upper bound. */
  private static final class Histogram {

    private final LongAdder[] buckets = new LongAdder[BOUNDS.length + 1];
    private final LongAdder nanos = new LongAdder();

    Histogram() {
      for (int i = 0; i < buckets.length; i++) {
        buckets[i] = new LongAdder();
      }
    }

    void add(Duration took) {
      double seconds = took.toNanos() / 1e9;
      int bucket = 0;
      while (bucket < BOUNDS.length && seconds > BOUNDS[bucket]) {
        bucket++;
      }
      buckets[bucket].increment();
      nanos.add(took.toNanos());
    }

    void write(StringBuilder out, String name, String help) {
      out.append("# HELP ").append(name).append(' ').append(help).append("\n# TYPE ").append(name)
          .append(" histogram\n");
      long count = 0;
      for (int i = 0; i < buckets.length; i++) {
        count += buckets[i].sum();
        String bound = i < BOUNDS.length ? String.valueOf(BOUNDS[i]) : "+Inf";
        out.append(name).append("_bucket{le=\"").append(bound).append("\"} ").append(count).append('\n');
      }
      out.append(name).append("_sum ").append(nanos.sum() / 1e9).append('\n');
      out.append(name).append("_count ").append(count).append('\n');
    }
  }
}
