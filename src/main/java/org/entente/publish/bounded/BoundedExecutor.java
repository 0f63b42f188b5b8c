package org.entente.publish.bounded;

import java.util.List;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.apache.jena.sparql.engine.main.OpExecutorFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.entente.store.SafeExecutor;

/**
 * Runs the algebra as a store does (which on other datasets is what ARQ does), with bounds around the expressions, paths of
 * our own, and a count of what GROUP_CONCAT joins.
 */
final class BoundedExecutor extends SafeExecutor {

  private final QueryWatch watch;
  private final Beginning beginning;

  private BoundedExecutor(ExecutionContext context, QueryWatch watch, Beginning beginning) {
    super(context);
    this.watch = watch;
    this.beginning = beginning;
  }

  static OpExecutorFactory factory(QueryWatch watch) {
    return new Beginning(watch);
  }

  /** Makes the executors of one query; the first thing that is run is the whole of it. */
  private static final class Beginning implements OpExecutorFactory {

    private final QueryWatch watch;
    private boolean begun;

    Beginning(QueryWatch watch) {
      this.watch = watch;
    }

    @Override
    public OpExecutor create(ExecutionContext context) {
      return new BoundedExecutor(context, watch, this);
    }
  }

  @Override
  protected QueryIterator exec(Op op, QueryIterator input) {
    if (beginning.begun) {
      return super.exec(op, input);
    }
    beginning.begun = true;
    return super.exec(Transformer.transformSkipService(new TransformCopy(), new ExpressionBounds(watch), op), input);
  }

  @Override
  protected QueryIterator execute(OpPath path, QueryIterator input) {
    return new PathRows(path.getTriplePath(), input, execCxt, watch);
  }

  @Override
  protected QueryIterator execute(OpGroup group, QueryIterator input) {
    List<ExprAggregator> counted = group.getAggregators().stream().map(this::counted).toList();
    return super.execute(OpGroup.create(group.getSubOp(), group.getGroupVars(), counted), input);
  }

  private ExprAggregator counted(ExprAggregator aggregator) {
    Aggregator inner = aggregator.getAggregator();
    int separator = switch (inner) {
      case AggGroupConcat joined -> length(joined.getSeparator());
      case AggGroupConcatDistinct joined -> length(joined.getSeparator());
      default -> -1;
    };
    return separator < 0 ? aggregator : new ExprAggregator(aggregator.getVar(),
        inner.copy(new ExprList(new Counted(inner.getExprList().get(0), separator, watch))));
  }

  private static int length(String separator) {
    return separator == null ? 1 : separator.length();
  }

  /** A value that GROUP_CONCAT joins to others. */
  private static final class Counted extends ExprFunction1 {

    private final int separator;
    private final QueryWatch watch;

    Counted(Expr value, int separator, QueryWatch watch) {
      super(value, "counted");
      this.separator = separator;
      this.watch = watch;
    }

    @Override
    public NodeValue eval(NodeValue value) {
      watch.concatenated((int) BoundedFunction.size(value) + separator);
      return value;
    }

    @Override
    public Expr copy(Expr value) {
      return new Counted(value, separator, watch);
    }
  }
}
