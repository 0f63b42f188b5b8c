package org.entente.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.undertaking.Kind;

/** An evaluation's figures as tab-separated lines for a program: scope, name, measure, right, of, value. */
public final class EvaluationTable {

  private final List<String> lines = new ArrayList<>();

  private EvaluationTable() {
    lines.add(String.join("\t", "scope", "name", "measure", "right", "of", "value"));
  }

  public static String of(Evaluation evaluation) {
    EvaluationTable table = new EvaluationTable();
    for (Level level : Level.values()) {
      table.score("overall", "all", level, evaluation.score(level));
      evaluation.documents().forEach(d -> table.score("document", d.gold().name(), level, d.score(level)));
      for (Kind kind : Kind.values()) {
        table.score("kind", kind.className(), level, evaluation.score(level, kind));
      }
    }
    table.accuracy("status", evaluation.statusAccuracy());
    table.accuracy("field", evaluation.fieldAccuracy());
    table.accuracy("date", evaluation.dateAccuracy());
    table.accuracy("place", evaluation.placeAccuracy());
    table.accuracy("roles", evaluation.roleAccuracy());
    table.accuracy("proposals", evaluation.proposalsFound());
    return table.text();
  }

  /** What each level of confidence is worth: scope {@code calibration}, the confidence as name. */
  public static String of(List<Calibration.Row> levels) {
    EvaluationTable table = new EvaluationTable();
    levels.forEach(
        r -> table.add("calibration", r.confidence().toPlainString(), "full", r.right(), r.found(), r.share()));
    return table.text();
  }

  private String text() {
    return String.join("\n", lines) + "\n";
  }

  private void score(String scope, String name, Level level, Score score) {
    String measure = level.name().toLowerCase(Locale.ROOT);
    add(scope, name, measure + ".precision", score.findingHits(), score.findings(), score.precision());
    add(scope, name, measure + ".recall", score.rowHits(), score.rows(), score.recall());
    lines.add(String.join("\t", scope, name, measure + ".f1", "", "", number(score.f1())));
  }

  private void accuracy(String measure, Accuracy accuracy) {
    add("overall", "all", measure, accuracy.right(), accuracy.of(), accuracy.share());
  }

  private void add(String scope, String name, String measure, int right, int of, double value) {
    lines.add(String.join("\t", scope, name, measure, String.valueOf(right), String.valueOf(of), number(value)));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
