package org.entente.evaluate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What was found in one article, held against its gold.
 *
 * @param pairs rows with the findings matched to them, in the order of the rows
 * @param missed rows left over
 * @param wrong findings left over
 */
public record DocumentResult(
    GoldArticle gold, Reading reading, List<Pair> pairs, List<GoldRow> missed, List<Finding> wrong) {

  public DocumentResult {
    pairs = List.copyOf(pairs);
    missed = List.copyOf(missed);
    wrong = List.copyOf(wrong);
  }

  static DocumentResult of(GoldArticle gold, Reading reading) {
    List<Finding> findings = reading.extraction().undertakings().stream().map(Finding::of).toList();
    List<Pair> pairs = match(gold.rows(), findings);
    Set<String> matchedRows = new HashSet<>();
    Set<Integer> matchedFindings = new HashSet<>();
    pairs.forEach(pair -> {
      matchedRows.add(pair.row().id());
      matchedFindings.add(pair.finding().undertaking().ordinal());
    });
    return new DocumentResult(
        gold,
        reading,
        pairs,
        gold.rows().stream().filter(row -> !matchedRows.contains(row.id())).toList(),
        findings.stream().filter(found -> !matchedFindings.contains(found.undertaking().ordinal())).toList());
  }

  /** How many pairs are right at the level. */
  public int hits(Level level) {
    return (int) pairs.stream().filter(pair -> pair.hits(level)).count();
  }

  public Score score(Level level) {
    return new Score(gold.rows().size(), pairs.size() + wrong.size(), hits(level), hits(level));
  }

  /** Rows whose anchor stands nowhere in the text as it was read: no finding can ever match them. */
  public List<GoldRow> unanchored() {
    String text = FoldedText.of(reading.article().text());
    return gold.rows().stream().filter(row -> !text.contains(FoldedText.of(row.anchor()))).toList();
  }

  private static List<Pair> match(List<GoldRow> rows, List<Finding> findings) {
    List<Integer> columns = Assignment.best(worths(rows, findings));
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      int column = columns.get(i);
      if (column < findings.size() && findings.get(column).mayMatch(rows.get(i))) {
        pairs.add(new Pair(rows.get(i), findings.get(column)));
      }
    }
    return pairs;
  }

  private static Worth[][] worths(List<GoldRow> rows, List<Finding> findings) {
    int size = Math.max(rows.size(), findings.size());
    Worth[][] worths = new Worth[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        boolean both = i < rows.size() && j < findings.size();
        worths[i][j] = both && findings.get(j).mayMatch(rows.get(i))
            ? Worth.of(new Pair(rows.get(i), findings.get(j)))
            : Worth.NOTHING;
      }
    }
    return worths;
  }
}
