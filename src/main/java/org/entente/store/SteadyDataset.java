package org.entente.store;

import java.util.concurrent.locks.LockSupport;
import org.apache.jena.dboe.transaction.txn.TransactionCoordinator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.tdb2.store.DatasetGraphSwitchable;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * A TDB2 database that may be compacted under its readers: whoever reads stays with the files that he began with, and
 * those who come later get the new ones. Jena 6.0.0 by itself sends a reader to the new files in the middle of his
 * transaction, where he has none, and then waits for ever for its end. Writers wait until a compaction is done.
 */
final class SteadyDataset extends DatasetGraphWrapper {

  /** In nanoseconds: until the gate is looked at again. */
  private static final long SOON = 100_000;

  private final DatasetGraphSwitchable database;
  /** Of this database alone, and removed at the end of each transaction. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<DatasetGraphTDB> read = new ThreadLocal<>();

  SteadyDataset(DatasetGraph database) {
    super(database);
    this.database = TDBInternal.getDatabaseContainer(database);
  }

  DatasetGraphSwitchable database() {
    return database;
  }

  @Override
  protected DatasetGraph get() {
    DatasetGraph own = read.get();
    return own == null ? database : own;
  }

  @Override
  public void begin(ReadWrite mode) {
    begin(TxnType.convert(mode));
  }

  @Override
  public void begin(TxnType type) {
    if (type == TxnType.READ && !isInTransaction()) {
      read.set(entered());
    } else {
      super.begin(type);
    }
  }

  /** The files that are in use now; between the look and the beginning they may have been closed to newcomers. */
  private DatasetGraphTDB entered() {
    while (true) {
      DatasetGraphTDB files = (DatasetGraphTDB) database.get();
      TransactionCoordinator gate = files.getTxnSystem().getTxnMgr();
      if (gate.tryNonExclusiveMode(false)) {
        try {
          files.begin(TxnType.READ);
          return files;
        } finally {
          gate.finishNonExclusiveMode();
        }
      }
      LockSupport.parkNanos(SOON);
    }
  }

  @Override
  public void commit() {
    try {
      super.commit();
    } finally {
      read.remove();
    }
  }

  @Override
  public void abort() {
    try {
      super.abort();
    } finally {
      read.remove();
    }
  }

  @Override
  public void end() {
    try {
      super.end();
    } finally {
      read.remove();
    }
  }

  // Graphs are looked at through this dataset, because they may be kept longer than a transaction.

  @Override
  public Graph getDefaultGraph() {
    return GraphView.createDefaultGraph(this);
  }

  @Override
  public Graph getUnionGraph() {
    return GraphView.createUnionGraph(this);
  }

  @Override
  public Graph getGraph(Node name) {
    return GraphView.createNamedGraph(this, name);
  }
}
