package org.entente.publish.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;

/**
 * Runs queries over the published graphs: with a time limit, up to a number of rows, never calling another service. Is
 * called inside a read transaction.
 */
final class QueryDesk {

  private static final int PORTION = 10_000;

  private final PublishedDataset data;
  private final Duration patience;

  /**
   * @param patience the time limit of the server's own queries
   */
  QueryDesk(PublishedDataset data, Duration patience) {
    this.data = data;
    this.patience = patience;
  }

  /** Runs a query of a client's. */
  Answer answer(Query query, Duration timeout, int limit) {
    if (query.isDescribeType() && data.graphs() instanceof RemoteGraphs remote) {
      return triples(remote.describe(query, timeout).iterator(), limit);
    }
    Query bounded = bounded(query, limit);
    try (QueryExec execution = execution(bounded, timeout)) {
      return switch (query.queryType()) {
        case ASK -> new Answer.Verdict(execution.ask());
        case SELECT -> rows(execution.select(), limit);
        case DESCRIBE -> triples(execution.describeTriples(), limit);
        case CONSTRUCT -> query.isConstructQuad()
            ? quads(execution.constructQuads(), limit)
            : triples(execution.constructTriples(), limit);
        default -> throw HttpProblem.badRequest("Only SELECT, ASK, CONSTRUCT and DESCRIBE are answered.");
      };
    }
  }

  /** The rows of a query of the server's own, in its usual prefixes. */
  List<Binding> select(String query) {
    Query parsed = QueryFactory.create(Namespaces.prologue() + query);
    try (QueryExec execution = execution(parsed, patience)) {
      List<Binding> rows = new ArrayList<>();
      execution.select().forEachRemaining(row -> rows.add(row.detach()));
      return rows;
    }
  }

  /**
   * The rows of a query that has neither order nor limit, many as they may be. Endpoints elsewhere are asked for them
   * in portions: Virtuoso cuts off what is longer without a word, and refuses to sort it.
   */
  List<Binding> selectAll(String query, int most) {
    if (!(data.graphs() instanceof RemoteGraphs)) {
      return select(query + " LIMIT " + most);
    }
    List<Binding> rows = new ArrayList<>();
    List<Binding> portion;
    do {
      int size = Math.min(PORTION, most - rows.size());
      portion = select(query + " OFFSET " + rows.size() + " LIMIT " + size);
      rows.addAll(portion);
    } while (portion.size() == PORTION && rows.size() < most);
    return rows;
  }

  /** Whether a pattern of the server's own is in the data. */
  boolean ask(String query) {
    try (QueryExec execution = execution(QueryFactory.create(Namespaces.prologue() + query), patience)) {
      return execution.ask();
    }
  }

  private QueryExec execution(Query query, Duration timeout) {
    return QueryExec.dataset(data.graphs()).query(query)
        .set(ARQ.httpServiceAllowed, false)
        .set(RemoteGraphs.TIMEOUT, timeout.toMillis())
        .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .build();
  }

  /** One row more than may be given tells that there was more; the store need not find any beyond. */
  private static Query bounded(Query query, int limit) {
    if (!query.isSelectType() || query.hasLimit() && query.getLimit() <= limit) {
      return query;
    }
    Query bounded = query.cloneQuery();
    bounded.setLimit(limit + 1L);
    return bounded;
  }

  private static Answer.Rows rows(RowSet rows, int limit) {
    List<Binding> kept = upTo(rows, limit, Binding::detach);
    return new Answer.Rows(rows.getResultVars(), kept, rows.hasNext());
  }

  private static Answer.Triples triples(Iterator<Triple> triples, int limit) {
    List<Triple> kept = upTo(triples, limit, Function.identity());
    return new Answer.Triples(kept, triples.hasNext());
  }

  private static Answer.Quads quads(Iterator<Quad> quads, int limit) {
    List<Quad> kept = upTo(quads, limit, Function.identity());
    return new Answer.Quads(kept, quads.hasNext());
  }

  private static <T> List<T> upTo(Iterator<T> all, int limit, Function<T, T> copy) {
    List<T> kept = new ArrayList<>();
    while (kept.size() < limit && all.hasNext()) {
      kept.add(copy.apply(all.next()));
    }
    return kept;
  }
}
