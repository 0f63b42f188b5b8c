package org.entente.store;

import java.util.Optional;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.optimize.TransformFilterPlacement;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterNullIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterPeek;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderTransformation;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;
import org.apache.jena.tdb2.solver.PatternMatchTDB2;
import org.apache.jena.tdb2.solver.QC2;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.GraphTDB;

/**
 * Runs queries as TDB2 does, but for two things. Jena 6.0.0 (apache/jena issue 3763) asks a pattern behind another
 * that matched nothing for its first input, and the query fails with "Peek iterator is already empty"; here it finds
 * nothing at once. And what stands in thousands of graphs is looked at once in their union, see {@link UnionTable}.
 */
public class SafeExecutor extends OpExecutorTDB2 {

  private final boolean ordering;

  protected SafeExecutor(ExecutionContext context) {
    this(context, true);
  }

  /** @param ordering whether the patterns of a group may change their places, for no filter stands between them */
  private SafeExecutor(ExecutionContext context, boolean ordering) {
    super(context);
    this.ordering = ordering;
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
    if (!input.hasNext()) {
      return nothing(input);
    }
    return union(pattern).map(union -> matched(union, pattern.getBasicPattern(), input))
        .orElseGet(() -> super.execute(pattern, input));
  }

  @Override
  protected QueryIterator execute(OpFilter filter, QueryIterator input) {
    if (!input.hasNext()) {
      return nothing(input);
    }
    return ordering && filter.getSubOp() instanceof OpQuadPattern pattern && union(pattern).isPresent()
        ? matched(filter, pattern, input) : super.execute(filter, input);
  }

  /** The union of all graphs, where that is what a pattern is matched in. */
  private Optional<GraphTDB> union(OpQuadPattern pattern) {
    return pattern.isUnionGraph() && execCxt.getDataset() instanceof DatasetGraphTDB database
        ? UnionTable.graph(database) : Optional.empty();
  }

  private QueryIterator matched(GraphTDB union, BasicPattern pattern, QueryIterator input) {
    QueryIterPeek rows = QueryIterPeek.create(input, execCxt);
    return PatternMatchTDB2.execute(union, ordered(pattern, rows), rows, QC2.getFilter(execCxt.getContext()), execCxt);
  }

  /** Each filter is put behind the first patterns that bind what it looks at. */
  private QueryIterator matched(OpFilter filter, OpQuadPattern pattern, QueryIterator input) {
    QueryIterPeek rows = QueryIterPeek.create(input, execCxt);
    Op placed = TransformFilterPlacement.transform(filter.getExprs(), pattern.getGraphNode(),
        ordered(pattern.getBasicPattern(), rows));
    ExecutionContext inThisOrder = ExecutionContext.copy(execCxt);
    inThisOrder.setExecutor(context -> new SafeExecutor(context, false));
    return QC.execute(placed, rows, inThisOrder);
  }

  /** In an order that begins with what finds least, as far as that can be told from what the first row binds. */
  private BasicPattern ordered(BasicPattern pattern, QueryIterPeek rows) {
    ReorderTransformation order = ((DatasetGraphTDB) execCxt.getDataset()).getReorderTransform();
    return !ordering || order == null || pattern.size() < 2 ? pattern
        : order.reorderIndexes(Substitute.substitute(pattern, rows.peek())).reorder(pattern);
  }

  private QueryIterator nothing(QueryIterator input) {
    input.close();
    return QueryIterNullIterator.create(execCxt);
  }
}
