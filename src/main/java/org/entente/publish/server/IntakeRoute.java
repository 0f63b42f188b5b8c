package org.entente.publish.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * {@code POST /articles?name=summit.html}: an article into the published store, for whoever has the operator's token.
 * Without a token of the operator nothing can be sent at all. One article is read at a time, in a thread of its own: a
 * request is answered inside a read transaction, which sees the data as they were.
 */
final class IntakeRoute implements Route, AutoCloseable {

  private static final int MOST_BYTES = 20_000_000;
  /** Each holds a thread of the server's and up to {@link #MOST_BYTES}. */
  private static final int MOST_WAITING = 4;
  private static final Set<String> METADATA = Set.of("title", "author", "date", "publisher", "source");

  private final Optional<ServerOptions.Writing> writing;
  private final Semaphore waiting = new Semaphore(MOST_WAITING);
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("intake").factory());

  IntakeRoute(Optional<ServerOptions.Writing> writing) {
    this.writing = writing;
  }

  @Override
  public Reply answer(Exchange exchange) throws IOException {
    Intake intake = permitted(exchange);
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
    Intake.Taken taken = taken(intake, name, exchange.bytes(MOST_BYTES), metadata);
    return Reply.text("application/json", Json.text(new LinkedHashMap<>(new TreeMap<>(taken.members()))))
        .withStatus(taken.status()).with("Cache-Control", "no-store");
  }

  private Intake permitted(Exchange exchange) {
    ServerOptions.Writing allowed = writing.orElseThrow(() -> new HttpProblem(403, "Nothing can be written here",
        "This server only publishes. Its operator can have it take articles with --token."));
    String given = exchange.header("Authorization").orElse("");
    byte[] wanted = ("Bearer " + allowed.token()).getBytes(StandardCharsets.UTF_8);
    // Compared in constant time: how long a comparison takes must not tell how much of a guess is right.
    if (!MessageDigest.isEqual(wanted, given.getBytes(StandardCharsets.UTF_8))) {
      throw new HttpProblem(401, "Writing needs the operator's token",
          "Send the header \"Authorization: Bearer TOKEN\" with the token that the server was started with.")
          .withHeader("WWW-Authenticate", "Bearer realm=\"entente\"");
    }
    return allowed.intake();
  }

  private Intake.Taken taken(Intake intake, String name, byte[] content, Map<String, String> metadata) {
    if (!waiting.tryAcquire()) {
      throw new HttpProblem(503, "Too many articles wait to be read", "Send it again in a minute.")
          .withHeader("Retry-After", "60");
    }
    try {
      return reader.submit(() -> intake.take(name, content, metadata)).get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HttpProblem(503, "The server is stopping", "Send the article again when it is back.");
    } finally {
      waiting.release();
    }
  }

  @Override
  public void close() {
    reader.shutdownNow();
  }
}
