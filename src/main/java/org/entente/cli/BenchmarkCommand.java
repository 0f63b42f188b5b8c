package org.entente.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.entente.article.Article;
import org.entente.article.ArticleSource;
import org.entente.article.Found;
import org.entente.article.MetadataOverrides;
import org.entente.article.intake.ArticleReaders;
import org.entente.load.ReaderChoice;
import org.entente.load.ReadingBenchmark;
import org.entente.load.ReadingBenchmark.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente benchmark}: how many words a second the loader reads on one core, and where the time goes. */
@Command(
    name = "benchmark",
    description = "How fast the loader reads: words per second and core, from text to validated graph, and the share of each"
        + " stage: parse, find (names, dates, events), encode and weigh (the learned reader), describe (as RDF), validate.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  entente benchmark articles/*.txt",
      "  entente benchmark --reader rules --warm-up 30 --rounds 30 articles/*.txt   with the compiler at its best"
    })
final class BenchmarkCommand implements Callable<Integer> {

  @Spec
  private CommandSpec spec;

  @Option(names = "--reader", defaultValue = "both",
      description = "Who reads, as for load and extract: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
  private ReaderChoice reader = ReaderChoice.both;

  @Option(names = "--rounds", defaultValue = "10",
      description = "How often all articles are read. Default: ${DEFAULT-VALUE}")
  private int rounds = 10;

  @Option(names = "--warm-up", defaultValue = "5",
      description = "Rounds before the clock runs. Default: ${DEFAULT-VALUE}")
  private int warmUp = 5;

  @Parameters(arity = "1..*", paramLabel = "FILE|URL", description = "The articles.")
  private List<String> sources = List.of();

  @Override
  public Integer call() {
    if (rounds < 1 || warmUp < 0) {
      throw new ParameterException(spec.commandLine(), "--rounds is 1 or more, and --warm-up 0 or more");
    }
    List<Article> articles = articles();
    if (articles.isEmpty()) {
      return ExitCode.FINDINGS;
    }
    print(ReadingBenchmark.bundled(reader).run(articles, warmUp, rounds));
    return ExitCode.WELL;
  }

  /** All that can be read; of others it is said why not. */
  private List<Article> articles() {
    ArticleReaders readers = new ArticleReaders();
    List<Article> articles = new ArrayList<>();
    for (ArticleSource source : ArticleSource.expand(sources)) {
      readers.readAll(source, MetadataOverrides.none(), found -> {
        switch (found) {
          case Found.Read read -> articles.add(read.article());
          case Found.Refused refused -> ProblemPrinter.print(refused.problem(), spec.commandLine());
          case Found.PassedOver other ->
              spec.commandLine().getErr().printf("passed over  %s: %s%n", other.name(), other.reason());
        }
      });
    }
    return articles;
  }

  private void print(ReadingBenchmark.Result result) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("reader            " + reader);
    out.printf(Locale.ROOT, "words read        %,d%n", result.words());
    out.printf(Locale.ROOT, "words per second  %,.0f; per second of processor time %,.0f%n", result.wordsPerSecond(),
        result.wordsPerSecondOfProcessor());
    String shares =
        List.of(Stage.values()).stream()
            .filter(result.nanoseconds()::containsKey)
            .map(s -> "%s %.0f %%".formatted(s.name().toLowerCase(Locale.ROOT), 100 * result.share(s)))
            .collect(Collectors.joining(", "));
    out.println("share of time     " + shares);
    Runtime runtime = Runtime.getRuntime();
    out.printf(Locale.ROOT, "heap in use       %,d MB%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
  }
}
