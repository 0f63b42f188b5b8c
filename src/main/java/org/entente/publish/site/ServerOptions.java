package org.entente.publish.site;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.entente.access.AuditLog;
import org.entente.access.SingleToken;
import org.entente.access.Tokens;
import org.entente.publish.door.Certificate;
import org.entente.publish.page.Gallery;
import org.entente.publish.sparql.Limits;
import org.entente.publish.sparql.Neighbours;

/**
 * How a server is run.
 *
 * @param port where it listens; 0 takes a free one
 * @param loopback whether only this machine may reach it
 * @param limits how long queries run and how much they give
 * @param clients how much one client may ask for, and how slowly
 * @param gallery the questions that are ready to ask
 * @param dumps the folder that dumps are kept in; empty: a temporary one
 * @param wholeTexts whether readers may see whole articles, not only what evidence needs
 * @param sample whether only the sample is published that comes with the program
 * @param writing who may send articles, and who takes them; empty: nobody
 * @param certificate who the server says it is over HTTPS; empty: it speaks plain HTTP
 */
public record ServerOptions(
    int port,
    boolean loopback,
    Limits limits,
    Clients clients,
    Gallery gallery,
    Optional<Path> dumps,
    boolean wholeTexts,
    boolean sample,
    Optional<Writing> writing,
    Optional<Certificate> certificate) {

  /**
   * Bounds of a client, who is told by the address.
   *
   * @param requestsPerSecond how many requests are answered in a second in the long run; 0: any number
   * @param forwarded whether a proxy stands before the server, which says in X-Forwarded-For whose request it is;
   *     without it, this machine itself has no bounds
   * @param patience how long a request may come in at any pace
   */
  public record Clients(int requestsPerSecond, boolean forwarded, Duration patience) {

    /** What a public server wants. */
    public static final Clients USUAL = new Clients(50, false, Duration.ofSeconds(10));
  }

  /** What a laptop or a small public server wants: every interface, 30 seconds, 50,000 rows. */
  public static ServerOptions onPort(int port) {
    return new ServerOptions(port, false, Limits.USUAL, Clients.USUAL, Gallery.EMPTY, Optional.empty(), false, false,
        Optional.empty(), Optional.empty());
  }

  public ServerOptions onLoopback() {
    return new ServerOptions(port, true, limits, clients, gallery, dumps, wholeTexts, sample, writing, certificate);
  }

  public ServerOptions withQueryTimeout(Duration timeout) {
    return with(limits.withTimeout(timeout));
  }

  public ServerOptions withRowLimit(int rows) {
    return with(limits.withRows(rows));
  }

  public ServerOptions withNeighbours(Neighbours allowed) {
    return with(limits.withNeighbours(allowed));
  }

  public ServerOptions withPageSize(int statements) {
    return with(limits.withPageSize(statements));
  }

  private ServerOptions with(Limits other) {
    return new ServerOptions(port, loopback, other, clients, gallery, dumps, wholeTexts, sample, writing, certificate);
  }

  public ServerOptions withClients(Clients bounds) {
    return new ServerOptions(port, loopback, limits, bounds, gallery, dumps, wholeTexts, sample, writing, certificate);
  }

  public ServerOptions withDumps(Path folder) {
    return new ServerOptions(port, loopback, limits, clients, gallery, Optional.of(folder), wholeTexts, sample, writing,
        certificate);
  }

  public ServerOptions withGallery(Gallery questions) {
    return new ServerOptions(port, loopback, limits, clients, questions, dumps, wholeTexts, sample, writing,
        certificate);
  }

  public ServerOptions withWholeTexts() {
    return new ServerOptions(port, loopback, limits, clients, gallery, dumps, true, sample, writing, certificate);
  }

  /** The front page then says how to go on with articles of one's own. */
  public ServerOptions withSample() {
    return new ServerOptions(port, loopback, limits, clients, gallery, dumps, wholeTexts, true, writing, certificate);
  }

  public ServerOptions withWriting(Writing allowed) {
    return new ServerOptions(port, loopback, limits, clients, gallery, dumps, wholeTexts, sample, Optional.of(allowed),
        certificate);
  }

  /** Speaks HTTPS, and nothing else. */
  public ServerOptions withCertificate(Certificate given) {
    return new ServerOptions(port, loopback, limits, clients, gallery, dumps, wholeTexts, sample, writing,
        Optional.of(given));
  }

  /** One secret for everybody who may write, and no log. */
  public ServerOptions withWriting(String token, Intake intake) {
    return withWriting(new Writing(new SingleToken(token), intake, Optional.empty()));
  }

  /** Whose tokens are good, what takes the articles of those who have one, and where it is written down. */
  public record Writing(Tokens tokens, Intake intake, Optional<AuditLog> log) {}
}
