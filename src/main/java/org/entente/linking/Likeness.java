package org.entente.linking;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * How alike two names are, from 0 to 1. Case, accents and punctuation make no difference. Equal names have 1.00, the same
 * words in another order 0.98, others nine tenths of the similarity of Jaro and Winkler: what is not equal never
 * reaches 0.90.
 */
final class Likeness {

  static final double EQUAL = 1.0;
  private static final double OTHER_ORDER = 0.98;
  private static final double NOT_EQUAL = 0.9;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();

  private Likeness() {}

  static double of(String one, String other) {
    String first = folded(one);
    String second = folded(other);
    if (first.isEmpty() || second.isEmpty()) {
      return 0;
    }
    if (first.equals(second)) {
      return EQUAL;
    }
    if (sorted(first).equals(sorted(second))) {
      return OTHER_ORDER;
    }
    return NOT_EQUAL * JARO_WINKLER.apply(first, second);
  }

  static String folded(String text) {
    String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return NO_WORD.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  private static String sorted(String folded) {
    return Arrays.stream(folded.split(" ")).sorted().collect(Collectors.joining(" "));
  }
}
