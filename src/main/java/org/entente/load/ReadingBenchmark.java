package org.entente.load;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.entente.actor.Gazetteer;
import org.entente.article.Article;
import org.entente.reading.RuleReader;
import org.entente.lexicon.Lexicon;
import org.entente.rdf.ArticleGraph;
import org.entente.text.TextAnnotator;
import org.entente.undertaking.Extraction;
import org.entente.validate.GraphValidator;
import org.entente.vocab.IriScheme;

/**
 * How fast the loader reads on one core: from an article's text to its validated graph, with the share of each stage.
 * The parser is timed by itself; everything else that extraction does counts as finding.
 */
public final class ReadingBenchmark {

  /** The stages of reading, in order. */
  public enum Stage {
    PARSE,
    FIND,
    DESCRIBE,
    VALIDATE
  }

  private final TextAnnotator annotator;
  private final Gazetteer gazetteer;
  private final Lexicon lexicon;
  private final GraphValidator validator;

  public ReadingBenchmark(TextAnnotator annotator, Gazetteer gazetteer, Lexicon lexicon, GraphValidator validator) {
    this.annotator = annotator;
    this.gazetteer = gazetteer;
    this.lexicon = lexicon;
    this.validator = validator;
  }

  /**
   * What was measured.
   *
   * @param words words of the articles, times the rounds
   * @param nanoseconds time of each stage over all rounds
   */
  public record Result(long words, Map<Stage, Long> nanoseconds) {

    public Result {
      nanoseconds = Map.copyOf(nanoseconds);
    }

    public long total() {
      return nanoseconds.values().stream().mapToLong(Long::longValue).sum();
    }

    public double wordsPerSecond() {
      return words * 1e9 / Math.max(1, total());
    }

    /** Share of a stage in the whole time, 0 to 1. */
    public double share(Stage stage) {
      return (double) nanoseconds.getOrDefault(stage, 0L) / Math.max(1, total());
    }
  }

  /**
   * Reads the articles again and again.
   *
   * @param warmUp rounds before the clock runs, for the compiler of the virtual machine
   */
  public Result run(List<Article> articles, int warmUp, int rounds) {
    Clock unused = new Clock();
    for (int i = 0; i < warmUp; i++) {
      articles.forEach(a -> read(a, unused));
    }
    Clock clock = new Clock();
    for (int i = 0; i < rounds; i++) {
      articles.forEach(a -> read(a, clock));
    }
    long words = articles.stream().mapToLong(a -> a.text().split("\\s+").length).sum() * rounds;
    return new Result(words, clock.spent);
  }

  private void read(Article article, Clock clock) {
    TextAnnotator timed = (text, block) -> clock.time(Stage.PARSE, () -> annotator.annotate(text, block));
    RuleReader reader = new RuleReader(timed, gazetteer, lexicon);
    long parsedBefore = clock.of(Stage.PARSE);
    Extraction extraction = clock.time(Stage.FIND, () -> reader.read(article));
    clock.spent.merge(Stage.FIND, parsedBefore - clock.of(Stage.PARSE), Long::sum);
    ArticleGraph graphs =
        new ArticleGraph(new IriScheme(IriScheme.DEFAULT_BASE), gazetteer::state, name -> Optional.empty(),
            gazetteer::holder,
            "benchmark");
    Graph graph = clock.time(Stage.DESCRIBE, () -> graphs.of(article, extraction));
    clock.time(Stage.VALIDATE, () -> validator.validate(graph, article.text()));
  }

  /** Time spent in each stage so far. */
  private static final class Clock {

    private final Map<Stage, Long> spent = new EnumMap<>(Stage.class);

    Clock() {
      for (Stage stage : Stage.values()) {
        spent.put(stage, 0L);
      }
    }

    long of(Stage stage) {
      return spent.getOrDefault(stage, 0L);
    }

    <T> T time(Stage stage, Supplier<T> work) {
      long start = System.nanoTime();
      T result = work.get();
      spent.merge(stage, System.nanoTime() - start, Long::sum);
      return result;
    }
  }
}
