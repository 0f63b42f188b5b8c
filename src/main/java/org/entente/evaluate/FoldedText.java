package org.entente.evaluate;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text made comparable: white space folded for anchors; case, accents and a leading article too for place names. */
final class FoldedText {

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern MARK = Pattern.compile("\\p{M}+");

  private FoldedText() {}

  /** Every run of white space, no-break spaces and line ends included, as one space. */
  static String of(String text) {
    return SPACE.matcher(text).replaceAll(" ").strip();
  }

  /** A name without case and accents: "the Córdoba" and "Cordoba" are one. */
  static String ofName(String name) {
    String plain = MARK.matcher(Normalizer.normalize(of(name), Normalizer.Form.NFD)).replaceAll("");
    String lower = plain.toLowerCase(Locale.ROOT);
    return lower.startsWith("the ") ? lower.substring(4) : lower;
  }
}
