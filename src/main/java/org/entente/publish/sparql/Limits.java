package org.entente.publish.sparql;

import java.time.Duration;

/**
 * Bounds of an answer.
 *
 * @param queryTimeout how long a query may run; a client may ask for less, never for more
 * @param rows how many rows or triples a query gives at most
 * @param pageSize how many statements a description of one thing holds before it comes in pages
 * @param requestBytes how long a query sent by POST may be
 * @param concurrentQueries how many queries run at the same time; more are asked to come back
 * @param neighbours which endpoints elsewhere a query may call
 */
public record Limits(Duration queryTimeout, int rows, int pageSize, int requestBytes, int concurrentQueries,
    Neighbours neighbours) {

  public static final Limits USUAL = new Limits(Duration.ofSeconds(30), 50_000, 2_000, 1 << 20, 8, Neighbours.NONE);

  public Limits withTimeout(Duration timeout) {
    return new Limits(timeout, rows, pageSize, requestBytes, concurrentQueries, neighbours);
  }

  public Limits withRows(int most) {
    return new Limits(queryTimeout, most, pageSize, requestBytes, concurrentQueries, neighbours);
  }

  public Limits withPageSize(int statements) {
    return new Limits(queryTimeout, rows, statements, requestBytes, concurrentQueries, neighbours);
  }

  public Limits withNeighbours(Neighbours allowed) {
    return new Limits(queryTimeout, rows, pageSize, requestBytes, concurrentQueries, allowed);
  }
}
