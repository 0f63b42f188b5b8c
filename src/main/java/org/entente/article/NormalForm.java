package org.entente.article;

import java.text.Normalizer;

/**
 * The one form in which an article's words are kept: NFC, one line, every kind of space a plain one, none doubled, no
 * control or invisible characters, letters that a PDF's font draws as one ("ﬁnance") apart. Quotes, dashes and accents
 * stay as the author wrote them.
 */
public final class NormalForm {

  private NormalForm() {}

  public static String of(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(out, c));
    trimEnd(out);
    return Normalizer.normalize(out, Normalizer.Form.NFC);
  }

  private static void append(StringBuilder out, int c) {
    if (isSpace(c)) {
      if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    } else if (isLigature(c)) {
      out.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
    } else if (!isDropped(c)) {
      out.appendCodePoint(c);
    }
  }

  /** Control characters count as spaces: two words that a form feed or a null parts are two words. */
  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  /** Those of the Latin alphabet, from ﬀ to ﬆ: what is written with one is the same word. */
  private static boolean isLigature(int c) {
    return c >= 0xFB00 && c <= 0xFB06;
  }

  /** Soft hyphens, byte order marks, zero-width spaces, halves of surrogate pairs, characters that XML forbids. */
  private static boolean isDropped(int c) {
    return c == 0xAD || c == 0xFEFF || c == 0x200B || c == 0x2060 || c == 0xFFFE || c == 0xFFFF
        || Character.getType(c) == Character.SURROGATE;
  }

  private static void trimEnd(StringBuilder out) {
    if (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
      out.setLength(out.length() - 1);
    }
  }
}
