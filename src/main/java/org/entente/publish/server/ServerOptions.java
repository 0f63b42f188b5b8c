package org.entente.publish.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.entente.publish.page.Gallery;

/**
 * How a server is run.
 *
 * @param port where it listens; 0 takes a free one
 * @param loopback whether only this machine may reach it
 * @param queryTimeout how long a query may run; a client may ask for less, never for more
 * @param rowLimit how many rows or triples a query gives at most
 * @param pageSize how many statements a description of one thing holds before it comes in pages
 * @param maxRequestBytes how long a query sent by POST may be
 * @param concurrentQueries how many queries run at the same time; more are asked to come back
 * @param gallery the questions that are ready to ask
 * @param dumps the folder that dumps are kept in; empty: a temporary one
 * @param wholeTexts whether readers may see whole articles, not only what evidence needs
 * @param writing who may send articles, and who takes them; empty: nobody
 */
public record ServerOptions(
    int port,
    boolean loopback,
    Duration queryTimeout,
    int rowLimit,
    int pageSize,
    int maxRequestBytes,
    int concurrentQueries,
    Gallery gallery,
    Optional<Path> dumps,
    boolean wholeTexts,
    Optional<Writing> writing) {

  /** What a laptop or a small public server wants: every interface, 30 seconds, 50,000 rows. */
  public static ServerOptions onPort(int port) {
    return new ServerOptions(
        port, false, Duration.ofSeconds(30), 50_000, 2_000, 1 << 20, 8,
        Gallery.EMPTY, Optional.empty(), false, Optional.empty());
  }

  public ServerOptions onLoopback() {
    return new ServerOptions(port, true, queryTimeout, rowLimit, pageSize, maxRequestBytes, concurrentQueries,
        gallery, dumps, wholeTexts, writing);
  }

  public ServerOptions withQueryTimeout(Duration timeout) {
    return new ServerOptions(port, loopback, timeout, rowLimit, pageSize, maxRequestBytes, concurrentQueries,
        gallery, dumps, wholeTexts, writing);
  }

  public ServerOptions withRowLimit(int rows) {
    return new ServerOptions(port, loopback, queryTimeout, rows, pageSize, maxRequestBytes, concurrentQueries,
        gallery, dumps, wholeTexts, writing);
  }

  public ServerOptions withPageSize(int statements) {
    return new ServerOptions(port, loopback, queryTimeout, rowLimit, statements, maxRequestBytes,
        concurrentQueries, gallery, dumps, wholeTexts, writing);
  }

  public ServerOptions withDumps(Path folder) {
    return new ServerOptions(port, loopback, queryTimeout, rowLimit, pageSize, maxRequestBytes,
        concurrentQueries, gallery, Optional.of(folder), wholeTexts, writing);
  }

  public ServerOptions withGallery(Gallery questions) {
    return new ServerOptions(port, loopback, queryTimeout, rowLimit, pageSize, maxRequestBytes,
        concurrentQueries, questions, dumps, wholeTexts, writing);
  }

  public ServerOptions withWholeTexts() {
    return new ServerOptions(port, loopback, queryTimeout, rowLimit, pageSize, maxRequestBytes,
        concurrentQueries, gallery, dumps, true, writing);
  }

  public ServerOptions withWriting(String token, Intake intake) {
    return new ServerOptions(port, loopback, queryTimeout, rowLimit, pageSize, maxRequestBytes,
        concurrentQueries, gallery, dumps, wholeTexts, Optional.of(new Writing(token, intake)));
  }

  /** The operator's secret, and what takes the articles of those who know it. */
  public record Writing(String token, Intake intake) {}
}
