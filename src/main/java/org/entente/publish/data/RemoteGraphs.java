package org.entente.publish.data;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.DatasetGraphZero;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.apache.jena.sys.JenaSystem;

/**
 * The graphs behind a remote endpoint as a read-only dataset that answers queries and nothing else: a SPARQL query over
 * it is sent to the endpoint whole, see {@link RemoteQueryEngine}. There are no transactions over SPARQL, so a change of
 * the remote data may show between two queries of one request.
 */
public final class RemoteGraphs extends DatasetGraphWrapper {

  static {
    // Engines are registered under a constant of ARQ's, which is not there yet when it is the first that is used of Jena.
    JenaSystem.init();
  }

  /** In a query's context: how many milliseconds the endpoint has. */
  public static final Symbol TIMEOUT = Symbol.create("https://w3id.org/entente/software#remoteTimeout");

  private final DatasetGraph transactions = DatasetGraphZero.create();
  private final RemoteEndpoint endpoint;
  private final Duration patience;
  private final Supplier<List<String>> unionOf;

  /**
   * @param patience the time limit of queries that come without one
   * @param unionOf the graphs whose union is the default graph; none where the endpoint makes the union itself
   */
  RemoteGraphs(RemoteEndpoint endpoint, Duration patience, Supplier<List<String>> unionOf) {
    super(DatasetGraphZero.create(), new Context());
    this.endpoint = endpoint;
    this.patience = patience;
    this.unionOf = unionOf;
    QueryEngineRegistry engines = new QueryEngineRegistry();
    engines.add(new RemoteQueryEngine(this, endpoint, this::execution));
    QueryEngineRegistry.set(getContext(), engines);
  }

  private QueryExec execution(Query query, Context context) {
    return endpoint.execution(overUnion(query), Duration.ofMillis(context.getLong(TIMEOUT, patience.toMillis())));
  }

  /** The query with the union of all graphs as its default graph, unless it chooses its graphs itself. */
  private Query overUnion(Query query) {
    Query whole = query.cloneQuery();
    if (!query.hasDatasetDescription()) {
      for (String graph : unionOf.get()) {
        whole.addGraphURI(graph);
        whole.addNamedGraphURI(graph);
      }
    }
    return whole;
  }

  /** What the endpoint describes; ours would take one query for every graph. */
  public List<Triple> describe(Query query, Duration timeout) {
    long end = System.nanoTime() + timeout.toNanos();
    try (QueryExec execution = endpoint.execution(overUnion(query), timeout)) {
      return execution.describe().find().toList();
    } catch (RuntimeException e) {
      // Jena's parsers do not say why they had no more to read.
      throw System.nanoTime() - end >= 0 ? new QueryCancelledException(e) : endpoint.failure(e);
    }
  }

  /** That the dataset below is empty must not pass for what the endpoint says. */
  @Override
  protected DatasetGraph get() {
    throw new UnsupportedOperationException("a remote endpoint answers queries only");
  }

  @Override
  protected DatasetGraph getT() {
    return transactions;
  }

  @Override
  public String toString() {
    return endpoint.name();
  }
}
