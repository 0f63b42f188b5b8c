package org.entente.evaluate;

/**
 * Counts at one level. Rows and findings have a count of hits each, because among those of one kind a row may be hit
 * by a finding of another.
 */
public record Score(int rows, int findings, int rowHits, int findingHits) {

  static final Score NONE = new Score(0, 0, 0, 0);

  /** The share of findings that are right; 0 where there are none. */
  public double precision() {
    return share(findingHits, findings);
  }

  /** The share of rows that were found; 0 where there are none. */
  public double recall() {
    return share(rowHits, rows);
  }

  /** The harmonic mean of the two; 0 where both are. */
  public double f1() {
    double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }

  Score plus(Score other) {
    return new Score(
        rows + other.rows, findings + other.findings, rowHits + other.rowHits, findingHits + other.findingHits);
  }

  static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
