package org.entente.article.pdf;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether lines are words. A font that names only some of its letters, or none rightly, leaves "% (-.45)" of a page that
 * people can read; in text that is one, one word in ten at most has neither a letter nor a figure.
 */
final class Legibility {

  private static final Pattern WORD = Pattern.compile(".*[\\p{L}\\p{N}].*");
  /** What leads from an entry to its page, and empty cells. */
  private static final Pattern FILLING = Pattern.compile("[\\p{Pd}._…•·|]+");
  private static final int FEWEST = 100;
  private static final double MOST_MARKS = 0.25;

  private Legibility() {}

  /** Of a few words nothing is said. */
  static boolean isGiven(List<PdfLine> lines) {
    List<String> told = lines.stream().flatMap(line -> Pattern.compile(" ").splitAsStream(line.text()))
        .filter(word -> !FILLING.matcher(word).matches()).toList();
    long marks = told.stream().filter(word -> !WORD.matcher(word).matches()).count();
    return told.size() < FEWEST || marks < MOST_MARKS * told.size();
  }
}
