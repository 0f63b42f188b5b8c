package org.entente.evaluate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the loader's confidences are worth: for each level, the share of findings of that level that are right (states,
 * kind and status group) on annotated articles, and by how much that share moves when it is estimated without one of
 * the articles (leave-one-article-out cross-validation).
 */
public final class Calibration {

  /**
   * One level of confidence.
   *
   * @param confidence the figure that findings of the level carry
   * @param share right of found, 0 to 1
   * @param lowest smallest share with one article left out
   * @param highest largest share with one article left out
   */
  public record Row(BigDecimal confidence, int found, int right, double share, double lowest, double highest) {}

  private Calibration() {}

  public static List<Row> of(Evaluation evaluation) {
    Set<BigDecimal> levels = new TreeSet<>();
    evaluation.documents().forEach(d -> confidences(d).forEach(levels::add));
    List<Row> rows = new ArrayList<>();
    for (BigDecimal level : levels.stream().sorted((a, b) -> b.compareTo(a)).toList()) {
      rows.add(row(level, evaluation.documents()));
    }
    return rows;
  }

  private static List<BigDecimal> confidences(DocumentResult document) {
    List<BigDecimal> all = new ArrayList<>();
    document.pairs().forEach(p -> all.add(p.finding().undertaking().confidence()));
    document.wrong().forEach(f -> all.add(f.undertaking().confidence()));
    return all;
  }

  private static Row row(BigDecimal level, List<DocumentResult> documents) {
    int found = documents.stream().mapToInt(d -> found(d, level)).sum();
    int right = documents.stream().mapToInt(d -> right(d, level)).sum();
    double lowest = 1;
    double highest = 0;
    for (DocumentResult left : documents) {
      int others = found - found(left, level);
      if (others > 0) {
        double share = (double) (right - right(left, level)) / others;
        lowest = Math.min(lowest, share);
        highest = Math.max(highest, share);
      }
    }
    return new Row(level, found, right, (double) right / found, lowest, highest);
  }

  private static int found(DocumentResult document, BigDecimal level) {
    return (int) confidences(document).stream().filter(c -> c.compareTo(level) == 0).count();
  }

  private static int right(DocumentResult document, BigDecimal level) {
    return (int) document.pairs().stream()
        .filter(p -> p.finding().undertaking().confidence().compareTo(level) == 0 && p.hits(Level.FULL))
        .count();
  }

  /**
   * The expected calibration error: by how much confidence and share of what is right differ, over all findings (Guo et
   * al., 2017); 0 where there are none.
   */
  public static double error(List<Row> rows) {
    int found = rows.stream().mapToInt(Row::found).sum();
    double sum = rows.stream().mapToDouble(r -> r.found() * Math.abs(r.confidence().doubleValue() - r.share())).sum();
    return found == 0 ? 0 : sum / found;
  }

  /** The rows as a table for people. */
  public static String table(List<Row> rows) {
    StringBuilder table = new StringBuilder("confidence  found  right  share  with one article left out%n".formatted());
    for (Row r : rows) {
      table.append(
          String.format(
              Locale.ROOT, "%10s  %5d  %5d  %5.2f  %.2f to %.2f%n", r.confidence().toPlainString(), r.found(),
              r.right(),
              r.share(), r.lowest(), r.highest()));
    }
    table.append(String.format(Locale.ROOT, "expected calibration error  %.3f%n", error(rows)));
    return table.toString();
  }
}
