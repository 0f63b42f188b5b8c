package org.entente.publish.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jetty.JettyConnectionMetrics;
import io.micrometer.core.instrument.binder.jetty.JettyServerThreadPoolMetrics;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;

/** What the server counts about itself, its process and its lines, written in the text format of Prometheus. */
public final class Metrics implements AutoCloseable {

  private static final Duration[] BOUNDS = Stream.of(5, 25, 100, 500, 1_000, 5_000, 30_000).map(Duration::ofMillis)
      .toArray(Duration[]::new);

  private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Timer requestTimes = timer("entente.http.request.duration", "Time from request to last byte.");
  private final Timer queryTimes = timer("entente.query.duration", "Time of SPARQL queries.");
  private final Timer loadTimes =
      timer("entente.load.duration", "Time to read and store an article sent over the web.");
  private final MultiGauge versions =
      MultiGauge.builder("entente.info").description("Versions of data and software.").register(registry);

  public Metrics() {
    Stream.<MeterBinder>of(new JvmMemoryMetrics(), collections, new JvmThreadMetrics(), new ClassLoaderMetrics(),
        new ProcessorMetrics(), new FileDescriptorMetrics(), new UptimeMetrics()).forEach(one -> one.bindTo(registry));
  }

  private Timer timer(String name, String help) {
    return Timer.builder(name).description(help).serviceLevelObjectives(BOUNDS).register(registry);
  }

  /** Counts the threads and lines of a server, which has not started. */
  public void observe(Server server) {
    new JettyServerThreadPoolMetrics(server.getThreadPool(), Tags.empty()).bindTo(registry);
    for (Connector lines : server.getConnectors()) {
      lines.addBean(new JettyConnectionMetrics(registry, Tags.empty()));
    }
  }

  public void countRequest(String method, int status, Duration took) {
    Counter.builder("entente.http.requests").description("Requests answered.")
        .tags("method", known(method), "status", String.valueOf(status)).register(registry).increment();
    requestTimes.record(took);
  }

  public void countQuery(String outcome, Duration took) {
    Counter.builder("entente.queries").description("SPARQL queries by outcome.").tag("outcome", outcome)
        .register(registry).increment();
    queryTimes.record(took);
  }

  /** A reply that could be kept was, or was not. */
  public void countKept(boolean found) {
    Counter.builder("entente.kept.replies").description("Requests by whether their reply was kept from before.")
        .tag("found", String.valueOf(found)).register(registry).increment();
  }

  /** An article that was sent. */
  public void countLoad(String outcome, Duration took) {
    Counter.builder("entente.loads").description("Articles sent over the web by outcome.").tag("outcome", outcome)
        .register(registry).increment();
    loadTimes.record(took);
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
    Gauge.builder(name, value::getAsLong).description(help).register(registry);
  }

  /** One at a time: the rows of versions are taken out and put in again. */
  public synchronized String text(String dataVersion, String softwareVersion) {
    versions.register(List.of(MultiGauge.Row.of(Tags.of("data", dataVersion, "software", softwareVersion), 1)), true);
    return registry.scrape();
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
