package org.entente.load;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.compose.Union;
import org.entente.actor.Gazetteer;
import org.entente.actor.GazetteerReader;
import org.entente.article.Article;
import org.entente.learned.LearnedModel;
import org.entente.learned.LearnedReader;
import org.entente.lexicon.LexiconReader;
import org.entente.rdf.ArticleGraph;
import org.entente.reading.RuleReader;
import org.entente.text.Nlp4jAnnotator;
import org.entente.text.TextAnnotator;
import org.entente.undertaking.Extraction;
import org.entente.validate.GraphValidator;
import org.entente.vocab.IriScheme;

/**
 * How fast the loader reads on one core: from an article's text to its validated graph, with the share of each stage. It
 * is put together of the parts that {@link Workbench} has, with a clock between them.
 */
public final class ReadingBenchmark {

  /** The stages of reading. */
  public enum Stage {
    PARSE,
    /** Names, dates, events, who takes part: all that rules do between the parser and the graph. */
    FIND,
    /** The learned reader's encoder. */
    ENCODE,
    /** The learned reader's choice among what words may tell. */
    WEIGH,
    DESCRIBE,
    VALIDATE
  }

  private final RuleReader reader;
  private final ArticleGraph graphs;
  private final GraphValidator validator;
  private Clock clock = new Clock();

  private ReadingBenchmark(TextAnnotator annotator, Gazetteer gazetteer, ReaderChoice choice) {
    TextAnnotator timed = (text, block) -> clock.time(Stage.PARSE, () -> annotator.annotate(text, block));
    reader = Workbench.reader(new RuleReader(timed, gazetteer, LexiconReader.bundled()), choice,
        () -> new LearnedReader(LearnedModel.bundled(), gazetteer::state).timedBy(new LearnedReader.Timekeeper() {
          @Override
          public <T> T time(LearnedReader.Part part, Supplier<T> work) {
            return clock.time(stage(part), work);
          }
        }));
    graphs = new ArticleGraph(
        new IriScheme(IriScheme.DEFAULT_BASE), gazetteer::state, name -> Optional.empty(),
        gazetteer::isOfAnyState, gazetteer::holder,
        "benchmark");
    validator = new GraphValidator(new Union(gazetteer.graph(), BundledOntology.read()));
  }

  /** With the knowledge that comes with the program. */
  public static ReadingBenchmark bundled(ReaderChoice choice) {
    return new ReadingBenchmark(Nlp4jAnnotator.load(), GazetteerReader.bundled(IriScheme.DEFAULT_BASE), choice);
  }

  private static Stage stage(LearnedReader.Part part) {
    return switch (part) {
      case ENCODE -> Stage.ENCODE;
      case WEIGH -> Stage.WEIGH;
    };
  }

  /**
   * What was measured.
   *
   * @param words words of the articles, times the rounds
   * @param nanoseconds time of each stage over all rounds; stages that the reader does not have are left out
   * @param processor nanoseconds of one processor, which a machine that does other things besides gives not all the time
   */
  public record Result(long words, Map<Stage, Long> nanoseconds, long processor) {

    public Result {
      nanoseconds = Map.copyOf(nanoseconds);
    }

    public long total() {
      return nanoseconds.values().stream().mapToLong(Long::longValue).sum();
    }

    public double wordsPerSecond() {
      return words * 1e9 / Math.max(1, total());
    }

    public double wordsPerSecondOfProcessor() {
      return words * 1e9 / Math.max(1, processor);
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
    for (int i = 0; i < warmUp; i++) {
      articles.forEach(this::read);
    }
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    clock = new Clock();
    long before = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < rounds; i++) {
      articles.forEach(this::read);
    }
    long processor = threads.getCurrentThreadCpuTime() - before;
    long words = articles.stream().mapToLong(a -> a.text().split("\\s+").length).sum() * rounds;
    return new Result(words, clock.spent, processor);
  }

  private void read(Article article) {
    Extraction extraction = clock.time(Stage.FIND, () -> reader.read(article));
    Graph graph = clock.time(Stage.DESCRIBE, () -> graphs.of(article, extraction));
    clock.time(Stage.VALIDATE, () -> validator.validate(graph, article.text()));
  }

  /** Time spent in each stage so far; while a stage is done in the midst of another, only its own time runs. */
  private static final class Clock {

    private final Map<Stage, Long> spent = new EnumMap<>(Stage.class);
    private Optional<Stage> running = Optional.empty();
    private long since;

    <T> T time(Stage stage, Supplier<T> work) {
      Optional<Stage> outer = running;
      turnTo(Optional.of(stage));
      try {
        return work.get();
      } finally {
        turnTo(outer);
      }
    }

    private void turnTo(Optional<Stage> next) {
      long now = System.nanoTime();
      running.ifPresent(stage -> spent.merge(stage, now - since, Long::sum));
      running = next;
      since = now;
    }
  }
}
