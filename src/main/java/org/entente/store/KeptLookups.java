package org.entente.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.atlas.lib.tuple.TupleFactory;
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

  private static final int LONGEST = 8;
  private static final long BYTES_OF_MEMORY_FOR_A_PLACE = 8 << 10;
  private static final int MOST_PLACES = 1 << 18;

  private final TransactionalSystem transactions;
  private final List<TupleIndex> indexes;
  private final TupleIndex bySubject;
  private final AtomicReferenceArray<Finding> places;

  private KeptLookups(TransactionalSystem transactions, List<TupleIndex> indexes, int places) {
    this.transactions = transactions;
    this.indexes = indexes;
    this.bySubject = indexes.getFirst();
    this.places = new AtomicReferenceArray<>(places);
  }

  /**
   * What a pattern found in a version of the data; an index gives what it finds in its own order, always the same one.
   *
   * @param once whether each statement counts once, in however many graphs it is
   * @param whole whether that was all, and few enough to be kept
   */
  private record Finding(
      long version, Tuple<NodeId> pattern, boolean once, boolean whole, List<Tuple<NodeId>> found) {}

  /**
   * Has a database keep what is found in the indexes that the union of its graphs is asked from. The others are left as they
   * are: Jena looks for one of a class of its own to list the graphs.
   */
  static void installIn(DatasetGraphTDB database) {
    TupleTable table = database.getQuadTable().getNodeTupleTable().getTupleTable();
    List<TupleIndex> indexes = Stream.of("SPOG", "POSG", "OSPG").map(table::selectIndex)
        .map(TupleIndex::baseTupleIndex).toList();
    KeptLookups kept =
        new KeptLookups(database.getTxnSystem(), indexes, places(Runtime.getRuntime().maxMemory()));
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

    KeptLookups kept() {
      return KeptLookups.this;
    }

    @Override
    public Iterator<Tuple<NodeId>> find(Tuple<NodeId> pattern) {
      return KeptLookups.this.find(pattern, index, false);
    }
  }

  /** Those of a database; whoever begins to read files that were just compacted may come before they are installed. */
  static Optional<KeptLookups> of(DatasetGraphTDB database) {
    TupleTable table = database.getQuadTable().getNodeTupleTable().getTupleTable();
    return table.selectIndex("SPOG") instanceof Keeping keeping ? Optional.of(keeping.kept()) : Optional.empty();
  }

  /** What the union of all graphs has of a pattern, whose first part stands for any graph: each statement once. */
  Iterator<Tuple<NodeId>> inUnion(Tuple<NodeId> pattern) {
    return find(pattern, indexFor(pattern), true);
  }

  /** The index that has what a pattern finds in one piece: there is one for each set of known parts. */
  private TupleIndex indexFor(Tuple<NodeId> pattern) {
    TupleIndex best = bySubject;
    for (TupleIndex index : indexes) {
      best = index.weight(pattern) > best.weight(pattern) ? index : best;
    }
    return best;
  }

  private Iterator<Tuple<NodeId>> find(Tuple<NodeId> pattern, TupleIndex index, boolean once) {
    Transaction reader = transactions.getThreadTransaction();
    // Who writes sees what nobody else does.
    if (reader == null || !reader.isReadTxn() || bound(pattern) < 2) {
      return sought(pattern, index, once);
    }
    return isStatement(pattern) ? ofStatement(pattern, index, once, reader.getDataVersion())
        : of(pattern, index, once, reader.getDataVersion());
  }

  private static Iterator<Tuple<NodeId>> sought(Tuple<NodeId> pattern, TupleIndex index, boolean once) {
    return once ? OncePerStatement.in(index, pattern) : index.find(pattern);
  }

  private Iterator<Tuple<NodeId>> of(Tuple<NodeId> pattern, TupleIndex index, boolean once, long version) {
    Finding finding = finding(index, pattern, once, version);
    return finding.whole() ? finding.found().iterator() : sought(pattern, index, once);
  }

  /** Whether a thing has a value is asked for one value after the other, and for the same thing: all its values are kept. */
  private Iterator<Tuple<NodeId>> ofStatement(Tuple<NodeId> pattern, TupleIndex index, boolean once, long version) {
    Tuple<NodeId> values =
        TupleFactory.create4(NodeId.NodeIdAny, pattern.get(1), pattern.get(2), NodeId.NodeIdAny);
    Finding finding = finding(bySubject, values, once, version);
    return finding.whole()
        ? Iter.filter(finding.found().iterator(), found -> isSame(found.get(3), pattern.get(3)))
        : sought(pattern, index, once);
  }

  private static boolean isStatement(Tuple<NodeId> pattern) {
    return NodeId.isAny(pattern.get(0)) && bound(pattern) == 3;
  }

  private Finding finding(TupleIndex index, Tuple<NodeId> pattern, boolean once, long version) {
    int place = hash(pattern) + (once ? 1 : 0) & places.length() - 1;
    Finding known = places.getAcquire(place);
    if (known != null && known.version() == version && known.once() == once && isSame(known.pattern(), pattern)) {
      return known;
    }
    Iterator<Tuple<NodeId>> all = sought(pattern, index, once);
    List<Tuple<NodeId>> few = new ArrayList<>(2);
    while (few.size() < LONGEST && all.hasNext()) {
      few.add(all.next());
    }
    boolean whole = !all.hasNext();
    Finding finding = new Finding(version, pattern, once, whole, whole ? List.copyOf(few) : List.of());
    places.setRelease(place, finding);
    return finding;
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

  private static boolean isSame(Tuple<NodeId> one, Tuple<NodeId> other) {
    for (int n = 0; n < one.len(); n++) {
      if (!isSame(one.get(n), other.get(n))) {
        return false;
      }
    }
    return true;
  }

  /** Jena's ids are equal whatever their type. */
  private static boolean isSame(NodeId one, NodeId other) {
    return NodeId.isAny(one) || NodeId.isAny(other) ? NodeId.isAny(one) == NodeId.isAny(other)
        : one.getValue56() == other.getValue56() && one.type() == other.type();
  }
}
