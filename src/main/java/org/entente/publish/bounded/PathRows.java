package org.entente.publish.bounded;

import java.util.Iterator;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;

/** Each row of the input with what a path pattern finds for it. */
final class PathRows extends QueryIterRepeatApply {

  private final TriplePath pattern;
  private final Path path;
  private final PathSearch search;

  PathRows(TriplePath pattern, QueryIterator input, ExecutionContext context, QueryWatch watch) {
    super(input, context);
    this.pattern = pattern;
    this.path = pattern.isTriple() ? new P_Link(pattern.getPredicate()) : pattern.getPath();
    this.search = new PathSearch(context.getActiveGraph(), watch);
  }

  @Override
  protected QueryIterator nextStage(Binding row) {
    Node subject = Var.lookup(row, pattern.getSubject());
    Node object = Var.lookup(row, pattern.getObject());
    return QueryIterPlainWrapper.create(rows(row, subject, object), getExecContext());
  }

  private Iterator<Binding> rows(Binding row, Node subject, Node object) {
    if (subject instanceof Var one) {
      return object instanceof Var other
          ? between(row, one, other)
          : Iter.map(search.ends(path, object, false), node -> BindingFactory.binding(row, one, node));
    }
    Iterator<Node> ends = search.ends(path, subject, true);
    return object instanceof Var other
        ? Iter.map(ends, node -> BindingFactory.binding(row, other, node))
        : Iter.map(Iter.filter(ends, node -> node.sameValueAs(object)), node -> row);
  }

  private Iterator<Binding> between(Binding row, Var subject, Var object) {
    return Iter.flatMap(search.starts(path), start -> {
      Binding begun = BindingFactory.binding(row, subject, start);
      Iterator<Node> ends = search.ends(path, start, true);
      return subject.equals(object)
          ? Iter.map(Iter.filter(ends, start::equals), node -> begun)
          : Iter.map(ends, node -> BindingFactory.binding(begun, object, node));
    });
  }
}
