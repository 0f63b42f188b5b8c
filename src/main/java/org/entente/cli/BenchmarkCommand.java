package org.entente.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.jena.graph.compose.Union;
import org.entente.actor.Gazetteer;
import org.entente.actor.GazetteerReader;
import org.entente.article.Article;
import org.entente.article.ArticleSource;
import org.entente.article.MetadataOverrides;
import org.entente.article.intake.ArticleReaders;
import org.entente.lexicon.LexiconReader;
import org.entente.load.BundledOntology;
import org.entente.load.ReadingBenchmark;
import org.entente.load.ReadingBenchmark.Stage;
import org.entente.text.Nlp4jAnnotator;
import org.entente.validate.GraphValidator;
import org.entente.vocab.IriScheme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente benchmark}: how many words a second the loader reads on one core, and where the time goes. */
@Command(
    name = "benchmark",
    description = "How fast the loader reads: words per second and core, from text to validated graph.",
    footerHeading = "%nExample:%n",
    footer = "  entente benchmark --rounds 20 articles/*.txt")
final class BenchmarkCommand implements Callable<Integer> {

  @Spec
  private CommandSpec spec;

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
    ArticleReaders readers = new ArticleReaders();
    List<Article> articles =
        ArticleSource.expand(sources).stream().map(s -> readers.read(s, MetadataOverrides.none())).toList();
    Gazetteer gazetteer = GazetteerReader.bundled(IriScheme.DEFAULT_BASE);
    GraphValidator validator = new GraphValidator(new Union(gazetteer.graph(), BundledOntology.read()));
    ReadingBenchmark benchmark =
        new ReadingBenchmark(Nlp4jAnnotator.load(), gazetteer, LexiconReader.bundled(), validator);
    print(benchmark.run(articles, warmUp, rounds));
    return ExitCode.WELL;
  }

  private void print(ReadingBenchmark.Result result) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, "words read        %,d%n", result.words());
    out.printf(Locale.ROOT, "words per second  %,.0f%n", result.wordsPerSecond());
    String shares =
        List.of(Stage.values()).stream()
            .map(s -> "%s %.0f %%".formatted(s.name().toLowerCase(Locale.ROOT), 100 * result.share(s)))
            .collect(Collectors.joining(", "));
    out.println("share of time     " + shares);
    Runtime runtime = Runtime.getRuntime();
    out.printf(Locale.ROOT, "heap in use       %,d MB%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
  }
}
