package org.entente.spark;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Where something that a source holds belongs: which shard takes it, and where it stands there. What has the same graph
 * stands together, in the order of the sources, since the later replaces the earlier.
 *
 * @param shard from 0
 * @param graph the article's graph; empty for what is no article
 * @param source its source's place in the corpus
 * @param ordinal its place in the source
 */
record Place(int shard, String graph, long source, long ordinal) implements Serializable, Comparable<Place> {

  private static final long serialVersionUID = 1L;
  private static final Comparator<Place> ORDER = Comparator.comparingInt(Place::shard).thenComparing(Place::graph)
      .thenComparingLong(Place::source).thenComparingLong(Place::ordinal);

  /** Whatever the cluster, the same graph is in the same shard. */
  static int shardOf(String name, int shards) {
    return Math.floorMod(name.hashCode() * 0x9E3779B9, shards);
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
