package org.entente.publish.bounded;

/** Where one text first occurs in another, in time in proportion to both (Knuth, Morris, Pratt). */
final class Needle {

  /** Below this many comparisons at worst the JDK's own search is faster, and short enough. */
  private static final long SHORT = 10_000_000;

  private Needle() {}

  /** The index of the first occurrence, or -1. */
  static int find(String text, String needle, QueryWatch watch) {
    if ((long) text.length() * needle.length() < SHORT) {
      return text.indexOf(needle);
    }
    int[] borders = borders(needle, watch);
    int matched = 0;
    for (int i = 0; i < text.length(); i++) {
      watch.step();
      while (matched > 0 && text.charAt(i) != needle.charAt(matched)) {
        matched = borders[matched - 1];
      }
      if (text.charAt(i) == needle.charAt(matched)) {
        matched++;
      }
      if (matched == needle.length()) {
        return i - matched + 1;
      }
    }
    return -1;
  }

  private static int[] borders(String needle, QueryWatch watch) {
    int[] borders = new int[needle.length()];
    int length = 0;
    for (int i = 1; i < needle.length(); i++) {
      watch.step();
      while (length > 0 && needle.charAt(i) != needle.charAt(length)) {
        length = borders[length - 1];
      }
      if (needle.charAt(i) == needle.charAt(length)) {
        length++;
      }
      borders[i] = length;
    }
    return borders;
  }
}
