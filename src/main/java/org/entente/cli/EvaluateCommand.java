package org.entente.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.entente.actor.Gazetteer;
import org.entente.actor.GazetteerReader;
import org.entente.article.Article;
import org.entente.article.intake.ArticleReaders;
import org.entente.evaluate.Calibration;
import org.entente.evaluate.ErrorCauses;
import org.entente.evaluate.ErrorList;
import org.entente.evaluate.Evaluation;
import org.entente.evaluate.EvaluationQuality;
import org.entente.evaluate.EvaluationSummary;
import org.entente.evaluate.EvaluationTable;
import org.entente.evaluate.GoldArticle;
import org.entente.evaluate.GoldChecker;
import org.entente.evaluate.GoldFolder;
import org.entente.evaluate.Level;
import org.entente.evaluate.Reading;
import org.entente.evaluate.SecondAnnotation;
import org.entente.load.BundledOntology;
import org.entente.load.Extractor;
import org.entente.load.Workbench;
import org.entente.vocab.IriScheme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code entente evaluate}: holds what the loader finds against annotated articles and prints how good it is.
 */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "How well the loader reads: precision, recall and F1 on annotated articles.",
    footerHeading = "%nHow findings are held against gold rows:%n",
    footer = {
      "  A finding is an undertaking that was found in an article, proposed ones included. It may match a row of the",
      "  same article when the row's anchor stands in one of its evidence passages (white space folded). Matching is",
      "  one to one; of all assignments the one with the most equal state sets counts, then with the most equal kinds,",
      "  then with the most equal status groups. A row left over is missed, a finding left over is wrong.",
      "  (a) states   the set of the finding's states equals the row's.",
      "  (b) typed    and the kind is the same.",
      "  (c) full     and the status group is the same: done (completed, concluded), ongoing, prospective",
      "               (negotiating, planned, offered, proposed, possible), negative (ended).",
      "  precision = hits / findings; recall = hits / rows; F1 = 2 * precision * recall / (precision + recall).",
      "  Counts are pooled over rows. By kind, recall is over the rows and precision over the findings of that kind.",
      "  On rows matched at (b): status and main field are equal; the date is right when the intervals overlap and the",
      "  found one is at most 31 days longer (over rows that have one); the place when a name is shared (likewise).",
      "",
      "Gold folder: index.tsv (column file, and date if wanted) and beside each article a table of the same name, .tsv,",
      "with the columns id kind states others status field from to place anchor, and roles and trigger if wanted.",
      "",
      "Examples:",
      "  entente evaluate gold/",
      "  entente evaluate gold/ --list --article summit.txt",
      "  entente evaluate gold/ --min-f1 0.80,0.72,0.65",
      "  entente evaluate gold/ --format turtle",
      "  entente evaluate src/corpus --split dev --reader both",
      "  entente evaluate src/corpus --split train --second src/corpus/second",
      "  entente evaluate gold/ --errors",
      "  entente evaluate gold/ --check"
    })
final class EvaluateCommand implements Callable<Integer> {

