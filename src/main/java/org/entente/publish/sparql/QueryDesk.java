package org.entente.publish.sparql;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.entente.publish.bounded.BoundedQuery;
import org.entente.publish.bounded.QueryWatch;
import org.entente.publish.data.Namespaces;
import org.entente.publish.data.PublishedDataset;
import org.entente.publish.data.RemoteGraphs;
import org.entente.publish.http.HttpProblem;

/**
 * Runs queries over the published graphs: with a time limit, up to a number of rows; those of the server's own call no
 * other service. Is called inside a read transaction.
 */
public final class QueryDesk {

  private static final int PORTION = 10_000;
  /** An answer is held in memory, and written in forms that are several times as long. */
  private static final long MOST_CHARACTERS = 16_000_000;

  private final PublishedDataset data;
  private final Duration patience;

  /**
   * @param patience the time limit of the server's own queries
   */
  public QueryDesk(PublishedDataset data, Duration patience) {
    this.data = data;
    this.patience = patience;
  }

  /** Runs a query of a client's, as long as its watch lets it. */
  Answer answer(Query query, QueryWatch watch, int limit, NeighbourCalls calls) {
    if (query.isDescribeType()) {
      return data.graphs() instanceof RemoteGraphs remote
          ? triples(remote.describe(query, watch.limit()).iterator(), limit)
          : triples(described(query, watch, limit, calls).iterator(), limit);
    }
    Query bounded = bounded(query, limit);
    try (QueryExec execution = execution(bounded, watch, calls)) {
      return switch (query.queryType()) {
        case ASK -> new Answer.Verdict(execution.ask());
        case SELECT -> rows(execution.select(), limit);
        case CONSTRUCT -> query.isConstructQuad()
            ? quads(execution.constructQuads(), limit)
            : triples(execution.constructTriples(), limit);
        default -> throw HttpProblem.badRequest("Only SELECT, ASK, CONSTRUCT and DESCRIBE are answered.");
      };
    }
  }

  private QueryExec execution(Query query, QueryWatch watch, NeighbourCalls calls) {
    return data.graphs() instanceof RemoteGraphs
        ? execution(query, watch.limit())
        : BoundedQuery.over(data.graphs(), query, watch, calls.services());
  }

  /** What is said of the things that a query names or finds, and of the nameless things in it. */
  private Set<Triple> described(Query query, QueryWatch watch, int limit, NeighbourCalls calls) {
    Set<Node> things = new LinkedHashSet<>(query.getResultURIs());
    if (query.getQueryPattern() != null) {
      Query found = query.cloneQuery();
      found.setQuerySelectType();
      found.resetResultVars();
      try (QueryExec execution = execution(found, watch, calls)) {
        RowSet rows = execution.select();
        while (things.size() <= limit && rows.hasNext()) {
          Binding row = rows.next();
          rows.getResultVars().stream().filter(row::contains).map(row::get).forEach(things::add);
        }
      }
    }
    Set<Triple> statements = new LinkedHashSet<>();
    Deque<Node> open = new ArrayDeque<>(things);
    while (!open.isEmpty() && statements.size() <= limit) {
      Iterator<Quad> about = data.graphs().find(Node.ANY, open.remove(), Node.ANY, Node.ANY);
      while (about.hasNext() && statements.size() <= limit) {
        watch.step();
        Triple statement = about.next().asTriple();
        statements.add(statement);
        if (statement.getObject().isBlank() && things.add(statement.getObject())) {
          open.add(statement.getObject());
        }
      }
    }
    return statements;
  }

  /** The rows of a query of the server's own, in its usual prefixes. */
  public List<Binding> select(String query) {
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
  public List<Binding> selectAll(String query, int most) {
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
  public boolean ask(String query) {
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
    Kept<Binding> kept = upTo(rows, limit, Binding::detach, QueryDesk::size);
    return new Answer.Rows(rows.getResultVars(), kept.all(), kept.more());
  }

  private static Answer.Triples triples(Iterator<Triple> triples, int limit) {
    Kept<Triple> kept = upTo(triples, limit, Function.identity(), QueryDesk::size);
    return new Answer.Triples(kept.all(), kept.more());
  }

  private static Answer.Quads quads(Iterator<Quad> quads, int limit) {
    Kept<Quad> kept = upTo(quads, limit, Function.identity(), quad -> size(quad.asTriple()));
    return new Answer.Quads(kept.all(), kept.more());
  }

  private record Kept<T>(List<T> all, boolean more) {}

  private static <T> Kept<T> upTo(Iterator<T> all, int limit, Function<T, T> copy, ToLongFunction<T> size) {
    List<T> kept = new ArrayList<>();
    long characters = 0;
    while (kept.size() < limit && characters < MOST_CHARACTERS && all.hasNext()) {
      T one = copy.apply(all.next());
      characters += size.applyAsLong(one);
      kept.add(one);
    }
    return new Kept<>(kept, all.hasNext());
  }

  private static long size(Binding row) {
    long size = 0;
    for (Iterator<Var> variables = row.vars(); variables.hasNext();) {
      size += size(row.get(variables.next()));
    }
    return size;
  }

  private static long size(Triple triple) {
    return size(triple.getSubject()) + size(triple.getPredicate()) + size(triple.getObject());
  }

  private static long size(Node node) {
    return node.isLiteral() ? node.getLiteralLexicalForm().length() : node.isURI() ? node.getURI().length() : 0;
  }
}
