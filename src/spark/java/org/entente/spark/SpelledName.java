package org.entente.spark;

import java.io.Serializable;
import java.util.Comparator;

/**
 * How an article names an actor or place that no table links.
 *
 * @param thing its IRI
 * @param source the article's source, by its place in the corpus
 * @param ordinal the article's place in the source
 * @param graph the article's
 * @param several whether the article has other labels for it too
 * @param label as N-Triples writes it
 */
record SpelledName(String thing, long source, long ordinal, String graph, boolean several, String label)
    implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final Comparator<SpelledName> ORDER =
      Comparator.comparingLong(SpelledName::source).thenComparingLong(SpelledName::ordinal);

  /** Neither IRIs nor N-Triples have a tab in them. */
  String line() {
    return String.join("\t", thing, Long.toString(source), Long.toString(ordinal), graph, Boolean.toString(several),
        label);
  }

  static SpelledName read(String line) {
    String[] cells = line.split("\t", 6);
    return new SpelledName(cells[0], Long.parseLong(cells[1]), Long.parseLong(cells[2]), cells[3],
        Boolean.parseBoolean(cells[4]), cells[5]);
  }

  /** Whether the article that this is the first name of a thing in has it spelled otherwise. */
  boolean differsFrom(SpelledName first) {
    return !graph.equals(first.graph) && (several || !label.equals(first.label));
  }

  /**
   * The first name that a thing has in the corpus, which the later ones take over.
   *
   * @param disputed whether a later one is another
   */
  record First(SpelledName name, boolean disputed) implements Serializable {

    private static final long serialVersionUID = 1L;

    First or(First other) {
      First first = ORDER.compare(name, other.name) <= 0 ? this : other;
      First later = first == this ? other : this;
      return new First(first.name, disputed || other.disputed || later.name.differsFrom(first.name));
    }
  }
}
