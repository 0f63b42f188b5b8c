package org.entente.publish.site;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.entente.access.AuditLog;
import org.entente.access.Holder;
import org.entente.access.Scope;
import org.entente.publish.http.Exchange;
import org.entente.publish.http.HttpProblem;
import org.entente.publish.http.Json;
import org.entente.publish.http.Metrics;
import org.entente.publish.http.Reply;
import org.entente.publish.http.Route;
import org.entente.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /articles?name=summit.html}: an article into the published store; {@code DELETE /articles/SLUG?why=…}:
 * one out of it, where SLUG is the last part of its IRI. For those who have a token that allows it; without tokens of
 * the operator nothing can be changed at all. One article is read at a time, and beside it one long one, in threads of
 * their own. What was done is in the log before it is acknowledged.
 */
final class IntakeRoute implements Route, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(IntakeRoute.class);

  static final int MOST_BYTES = 20_000_000;
  /** What is longer takes long to read, and only others of its sort wait for it. */
  private static final int LONG = 256 << 10;
  private static final long SECONDS_TO_FINISH = 60;
  private static final Set<String> METADATA = Set.of("title", "author", "date", "publisher", "source");

  private final Optional<ServerOptions.Writing> writing;
  private final Writers writers;
  private final String base;
  private final Metrics metrics;
  private final Lane lane = Lane.named("intake");
  private final Lane laneOfLong = Lane.named("intake-of-long");

  IntakeRoute(Optional<ServerOptions.Writing> writing, Writers writers, String base, Metrics metrics) {
    this.writing = writing;
    this.writers = writers;
    this.base = base;
    this.metrics = metrics;
  }

  @Override
  public Reply answer(Exchange exchange) throws IOException {
    Holder holder = writers.permitted(exchange, Scope.ADD);
    String name = exchange.parameter("name").filter(given -> !given.isBlank()).orElseThrow(() -> HttpProblem.badRequest(
        "The article needs a name with its ending, such as name=summit.html; the ending tells its format."));
    Map<String, String> metadata = new TreeMap<>();
    exchange.query().forEach((key, values) -> {
      if (METADATA.contains(key)) {
        metadata.put(key, values.getFirst());
      } else if (!key.equals("name")) {
        throw HttpProblem.badRequest("There is no parameter \"" + key + "\"; there are name, "
            + String.join(", ", METADATA.stream().sorted().toList()) + ".");
      }
    });
    byte[] content = exchange.bytes(MOST_BYTES);
    Change change = new Change(holder, exchange.clientAddress(), "add", name);
    Lane own = content.length > LONG ? laneOfLong : lane;
    return reply(done(own, change, intake -> timed(() -> intake.take(name, content, metadata))));
  }

  private Intake.Taken timed(Supplier<Intake.Taken> work) {
    long start = System.nanoTime();
    String outcome = "failed";
    try {
      Intake.Taken taken = work.get();
      outcome = taken.word("outcome");
      return taken;
    } finally {
      metrics.countLoad(outcome, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  /** {@code DELETE /articles/SLUG}. */
  Reply remove(Exchange exchange) {
    Holder holder = writers.permitted(exchange, Scope.REMOVE);
    String article = base + "id/article/" + exchange.path().substring("/articles/".length());
    Change change = new Change(holder, exchange.clientAddress(), "remove", article);
    return reply(done(lane, change, intake -> intake.remove(article, exchange.parameter("why").orElse(""),
        exchange.parameter("who").orElse(""))));
  }

  private static Reply reply(Intake.Taken taken) {
    return Reply.text("application/json", Json.text(new LinkedHashMap<>(new TreeMap<>(taken.members()))))
        .withStatus(taken.status()).with("Cache-Control", "no-store");
  }

  /** Who wants to change what. */
  private record Change(Holder who, String from, String action, String what) {

    AuditLog.Entry entry(Intake.Taken taken) {
      String article = taken.word("article");
      String subject = article.isEmpty() || article.equals(what) ? what : what + " " + article;
      return new AuditLog.Entry(who.name(), from, action, subject, taken.word("outcome"));
    }
  }

  /** Changes the data. */
  @FunctionalInterface
  private interface Step {
    Intake.Taken on(Intake intake);
  }

  private Intake.Taken done(Lane own, Change change, Step step) {
    ServerOptions.Writing allowed = writing.orElseThrow();
    return own.done(() -> {
      Intake.Taken taken = step.on(allowed.intake());
      allowed.log().ifPresent(log -> log.add(change.entry(taken)));
      return taken;
    });
  }

  /** Where articles wait until they are read, one after the other. */
  private record Lane(Semaphore waiting, ExecutorService reader) {

    /** Each holds a thread of the server's and up to {@link #MOST_BYTES}. */
    private static final int MOST_WAITING = 4;

    static Lane named(String name) {
      return new Lane(new Semaphore(MOST_WAITING),
          Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory()));
    }

    Intake.Taken done(Callable<Intake.Taken> work) {
      if (!waiting.tryAcquire()) {
        throw new HttpProblem(503, "Too many articles wait to be read", "Send it again in a minute.")
            .withHeader("Retry-After", "60");
      }
      try {
        return waited(reader.submit(work));
      } finally {
        waiting.release();
      }
    }

    /** What is being read is finished: it would otherwise have to be sent again. */
    void close() {
      reader.shutdown();
      try {
        if (!reader.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
          reader.shutdownNow();
        }
      } catch (InterruptedException e) {
        reader.shutdownNow();
        Thread.currentThread().interrupt();
      }
    }
  }

  private static Intake.Taken waited(Future<Intake.Taken> work) {
    try {
      return work.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StoreException problem) {
        LOG.error("{}: {}", problem.getMessage(), problem.advice().orElse(""));
        throw new HttpProblem(507, "The store cannot take it at this moment",
            "Nothing was changed; the operator finds the reason in the server's diary.");
      }
      if (e.getCause() instanceof OutOfMemoryError) {
        LOG.error("An article took more memory than there is");
        throw new HttpProblem(507, "The article takes more memory than the server has",
            "It was not stored. Send its chapters or parts as articles of their own.");
      }
      throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HttpProblem(503, "The server is stopping", "Send the article again when it is back.");
    }
  }

  @Override
  public void close() {
    lane.close();
    laneOfLong.close();
  }
}
