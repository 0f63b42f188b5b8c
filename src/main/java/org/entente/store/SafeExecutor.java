package org.entente.store;

import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterNullIterator;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;

/**
 * Runs queries as TDB2 does, but for one mistake of Jena 6.0.0 (apache/jena issue 3763): a pattern behind another that
 * matched nothing is asked for its first input, and the query fails with "Peek iterator is already empty" instead of
 * finding nothing. Here such a pattern finds nothing at once.
 */
public class SafeExecutor extends OpExecutorTDB2 {

  protected SafeExecutor(ExecutionContext context) {
    super(context);
  }

  /** Makes a TDB2 dataset run its queries this way. */
  static void installIn(DatasetGraph dataset) {
    QC.setFactory(dataset.getContext(), SafeExecutor::new);
  }

  @Override
  protected QueryIterator execute(OpBGP pattern, QueryIterator input) {
    return input.hasNext() ? super.execute(pattern, input) : nothing(input);
  }

  @Override
  protected QueryIterator execute(OpQuadPattern pattern, QueryIterator input) {
    return input.hasNext() ? super.execute(pattern, input) : nothing(input);
  }

  @Override
  protected QueryIterator execute(OpFilter filter, QueryIterator input) {
    return input.hasNext() ? super.execute(filter, input) : nothing(input);
  }

  private QueryIterator nothing(QueryIterator input) {
    input.close();
    return QueryIterNullIterator.create(execCxt);
  }
}
