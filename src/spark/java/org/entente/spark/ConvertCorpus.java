package org.entente.spark;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.entente.load.ReaderChoice;
import org.entente.problem.EntenteException;
import org.entente.spark.ShardSummary.Counts;
import org.entente.vocab.IriScheme;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The program that {@code spark-submit} starts. */
@Command(
    name = "convert-corpus",
    mixinStandardHelpOptions = true,
    description = "Convert a corpus on a cluster: N-Quads in shards, texts, a table of what became of each article, a "
        + "manifest. Broken off, the same call goes on where it stopped; a bad article is a row of the table.")
public final class ConvertCorpus implements Callable<Integer> {

  private static final int WELL = 0;
  private static final int WRONG_USAGE = 2;
  private static final int FAILURE = 3;

  @Spec
  private CommandSpec spec;

  @Option(
      names = "--output",
      paramLabel = "ADDRESS",
      required = true,
      description = "A new folder, or one whose work is to be taken up again (hdfs://…, s3a://…, a path).")
  private String output;

  @Option(
      names = "--base",
      paramLabel = "IRI",
      defaultValue = IriScheme.DEFAULT_BASE,
      description = "What all IRIs start with. Default: ${DEFAULT-VALUE}")
  private String base;

  @Option(
      names = "--reader",
      defaultValue = "both",
      description = "Who reads: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
  private ReaderChoice reader = ReaderChoice.both;

  @Option(
      names = "--gazetteer",
      paramLabel = "FILE.ttl",
      description = "More states, institutions, persons and places, where the driver runs; may be repeated.")
  private List<Path> gazetteer = List.of();

  @Option(
      names = "--lexicon",
      paramLabel = "FILE.ttl",
      description = "More words that announce an undertaking, likewise; may be repeated.")
  private List<Path> lexicon = List.of();

  @Option(
      names = "--shards",
      paramLabel = "N",
      description = "How many files the statements go to. Default: one for each 4 MiB of the corpus.")
  private @Nullable Integer shards;

  @Parameters(
      arity = "1..*",
      paramLabel = "ADDRESS",
      description = "Files, folders or patterns: text, pages, documents, JSON lines, WARC and all else that entente load "
          + "reads.")
  private List<String> inputs = List.of();

  private ConvertCorpus() {}

  /** Ends the process only where something went wrong: a cluster wants to see its own end otherwise. */
  public static void main(String[] arguments) {
    int code = new CommandLine(new ConvertCorpus()).setExecutionExceptionHandler(ConvertCorpus::problem)
        .setCaseInsensitiveEnumValuesAllowed(true).execute(arguments);
    if (code != WELL) {
      System.exit(code);
    }
  }

  /** What a person can act on is said in words; of anything else Spark's diary has the trace. */
  private static int problem(Exception problem, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
    if (problem instanceof EntenteException known) {
      command.getErr().println("convert-corpus: " + known.getMessage());
      known.advice().ifPresent(command.getErr()::println);
      return FAILURE;
    }
    throw problem;
  }

  @Override
  public Integer call() throws Exception {
    if (shards != null && shards < 1) {
      spec.commandLine().getErr().println("convert-corpus: --shards takes a number from 1 on");
      return WRONG_USAGE;
    }
    try (JavaSparkContext spark = new JavaSparkContext(new SparkConf().setIfMissing("spark.app.name", "Entente"))) {
      Settings settings = new Settings(base, reader, sent(gazetteer, spark), sent(lexicon, spark));
      tell(new CorpusJob(spark, settings, output).run(inputs, Optional.ofNullable(shards)));
      return WELL;
    }
  }

  /** Has Spark bring the files to each executor, and says what they are called there. */
  private static List<String> sent(List<Path> files, JavaSparkContext spark) {
    files.forEach(file -> spark.addFile(file.toUri().toString()));
    return files.stream().map(file -> String.valueOf(file.getFileName())).toList();
  }

  private void tell(Manifest manifest) {
    Counts counts = manifest.counts();
    spec.commandLine().getOut().printf(
        "%,d loaded, %,d unchanged, %,d rejected, %,d passed over as no articles%n"
            + "%,d undertakings, %,d proposals; %,d graphs with %,d statements in %,d shards: %s%n",
        counts.loaded(), counts.unchanged(), counts.rejected(), counts.passedOver(), counts.undertakings(),
        counts.proposals(), manifest.articles(), manifest.statements(), manifest.shards().size(), output);
    spec.commandLine().getOut().flush();
  }
}
