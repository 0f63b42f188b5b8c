package org.entente.spark;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.spark.ShardSummary.Counts;

/**
 * What a converted corpus is: written last, so that a folder with one is whole. No time of a clock stands in it: the same
 * corpus gives the same bytes.
 *
 * @param format of the folder, from 1 on
 * @param version of the program
 * @param build SHA-256 of the part of it that reads
 * @param additions SHA-256 of an operator's own files of names and words; empty where there are none
 * @param counts what became of the sources' articles
 * @param articles how many graphs there are
 * @param statements in all of them
 * @param others files that belong to no shard
 */
record Manifest(
    int format, String version, String build, String additions, String reader, String base, Counts counts,
    long articles, long statements, List<FileSum> others, List<Shard> shards) {

  private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();
  private static final String FILE = "manifest.json";
  private static final String SUMS = "SHA256SUMS";
  private static final int FORMAT = 1;

  /**
   * A shard.
   *
   * @param articles how many graphs it has
   */
  record Shard(int shard, long articles, long statements, List<FileSum> files) {}

  static Manifest of(Plan plan, List<ShardSummary> summaries, List<FileSum> others) {
    return new Manifest(FORMAT, plan.version(), plan.build(), plan.additions(), plan.reader(), plan.base(),
        summaries.stream().map(ShardSummary::counts).reduce(Counts.NONE, Counts::plus),
        summaries.stream().mapToLong(ShardSummary::articles).sum(),
        summaries.stream().mapToLong(ShardSummary::statements).sum(), others,
        summaries.stream().map(s -> new Shard(s.shard(), s.articles(), s.statements(), s.files())).toList());
  }

  static Optional<Manifest> in(Output output) throws IOException {
    return output.text(FILE).map(json -> JSON.fromJson(json, Manifest.class));
  }

  void write(Output output) throws IOException {
    List<FileSum> files = new ArrayList<>(others);
    Stream.of("graphs", "texts", "report").forEach(folder -> shards.stream().flatMap(shard -> shard.files().stream())
        .filter(file -> file.file().startsWith(folder + "/")).forEach(files::add));
    output.put(SUMS, "manifest",
        files.stream().map(file -> file.sha256() + "  " + file.file() + "\n").collect(Collectors.joining()));
    output.put(FILE, "manifest", JSON.toJson(this) + "\n");
  }
}
