package org.entente.store;

import java.util.Iterator;
import java.util.Optional;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.atlas.lib.tuple.TupleFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.GraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTableWrapper;

/** The union of all graphs as patterns are matched in it: each statement once, however many graphs have it. */
final class UnionTable extends NodeTupleTableWrapper {

  private final KeptLookups lookups;

  private UnionTable(DatasetGraphTDB database, KeptLookups lookups) {
    super(database.getQuadTable().getNodeTupleTable());
    this.lookups = lookups;
  }

  /** The graph to match patterns in; empty where it is to be done in the usual way. */
  static Optional<GraphTDB> graph(DatasetGraphTDB database) {
    return KeptLookups.of(database).map(lookups -> new Union(database, new UnionTable(database, lookups)));
  }

  @Override
  public Iterator<Tuple<NodeId>> find(Tuple<NodeId> pattern) {
    return lookups
        .inUnion(TupleFactory.create4(NodeId.NodeIdAny, known(pattern, 1), known(pattern, 2), known(pattern, 3)));
  }

  private static NodeId known(Tuple<NodeId> pattern, int part) {
    return NodeId.isAny(pattern.get(part)) ? NodeId.NodeIdAny : pattern.get(part);
  }

  /** Shows the matcher this table in place of the database's. */
  private static final class Union extends GraphTDB {

    private final UnionTable table;

    Union(DatasetGraphTDB database, UnionTable table) {
      super(database, Quad.unionGraph, database.getStoragePrefixes());
      this.table = table;
    }

    @Override
    public NodeTupleTable getNodeTupleTable() {
      return table;
    }
  }
}
