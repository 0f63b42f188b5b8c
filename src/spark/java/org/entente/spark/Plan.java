package org.entente.spark;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.util.Optional;
import org.entente.load.Software;
import org.entente.problem.EntenteException;

/**
 * What is converted to a folder, and how: written down before the first article is read, so that whoever takes the work up
 * again does the same.
 *
 * @param version of the program
 * @param build SHA-256 of the part of it that reads
 * @param additions SHA-256 of an operator's own files of names and words; empty where there are none
 * @param corpus SHA-256 of the names, sizes and times of its files
 * @param shards how many there are
 */
record Plan(
    String version, String build, String additions, String reader, String base, String corpus, int shards) {

  private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();
  private static final String FILE = "plan.json";
  /** In bytes of the sources: some thousand articles, which are minutes of work. */
  private static final long SHARD = 4L << 20;
  private static final int MOST_SHARDS = 20_000;

  static Plan of(Settings settings, Software software, Corpus corpus, Optional<Integer> shards) {
    return new Plan(software.version(), software.build(), software.additions(), settings.reader().name(),
        settings.base(), corpus.digest(), shards.orElseGet(() -> shards(corpus.bytes())));
  }

  /** It depends on the corpus alone and not on the cluster, so that another one gives the same files. */
  private static int shards(long bytes) {
    return (int) Math.min(MOST_SHARDS, bytes / SHARD + 1);
  }

  /**
   * Begins the work in a new folder, or takes it up again.
   *
   * @throws EntenteException when the folder has other work in it
   */
  void takeUp(Output output) throws IOException {
    Optional<String> former = output.text(FILE);
    if (former.isEmpty()) {
      output.put(FILE, "plan", JSON.toJson(this) + "\n");
    } else if (!JSON.fromJson(former.get(), Plan.class).equals(this)) {
      throw new EntenteException(output.address(FILE) + " tells of other work: another program, other options or other "
          + "files", "Name a new folder with --output, or give what was given then.");
    }
  }
}
