package org.entente.publish.data;

import java.util.function.BiFunction;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpAsQuery;
import org.apache.jena.sparql.algebra.op.OpNull;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.PlanOp;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;

/**
 * Has a whole query answered by the endpoint behind a dataset, as a SELECT: what is left to do here for ASK and CONSTRUCT
 * is to look at the rows. It is known to that dataset only.
 */
final class RemoteQueryEngine implements QueryEngineFactory {

  private final DatasetGraph graphs;
  private final RemoteEndpoint endpoint;
  private final BiFunction<Query, Context, QueryExec> execution;

  /**
   * @param graphs the only dataset whose queries it takes
   * @param execution how a query is sent to the endpoint, with what its context says
   */
  RemoteQueryEngine(DatasetGraph graphs, RemoteEndpoint endpoint, BiFunction<Query, Context, QueryExec> execution) {
    this.graphs = graphs;
    this.endpoint = endpoint;
    this.execution = execution;
  }

  @Override
  public boolean accept(Query query, DatasetGraph dataset, Context context) {
    return dataset == graphs;
  }

  @Override
  public boolean accept(Op op, DatasetGraph dataset, Context context) {
    return dataset == graphs;
  }

  @Override
  public Plan create(Query query, DatasetGraph dataset, Binding input, Context context) {
    QueryExec sent = execution.apply(asSelect(query.cloneQuery()), context);
    return new PlanOp(OpNull.create(), sent::close, rows(sent, endpoint));
  }

  @Override
  public Plan create(Op op, DatasetGraph dataset, Binding input, Context context) {
    return create(OpAsQuery.asQuery(op), dataset, input, context);
  }

  private static Query asSelect(Query query) {
    if (!query.isSelectType()) {
      boolean oneIsEnough = query.isAskType();
      query.setQuerySelectType();
      query.setQueryResultStar(true);
      if (oneIsEnough) {
        query.setLimit(1);
      }
    }
    return query;
  }

  private static QueryIterator rows(QueryExec execution, RemoteEndpoint endpoint) {
    try {
      return new RemoteRows(execution, execution.select(), endpoint);
    } catch (RuntimeException e) {
      execution.close();
      throw endpoint.failure(e);
    }
  }

  /** The rows as they come in; given up when the query is cancelled. */
  private static final class RemoteRows extends QueryIterPlainWrapper {

    private final QueryExec execution;
    private final RemoteEndpoint endpoint;

    RemoteRows(QueryExec execution, RowSet rows, RemoteEndpoint endpoint) {
      super(rows);
      this.execution = execution;
      this.endpoint = endpoint;
    }

    @Override
    protected boolean hasNextBinding() {
      try {
        return super.hasNextBinding();
      } catch (RuntimeException e) {
        throw endpoint.failure(e);
      }
    }

    @Override
    protected void closeIterator() {
      super.closeIterator();
      execution.close();
    }

    @Override
    protected void requestCancel() {
      execution.abort();
      super.requestCancel();
    }
  }
}
