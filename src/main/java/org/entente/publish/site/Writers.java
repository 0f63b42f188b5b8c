package org.entente.publish.site;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.access.AccessException;
import org.entente.access.Guesses;
import org.entente.access.Holder;
import org.entente.access.Scope;
import org.entente.publish.door.ClientNetwork;
import org.entente.publish.door.DoorRules.Arrival;
import org.entente.publish.http.Exchange;
import org.entente.publish.http.HttpProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells who may write from the token that a request brings, and lets nobody guess one for long. */
final class Writers {

  private static final Logger LOG = LoggerFactory.getLogger(Writers.class);
  private static final String SCHEME = "Bearer ";

  private final Optional<ServerOptions.Writing> writing;
  private final Guesses guesses = new Guesses(InstantSource.system());

  Writers(Optional<ServerOptions.Writing> writing) {
    this.writing = writing;
  }

  /** Whether the long body of a request is worth reading. */
  boolean maySendLong(Arrival arrival) {
    return arrival.path().equals("/articles") && guesses.wait(ClientNetwork.of(arrival.address())).isEmpty()
        && found(arrival.authorization()).isPresent();
  }

  private Optional<Holder> found(String authorization) {
    try {
      return secret(authorization).flatMap(secret -> writing.flatMap(allowed -> allowed.tokens().holder(secret)));
    } catch (AccessException e) {
      // The route says so when the request comes to it.
      return Optional.empty();
    }
  }

  private static Optional<String> secret(String authorization) {
    return authorization.startsWith(SCHEME)
        ? Optional.of(authorization.substring(SCHEME.length()).strip()).filter(secret -> !secret.isEmpty())
        : Optional.empty();
  }

  /** Who sent this, when they may do what they ask for; refused in words otherwise. */
  Holder permitted(Exchange exchange, Scope scope) {
    ServerOptions.Writing allowed = writing.orElseThrow(() -> new HttpProblem(403, "Nothing can be written here",
        "This server only publishes. Its operator can have it take articles with --tokens."));
    String secret = secret(exchange.header("Authorization").orElse("")).orElseThrow(Writers::unknown);
    guesses.wait(exchange.clientNetwork()).ifPresent(wait -> {
      throw tooManyGuesses(wait);
    });
    Holder holder = holder(allowed, secret).orElseThrow(() -> {
      guesses.note(exchange.clientNetwork());
      LOG.warn("A wrong token came from {}", exchange.clientAddress());
      return unknown();
    });
    if (!holder.may(scope)) {
      throw new HttpProblem(403, "This token does not allow that",
          "The token of " + holder.name() + " does not have the scope \"" + scope.word() + "\".");
    }
    return holder;
  }

  private static Optional<Holder> holder(ServerOptions.Writing allowed, String secret) {
    try {
      return allowed.tokens().holder(secret);
    } catch (AccessException e) {
      LOG.error("{}: {}", e.getMessage(), e.advice().orElse(""));
      throw new HttpProblem(503, "Nothing can be written at this moment",
          "The server cannot tell who may write; its operator finds the reason in its diary.");
    }
  }

  private static HttpProblem unknown() {
    return new HttpProblem(401, "Writing needs the operator's token",
        "Send the header \"Authorization: Bearer TOKEN\" with a token that the server's operator gave out.")
        .withHeader("WWW-Authenticate", "Bearer realm=\"entente\"");
  }

  private static HttpProblem tooManyGuesses(Duration wait) {
    long seconds = Math.max(1, wait.toSeconds() + 1);
    return new HttpProblem(429, "Too many wrong tokens came from there",
        "No token from this address is looked at for " + seconds + " seconds.")
        .withHeader("Retry-After", Long.toString(seconds));
  }
}
