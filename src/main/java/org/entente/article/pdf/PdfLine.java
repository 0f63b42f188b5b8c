package org.entente.article.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * One printed line of a PDF page; lengths in points, {@code y} from the top of the page.
 *
 * @param size height of most of its letters
 * @param bold whether all of its letters are bold
 * @param parts what wide gaps part in it: the cells of a table, the lines of two columns side by side
 */
record PdfLine(
    String text, int page, float x, float right, float y, float size, boolean bold, float pageWidth, float pageHeight,
    List<Part> parts) {

  /** Some of a line's words. */
  record Part(String text, float x, float right) {}

  PdfLine {
    parts = List.copyOf(parts);
  }

  boolean inMargin() {
    return y < pageHeight * 0.11 || y > pageHeight * 0.91;
  }

  boolean looksLike(PdfLine other) {
    return Math.abs(size - other.size) < 0.6 && bold == other.bold;
  }

  boolean standsOver(PdfLine other) {
    return page == other.page && y < other.y && x < other.right && other.x < right;
  }

  /** How many wide gaps part it. */
  int gaps() {
    return parts.size() - 1;
  }

  /** Its parts before or after a place on the page, as lines of their own. */
  PdfLine only(List<Part> some) {
    List<String> words = new ArrayList<>();
    some.forEach(part -> words.add(part.text()));
    return new PdfLine(
        String.join(" ", words), page, some.getFirst().x(), some.getLast().right(), y, size, bold, pageWidth,
        pageHeight, some);
  }
}
