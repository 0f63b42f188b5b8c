package org.entente.cli;

import java.time.Duration;
import org.entente.publish.site.ServerOptions;
import picocli.CommandLine.Option;

/** How much one client may ask for. */
final class ClientOptions {

  @Option(
      names = "--per-client",
      paramLabel = "N",
      defaultValue = "50",
      description = "How many requests a second one address may send in the long run, ten seconds' worth at once; more"
          + " are answered 429. Half of the places for queries are the most that one has. 0: no bound. Default:"
          + " ${DEFAULT-VALUE}")
  private int perSecond;

  @Option(
      names = "--forwarded",
      description = "A proxy on this machine or in a private network stands before this server and writes the client's"
          + " address into X-Forwarded-For, whose last address counts. Without this, requests from this machine have no"
          + " bound.")
  private boolean forwarded;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "How long the body of a request may come at any pace; then 2000 bytes a second are wanted. Three times"
          + " as long a line may be silent. Default: ${DEFAULT-VALUE}")
  private int patience;

  ServerOptions.Clients clients() {
    return new ServerOptions.Clients(Math.max(0, perSecond), forwarded, Duration.ofSeconds(Math.max(1, patience)));
  }
}
