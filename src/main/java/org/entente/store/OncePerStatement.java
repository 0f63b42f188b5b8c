package org.entente.store;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.atlas.lib.tuple.TupleFactory;
import org.apache.jena.atlas.lib.tuple.TupleMap;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.tdb2.lib.TupleLib;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;
import org.apache.jena.tdb2.sys.SystemTDB;
import org.jspecify.annotations.Nullable;

/**
 * What an index whose entries end in the graph has of a pattern, each statement once. How a paper is called stands in
 * the graph of each of its articles, thousands of times: behind a few of them the rest is jumped over, where the index
 * is asked for what comes after the last graph that there could be.
 */
final class OncePerStatement implements Iterator<Tuple<NodeId>> {

  /** To go on by one is much cheaper than a search through the tree. */
  private static final int PATIENCE = 16;

  private final TupleIndexRecord index;
  private final TupleMap order;
  private final Record end;
  private Iterator<Tuple<NodeId>> entries;
  private @Nullable Tuple<NodeId> next;
  private boolean sought;

  private OncePerStatement(TupleIndexRecord index, Tuple<NodeId> pattern) {
    this.index = index;
    this.order = index.getMapping();
    this.end = behind(pattern);
    this.entries = index.find(pattern);
  }

  /** @param index has all that the pattern finds in one piece */
  static Iterator<Tuple<NodeId>> in(TupleIndex index, Tuple<NodeId> pattern) {
    return new OncePerStatement((TupleIndexRecord) index, pattern);
  }

  @Override
  public boolean hasNext() {
    if (!sought) {
      next = another(next);
      sought = true;
    }
    return next != null;
  }

  @Override
  public Tuple<NodeId> next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    sought = false;
    return next;
  }

  private @Nullable Tuple<NodeId> another(@Nullable Tuple<NodeId> last) {
    int same = 0;
    while (entries.hasNext()) {
      Tuple<NodeId> entry = entries.next();
      if (last == null || !isOfSameStatement(entry, last)) {
        return entry;
      }
      same++;
      if (same == PATIENCE) {
        Iter.close(entries);
        entries = Iter.map(index.getRangeIndex().iterator(behind(inAnyGraph(last)), end),
            entryBehind -> TupleLib.tuple(entryBehind, order));
      }
    }
    return null;
  }

  private static Tuple<NodeId> inAnyGraph(Tuple<NodeId> statement) {
    return TupleFactory.create4(NodeId.NodeIdAny, statement.get(1), statement.get(2), statement.get(3));
  }

  /** What sorts behind every entry that begins with the known parts of a pattern. */
  private Record behind(Tuple<NodeId> pattern) {
    byte[] key = new byte[SystemTDB.LenIndexQuadRecord];
    Arrays.fill(key, (byte) 0xFF);
    Tuple<NodeId> parts = order.map(pattern);
    for (int n = 0; n < parts.len() && !NodeId.isAny(parts.get(n)); n++) {
      NodeIdFactory.set(parts.get(n), key, n * SystemTDB.SizeOfNodeId);
    }
    return SystemTDB.indexRecordQuadFactory.create(key);
  }

  /** Jena's ids are equal whatever their type. */
  private static boolean isOfSameStatement(Tuple<NodeId> one, Tuple<NodeId> other) {
    for (int n = 1; n < one.len(); n++) {
      if (one.get(n).getValue56() != other.get(n).getValue56() || one.get(n).type() != other.get(n).type()) {
        return false;
      }
    }
    return true;
  }
}
