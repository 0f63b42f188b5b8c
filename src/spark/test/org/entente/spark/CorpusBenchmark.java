package org.entente.spark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.entente.load.ReaderChoice;
import org.entente.vocab.IriScheme;

/**
 * What a corpus costs by how many processors read it: elapsed time and time of processors, each for the same generated
 * articles, after a round that loads the language model and warms the program up.
 */
public final class CorpusBenchmark {

  private static final int SENTENCES = 14;
  private static final int SHARDS = 16;
  private static final Settings RULES =
      new Settings(IriScheme.DEFAULT_BASE, ReaderChoice.rules, List.of(), List.of());

  private CorpusBenchmark() {}

  /**
   * @param arguments a folder to work in, how many articles, and up to how many processors
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    int articles = Integer.parseInt(arguments[1]);
    Path corpus = folder.resolve("corpus-" + articles + ".jsonl");
    GeneratedCorpus.write(corpus, articles, SENTENCES, 11);
    System.out.printf(Locale.ROOT, "%d articles, %,d bytes%n", articles, Files.size(corpus));
    run(corpus, folder, 1);
    for (int cores = 1; cores <= Integer.parseInt(arguments[2]); cores++) {
      long begun = System.nanoTime();
      long before = processor();
      Manifest manifest = run(corpus, folder, cores);
      double seconds = (System.nanoTime() - begun) / 1e9;
      double used = (processor() - before) / 1e9;
      System.out.printf(Locale.ROOT,
          "local[%d]  %7.1f s  %6.1f articles/s  %7.1f s of processors  %.4f an article  %d statements%n", cores,
          seconds, articles / seconds, used, used / articles, manifest.statements());
    }
  }

  private static Manifest run(Path corpus, Path folder, int cores) throws IOException {
    Path output = Files.createTempDirectory(folder, "converted");
    try (JavaSparkContext spark = new JavaSparkContext(new SparkConf().setMaster("local[" + cores + "]")
        .setAppName("benchmark").set("spark.ui.enabled", "false").set("spark.driver.host", "localhost"))) {
      return new CorpusJob(spark, RULES, output.toString()).run(List.of(corpus.toString()), Optional.of(SHARDS));
    }
  }

  private static long processor() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
