package org.entente.publish.data;

import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;
import org.apache.jena.sparql.core.DatasetGraphWrapperView;
import org.apache.jena.sparql.core.GraphView;

/**
 * Named graphs, read-only, with their union as the default graph: what TDB2 can do by itself and a dataset in memory
 * cannot. Being marked as a view, it is not unwrapped by the query engine.
 */
final class UnionDataset extends DatasetGraphReadOnly implements DatasetGraphWrapperView {

  private final DatasetGraph named;

  UnionDataset(DatasetGraph named) {
    super(named);
    this.named = named;
  }

  @Override
  public Graph getDefaultGraph() {
    return GraphView.createUnionGraph(named);
  }
}
