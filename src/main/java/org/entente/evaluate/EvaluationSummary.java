package org.entente.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.undertaking.Kind;

/** An evaluation's figures as text for a person: a table by article, one by kind, accuracies, confusion of kinds. */
public final class EvaluationSummary {

  private static final int NAME_WIDTH = 22;
  private static final int CELL_WIDTH = 5;

  private final Evaluation evaluation;
  private final StringBuilder text = new StringBuilder();

  private EvaluationSummary(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  public static String of(Evaluation evaluation) {
    EvaluationSummary summary = new EvaluationSummary(evaluation);
    summary.articles();
    summary.kinds();
    summary.accuracies();
    summary.checks();
    summary.confusion();
    return summary.text.toString();
  }

  private void articles() {
    head("article");
    for (DocumentResult document : evaluation.documents()) {
      scores(document.gold().name(), document::score);
    }
    scores("all", evaluation::score);
  }

  private void kinds() {
    text.append('\n');
    head("kind");
    for (Kind kind : Kind.values()) {
      Score score = evaluation.score(Level.STATES, kind);
      if (score.rows() + score.findings() > 0) {
        scores(kind.className(), level -> evaluation.score(level, kind));
      }
    }
  }

  private void head(String first) {
    String levels = Arrays.stream(Level.values())
        .map(level -> "(%s) %-20s".formatted(level.letter(), shortTitle(level)))
        .collect(Collectors.joining());
    line("%-" + NAME_WIDTH + "s  rows  found   %s", "", levels);
    String columns = "prec  recall   F1".concat("       ");
    line("%-" + NAME_WIDTH + "s               %s", first, columns.repeat(Level.values().length));
  }

  private static String shortTitle(Level level) {
    return switch (level) {
      case STATES -> "states";
      case TYPED -> "and kind";
      case FULL -> "and status group";
    };
  }

  private void scores(String name, Function<Level, Score> scores) {
    Score any = scores.apply(Level.STATES);
    String figures = Arrays.stream(Level.values())
        .map(scores)
        .map(s -> number(s.precision()) + "  " + number(s.recall()) + "  " + number(s.f1()))
        .collect(Collectors.joining("     "));
    line("%-" + NAME_WIDTH + "s %5d  %5d   %s", name, any.rows(), any.findings(), figures);
  }

  private void accuracies() {
    line("\nOn rows matched at (b):");
    accuracy("status", evaluation.statusAccuracy());
    accuracy("main field", evaluation.fieldAccuracy());
    accuracy("date, where given", evaluation.dateAccuracy());
    accuracy("place, where given", evaluation.placeAccuracy());
    accuracy("places found", evaluation.placePrecision());
    accuracy("roles, where given", evaluation.roleAccuracy());
  }

  private void accuracy(String name, Accuracy accuracy) {
    line("  %-20s %s   %d of %d", name, number(accuracy.share()), accuracy.right(), accuracy.of());
  }

  private void checks() {
    Accuracy proposals = evaluation.proposalsFound();
    line("\nProposals found as proposals: %d of %d", proposals.right(), proposals.of());
    List<String> passedOff = perDocument(d -> (int) d.pairs().stream().filter(Pair::passedOffAsEvent).count());
    line("Proposed, offered, possible or ended, found as something that happened: %s", orNone(passedOff));
    line("Findings left over as wrong: %s", orNone(perDocument(document -> document.wrong().size())));
    List<String> unanchored = perDocument(document -> document.unanchored().size());
    if (!unanchored.isEmpty()) {
      line("Rows whose anchor is not in the text as it was read: %s", orNone(unanchored));
    }
  }

  private List<String> perDocument(Function<DocumentResult, Integer> count) {
    return evaluation.documents().stream()
        .filter(document -> count.apply(document) > 0)
        .map(document -> document.gold().name() + " " + count.apply(document))
        .toList();
  }

  private static String orNone(List<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  private void confusion() {
    List<Kind> kinds = Arrays.stream(Kind.values()).filter(this::occurs).toList();
    line("\nKinds of rows (down) and of the findings with the same states (across):");
    line("%-14s%s", "", cells(kinds, kind -> kind.className().substring(0, CELL_WIDTH - 1)));
    for (Kind gold : kinds) {
      line("%-14s%s", gold.className(), cells(kinds, found -> dot(evaluation.confusion(gold, found))));
    }
  }

  private boolean occurs(Kind kind) {
    return IntStream.range(0, Kind.values().length)
        .mapToObj(i -> Kind.values()[i])
        .anyMatch(other -> evaluation.confusion(kind, other) + evaluation.confusion(other, kind) > 0);
  }

  private static String cells(List<Kind> kinds, Function<Kind, String> cell) {
    return kinds.stream().map(kind -> ("%" + CELL_WIDTH + "s").formatted(cell.apply(kind)))
        .collect(Collectors.joining());
  }

  private static String dot(int count) {
    return count == 0 ? "." : String.valueOf(count);
  }

  private void line(String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments).stripTrailing()).append('\n');
  }

  private static String number(double share) {
    return String.format(Locale.ROOT, "%.3f", share);
  }
}