  private final Workbench.Maker maker;

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "GOLD-DIR", description = "Folder of annotated articles, see below.")
  private Path folder;

  @Option(names = "--list", description = "Also list each missed row, wrong finding and differing pair.")
  private boolean list;

  @Option(
      names = "--errors",
      description = "Also print which stage erred, and with which entry of the lexicon or governing word, by frequency.")
  private boolean errors;

  @Option(
      names = "--calibrate",
      description = "Also print what each level of confidence is worth, with leave-one-article-out bounds.")
  private boolean calibrate;

  @Option(
      names = "--article",
      paramLabel = "NAME",
      description = "Only the article of this file name; may be repeated.")
  private List<String> names = List.of();

  @Option(
      names = "--min-f1",
      paramLabel = "F1",
      split = ",",
      description = "Exit with 1 when F1 is below: one figure is for (c), three are for (a),(b),(c).")
  private List<Double> bars = List.of();

  @Option(names = "--format", defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES} (measurements in DQV); default table.")
  private Format format;

  /** How the figures are printed. */
  enum Format {
    table,
    tsv,
    turtle
  }

  @Option(
      names = "--split",
      paramLabel = "NAME",
      description = "The part of a corpus to take: the folder of this name in GOLD-DIR, such as dev.")
  private Optional<String> split = Optional.empty();

  @Option(
      names = "--check",
      description = "Only look for mistakes in the tables: anchors that do not occur once, unknown codes, fields, roles.")
  private boolean check;

  @Option(
      names = "--second",
      paramLabel = "DIR",
      description = "Hold a second annotator's tables against GOLD-DIR instead of what the loader finds.")
  private Optional<Path> second = Optional.empty();

  @Mixin
  private KnowledgeOptions knowledge;

  /** @param maker makes what reads articles */
  EvaluateCommand(Workbench.Maker maker) {
    this.maker = maker;
  }

  @Override
  public Integer call() {
    checkBars();
    return check ? checkTables() : evaluate();
  }

  private int checkTables() {
    Gazetteer gazetteer = GazetteerReader.bundled(IriScheme.DEFAULT_BASE);
    ArticleReaders readers = new ArticleReaders();
    Set<String> fields = BundledOntology.fields();
    GoldChecker checker =
        new GoldChecker(gold -> gold.article(readers), code -> gazetteer.state(code).isPresent(), fields::contains);
    List<GoldArticle> articles = chosen();
    List<String> mistakes = articles.stream().flatMap(a -> checker.mistakes(a).stream()).toList();
    PrintWriter out = spec.commandLine().getOut();
    mistakes.forEach(out::println);
    int rows = articles.stream().mapToInt(a -> a.rows().size()).sum();
    out.printf("%,d rows in %,d articles, %,d mistakes%n", rows, articles.size(), mistakes.size());
    return mistakes.isEmpty() ? ExitCode.WELL : ExitCode.FINDINGS;
  }

  private Evaluation evaluation(Workbench workbench) {
    List<GoldArticle> articles = chosen();
    ArticleReaders readers = new ArticleReaders();
    if (second.isPresent()) {
      Gazetteer gazetteer = GazetteerReader.bundled(IriScheme.DEFAULT_BASE);
      SecondAnnotation other =
          new SecondAnnotation(second.get(), articles, gold -> gold.article(readers), gazetteer::state);
      return Evaluation.of(articles.stream().filter(other::has).toList(), other::read);
    }
    Extractor extractor = workbench.extractor();
    return Evaluation.of(
        articles,
        gold -> {
          Article article = gold.article(readers);
          return new Reading(article, extractor.extract(article));
        });
  }

  private int evaluate() {
    Workbench workbench = knowledge.workbench(maker, IriScheme.DEFAULT_BASE);
    Evaluation evaluation = evaluation(workbench);
    PrintWriter out = spec.commandLine().getOut();
    if (list) {
      out.print(ErrorList.of(evaluation));
      out.println();
    }
    out.print(
        switch (format) {
          case table -> EvaluationSummary.of(evaluation);
          case tsv -> EvaluationTable.of(evaluation);
          case turtle -> EvaluationQuality.of(evaluation);
        });
    if (errors) {
      out.println();
      out.print(ErrorCauses.of(evaluation, workbench.explainer()::explain));
    }
    if (calibrate) {
      List<Calibration.Row> levels = Calibration.of(evaluation);
      out.println();
      out.print(format == Format.tsv ? EvaluationTable.of(levels) : Calibration.table(levels));
    }
    List<String> failures = failures(evaluation);
    failures.forEach(spec.commandLine().getErr()::println);
    return failures.isEmpty() ? ExitCode.WELL : ExitCode.FINDINGS;
  }

  private void checkBars() {
    if (bars.size() != 0 && bars.size() != 1 && bars.size() != Level.values().length) {
      throw new ParameterException(spec.commandLine(), "--min-f1 takes one figure, or three parted by commas");
    }
  }

  private List<GoldArticle> chosen() {
    List<GoldArticle> all = GoldFolder.read(split.map(folder::resolve).orElse(folder));
    List<GoldArticle> chosen = all.stream().filter(a -> names.isEmpty() || names.contains(a.name())).toList();
    if (chosen.isEmpty()) {
      String known = String.join(", ", all.stream().map(GoldArticle::name).toList());
      throw new ParameterException(spec.commandLine(), "no such article; the folder has " + known);
    }
    return chosen;
  }

  private List<String> failures(Evaluation evaluation) {
    List<String> failures = new ArrayList<>();
    for (int i = 0; i < bars.size(); i++) {
      Level level = bars.size() == 1 ? Level.FULL : Level.values()[i];
      double f1 = evaluation.score(level).f1();
      if (f1 < bars.get(i)) {
        failures.add("F1 of (%s) is %.4f, below %s".formatted(level.letter(), f1, bars.get(i)));
      }
    }
    return failures;
  }
}
