package org.entente.article.pdf;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.text.TextPosition;

/** The small raised figures that point to notes: "the treaty.<sup>12</sup> It" is not "the treaty.12 It". */
final class PdfNoteMarks {

  private static final double SMALL = 0.8;
  /** In letter heights. */
  private static final double RAISED = 0.2;

  private PdfNoteMarks() {}

  static List<TextPosition> removedFrom(List<TextPosition> letters) {
    if (letters.stream().noneMatch(PdfNoteMarks::isFigure)) {
      return letters;
    }
    List<TextPosition> plain = new ArrayList<>();
    for (int i = 0; i < letters.size(); i++) {
      if (!isMark(letters, i, plain)) {
        plain.add(letters.get(i));
      }
    }
    return plain;
  }

  static String text(List<TextPosition> letters) {
    StringBuilder text = new StringBuilder();
    letters.forEach(letter -> text.append(letter.getUnicode()));
    return text.toString();
  }

  /** A figure that stands higher than the letter before it, and is smaller; "km2" and "CO2" keep theirs. */
  private static boolean isMark(List<TextPosition> letters, int at, List<TextPosition> before) {
    TextPosition letter = letters.get(at);
    if (before.isEmpty() || !isFigure(letter)) {
      return false;
    }
    TextPosition last = before.getLast();
    boolean small = letter.getFontSizeInPt() < last.getFontSizeInPt() * SMALL;
    boolean raised = last.getYDirAdj() - letter.getYDirAdj() > last.getFontSizeInPt() * RAISED;
    return small && raised && !isUnit(before);
  }

  private static boolean isFigure(TextPosition letter) {
    String text = letter.getUnicode();
    return text.length() == 1 && (Character.isDigit(text.charAt(0)) || text.equals(",") || "*†‡".contains(text));
  }

  private static boolean isUnit(List<TextPosition> before) {
    return text(before.subList(Math.max(0, before.size() - 3), before.size())).matches("(?s).*\\b(?:k?m|cm|mm|sq)");
  }
}
