package org.entente.spark;

import java.util.Arrays;
import org.apache.spark.Partitioner;

/** One task for each shard that is still to be made. */
final class ShardPartitioner extends Partitioner {

  private static final long serialVersionUID = 1L;

  private final int[] open;

  /**
   * @param open the numbers of these shards, ascending
   */
  ShardPartitioner(int[] open) {
    this.open = open.clone();
  }

  boolean isOpen(int shard) {
    return Arrays.binarySearch(open, shard) >= 0;
  }

  int shard(int partition) {
    return open[partition];
  }

  @Override
  public int numPartitions() {
    return open.length;
  }

  @Override
  public int getPartition(Object key) {
    return Arrays.binarySearch(open, ((Place) key).shard());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ShardPartitioner partitioner && Arrays.equals(open, partitioner.open);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(open);
  }
}
