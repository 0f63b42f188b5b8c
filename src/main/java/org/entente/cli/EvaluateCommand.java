package org.entente.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.entente.evaluate.Calibration;
import org.entente.evaluate.ErrorList;
import org.entente.evaluate.Evaluation;
import org.entente.evaluate.EvaluationQuality;
import org.entente.evaluate.EvaluationSummary;
import org.entente.evaluate.EvaluationTable;
import org.entente.evaluate.GoldArticle;
import org.entente.evaluate.GoldFolder;
import org.entente.evaluate.Level;
import org.entente.evaluate.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code entente evaluate}: holds what the loader finds against annotated articles and prints how good it is. How an
 * article is read is handed in, so that the model is loaded only when the command runs.
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
      "with the columns id kind states others status field from to place anchor.",
      "",
      "Examples:",
      "  entente evaluate gold/",
      "  entente evaluate gold/ --list --article summit.txt",
      "  entente evaluate gold/ --min-f1 0.80,0.72,0.65",
      "  entente evaluate gold/ --format turtle"
    })
public final class EvaluateCommand implements Callable<Integer> {

  private final Supplier<Function<GoldArticle, Reading>> reader;

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "GOLD-DIR", description = "Folder of annotated articles, see below.")
  private Path folder;

  @Option(names = "--list", description = "Also list each missed row, wrong finding and differing pair.")
  private boolean list;

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

  /** @param reader makes, when the command runs, what reads an article of the folder */
  public EvaluateCommand(Supplier<Function<GoldArticle, Reading>> reader) {
    this.reader = reader;
  }

  @Override
  public Integer call() {
    checkBars();
    Evaluation evaluation = Evaluation.of(chosen(), reader.get());
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
    if (calibrate) {
      out.println();
      out.print(Calibration.table(Calibration.of(evaluation)));
    }
    List<String> failures = failures(evaluation);
    failures.forEach(spec.commandLine().getErr()::println);
    return failures.isEmpty() ? 0 : 1;
  }

  private void checkBars() {
    if (bars.size() != 0 && bars.size() != 1 && bars.size() != Level.values().length) {
      throw new ParameterException(spec.commandLine(), "--min-f1 takes one figure, or three parted by commas");
    }
  }

  private List<GoldArticle> chosen() {
    List<GoldArticle> all = GoldFolder.read(folder);
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
