package org.entente.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.dboe.transaction.txn.Transaction;
import org.apache.jena.dboe.transaction.txn.TransactionalSystem;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleIndexWrapper;
import org.apache.jena.tdb2.store.tupletable.TupleTable;

/**
 * What was found lately in an index of TDB2, kept by what was sought: a join asks for the parts of one thing after the
 * other, other queries ask for them again, and each search through the tree makes some kilobytes. Only short findings of
 * readers are kept, each with the version of the data that it was found in. There are so many places, and a new finding
 * takes the one that its pattern falls on.
 */
final class KeptLookups {

  private static final int LONGEST = 16;
  private static final long BYTES_OF_MEMORY_FOR_A_PLACE = 16 << 10;
  private static final int MOST_PLACES = 1 << 18;

  private final TransactionalSystem transactions;
  private final AtomicReferenceArray<Finding> places;

  private KeptLookups(TransactionalSystem transactions, int places) {
    this.transactions = transactions;
    this.places = new AtomicReferenceArray<>(places);
  }

  /** What a pattern found in a version of the data; an index gives what it finds in its own order, always the same one. */
  private record Finding(long version, Tuple<NodeId> pattern, List<Tuple<NodeId>> found) {}

  /**
   * Has a database keep what is found in the indexes that the union of its graphs is asked from. The others are left as they
   * are: Jena looks for one of a class of its own to list the graphs.
   */
  static void installIn(DatasetGraphTDB database) {
    KeptLookups kept = new KeptLookups(database.getTxnSystem(), places(Runtime.getRuntime().maxMemory()));
    TupleTable table = database.getQuadTable().getNodeTupleTable().getTupleTable();
    for (int n = 0; n < table.numIndexes(); n++) {
      TupleIndex index = table.getIndex(n);
      if (index != null && index.getName().endsWith("G") && index.wrapped() == null) {
        table.setTupleIndex(n, kept.new Keeping(index));
      }
    }
  }

  /** A power of two. */
  private static int places(long memory) {
    return Math.clamp(Long.highestOneBit(memory / BYTES_OF_MEMORY_FOR_A_PLACE), 1, MOST_PLACES);
  }

  /** An index that looks among what was kept before it searches. */
  private final class Keeping extends TupleIndexWrapper {

    Keeping(TupleIndex index) {
      super(index);
    }

    @Override
    public Iterator<Tuple<NodeId>> find(Tuple<NodeId> pattern) {
      Transaction reader = transactions.getThreadTransaction();
      // Who writes sees what nobody else does.
      if (reader == null || !reader.isReadTxn() || bound(pattern) < 2) {
        return index.find(pattern);
      }
      int place = hash(pattern) & places.length() - 1;
      Finding known = places.getAcquire(place);
      if (known != null && known.version() == reader.getDataVersion() && isSame(known.pattern(), pattern)) {
        return known.found().iterator();
      }
      return found(pattern, place, reader.getDataVersion());
    }

    private Iterator<Tuple<NodeId>> found(Tuple<NodeId> pattern, int place, long version) {
      Iterator<Tuple<NodeId>> all = index.find(pattern);
      if (!all.hasNext()) {
        places.setRelease(place, new Finding(version, pattern, List.of()));
        return Collections.emptyIterator();
      }
      Tuple<NodeId> first = all.next();
      if (!all.hasNext()) {
        places.setRelease(place, new Finding(version, pattern, List.of(first)));
        return Iter.singletonIterator(first);
      }
      List<Tuple<NodeId>> found = new ArrayList<>();
      found.add(first);
      while (found.size() < LONGEST && all.hasNext()) {
        found.add(all.next());
      }
      if (all.hasNext()) {
        return Iter.concat(found.iterator(), all);
      }
      List<Tuple<NodeId>> whole = List.copyOf(found);
      places.setRelease(place, new Finding(version, pattern, whole));
      return whole.iterator();
    }
  }

  private static int bound(Tuple<NodeId> pattern) {
    int bound = 0;
    for (int n = 0; n < pattern.len(); n++) {
      bound += NodeId.isAny(pattern.get(n)) ? 0 : 1;
    }
    return bound;
  }

  private static int hash(Tuple<NodeId> pattern) {
    long hash = 0;
    for (int n = 0; n < pattern.len(); n++) {
      NodeId id = pattern.get(n);
      hash = (hash + (NodeId.isAny(id) ? n + 1 : id.getValue56() ^ id.getTypeValue())) * 0x9E3779B97F4A7C15L;
    }
    return (int) (hash >>> 32);
  }

  /** Jena's ids are equal whatever their type. */
  private static boolean isSame(Tuple<NodeId> one, Tuple<NodeId> other) {
    for (int n = 0; n < one.len(); n++) {
      NodeId a = one.get(n);
      NodeId b = other.get(n);
      if (NodeId.isAny(a) || NodeId.isAny(b) ? NodeId.isAny(a) != NodeId.isAny(b)
          : a.getValue56() != b.getValue56() || a.type() != b.type()) {
        return false;
      }
    }
    return true;
  }
}
