package org.entente.spark;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.List;

/**
 * What became of a shard. It is written when everything else of the shard is, so that who finds it need not make the shard
 * again.
 *
 * @param shard its number
 * @param articles how many graphs it has
 * @param statements in all of them
 * @param files what was written
 */
record ShardSummary(int shard, Counts counts, long articles, long statements, List<FileSum> files) {

  private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();

  /** How many of the sources' articles came to what. */
  record Counts(long loaded, long unchanged, long rejected, long passedOver, long undertakings, long proposals) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    Counts plus(Counts other) {
      return new Counts(loaded + other.loaded, unchanged + other.unchanged, rejected + other.rejected,
          passedOver + other.passedOver, undertakings + other.undertakings, proposals + other.proposals);
    }
  }

  ShardSummary {
    files = List.copyOf(files);
  }

  /** The name of one of a shard's files: a folder, the shard's number, an ending. */
  static String file(String folder, int shard, String ending) {
    return "%s/%05d.%s".formatted(folder, shard, ending);
  }

  static ShardSummary read(String json) {
    return JSON.fromJson(json, ShardSummary.class);
  }

  String json() {
    return JSON.toJson(this);
  }

  ShardSummary with(List<FileSum> others) {
    return new ShardSummary(shard, counts, articles, statements, others);
  }
}
