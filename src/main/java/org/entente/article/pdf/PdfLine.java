package org.entente.article.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.article.Piece;

/**
 * One printed line of a PDF page; lengths in points, {@code y} from the top of the page.
 *
 * @param size height of most of its letters
 * @param bold whether all of its letters are bold
 * @param spans its words, parted by gaps wider than those between words usually are
 * @param record what it stands for, where it is made of a row of a table that lists undertakings
 */
record PdfLine(
    String text, int page, float x, float right, float y, float size, boolean bold, float pageWidth, float pageHeight,
    List<Part> spans, Optional<Piece> record) {

  /** In letter heights: no justified line has such gaps between its words. */
  private static final float WIDE_GAP = 2;
  private static final Pattern MARK = Pattern.compile("[-–—*·+•●▪■◦‣➢]|\\(?(?:\\d{1,3}|\\p{L}|[ivxl]{1,5})[.)]");
  /** In letter heights: lines whose places differ by less are one line. */
  private static final float SAME_HEIGHT = 0.3f;

  /** Some of a line's words. */
  record Part(String text, float x, float right) {

    /** Both and what is between them. */
    Part with(Part next) {
      return new Part(text + " " + next.text, Math.min(x, next.x), Math.max(right, next.right));
    }
  }

  PdfLine {
    spans = List.copyOf(spans);
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

  /** At the same height of the page, with nothing of the one over the other. */
  boolean standsBeside(PdfLine other) {
    return page == other.page && Math.abs(y - other.y) < SAME_HEIGHT * size && (right <= other.x || other.right <= x);
  }

  /**
   * What wide gaps part in it: the cells of a table, the lines of two columns side by side. The mark or number of an item
   * is none.
   */
  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    for (Part span : spans) {
      boolean mark = parts.size() == 1 && MARK.matcher(parts.getFirst().text()).matches();
      if (parts.isEmpty() || !mark && span.x() - parts.getLast().right() > WIDE_GAP * size) {
        parts.add(span);
      } else {
        parts.add(parts.removeLast().with(span));
      }
    }
    return parts;
  }

  /** How many wide gaps part it. */
  int gaps() {
    return parts().size() - 1;
  }

  /** Some of its parts, or those of several lines at one height, as a line of their own. */
  PdfLine only(List<Part> some) {
    List<String> words = new ArrayList<>();
    some.forEach(part -> words.add(part.text()));
    return new PdfLine(
        String.join(" ", words), page, some.getFirst().x(), some.getLast().right(), y, size, bold, pageWidth,
        pageHeight, some, record);
  }

  /** A line in its place that stands for this piece. */
  PdfLine standingFor(Piece piece) {
    return new PdfLine(piece.text(), page, x, right, y, size, bold, pageWidth, pageHeight, spans, Optional.of(piece));
  }

  boolean isRecord() {
    return record.isPresent();
  }
}
