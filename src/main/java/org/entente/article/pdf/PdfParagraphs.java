package org.entente.article.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.article.MarkedParagraphs;
import org.entente.article.Piece;

/**
 * Puts the lines of a PDF's text together to paragraphs: joins what the page's width
 * and the page's end broke, and parts where letter size, weight, spacing, indent or a bullet says so.
 */
final class PdfParagraphs {

  private static final Pattern BULLET =
      Pattern.compile("^(?:[-–—*·+]\\s+|[" + MarkedParagraphs.BULLETS + "]\\s*|\\(?\\d{1,2}[.)]\\s+)\\S.*");

  private static final Pattern BROKEN_WORD = Pattern.compile("\\p{L}[-\\u2010\\u00AD]$");
  private static final int LINES_AROUND = 8;
  private static final int FEWEST_LINES = 5;

  private final float bodySize;
  private final float leading;
  private final float left;
  private final float right;
  private final Set<String> words;

  /**
   * A paragraph, with the letters it is printed in.
   *
   * @param record what it is, where it is made of a row of a table that lists undertakings
   */
  record Paragraph(String text, int page, float size, boolean bold, Optional<Piece> record) {

    boolean isRecord() {
      return record.isPresent();
    }
  }

  private PdfParagraphs(List<PdfLine> lines) {
    bodySize = mostCommonSize(lines);
    leading = commonLeading(lines);
    left = (float) lines.stream().mapToDouble(PdfLine::x).min().orElse(0);
    right = (float) lines.stream().mapToDouble(PdfLine::right).max().orElse(0);
    words = Hyphenation.words(lines.stream().map(PdfLine::text));
  }

  static List<Paragraph> of(List<PdfLine> lines) {
    return new PdfParagraphs(lines).join(lines);
  }

  /** Size of the letters in which most of the text is set. */
  static float mostCommonSize(List<PdfLine> lines) {
    Map<Float, Integer> letters = new HashMap<>();
    lines.forEach(line -> letters.merge(line.size(), line.text().length(), Integer::sum));
    return letters.entrySet().stream()
        .max(Map.Entry.<Float, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey).orElse(10f);
  }

  private float commonLeading(List<PdfLine> lines) {
    List<Float> steps = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      PdfLine line = lines.get(i);
      float step = line.y() - lines.get(i - 1).y();
      if (line.page() == lines.get(i - 1).page() && step > 0 && line.size() == bodySize) {
        steps.add(step);
      }
    }
    steps.sort(null);
    return steps.isEmpty() ? bodySize * 1.2f : Math.min(steps.get(steps.size() / 4), bodySize * 2.5f);
  }

  private List<Paragraph> join(List<PdfLine> lines) {
    List<Paragraph> paragraphs = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    PdfLine first = null;
    for (int i = 0; i < lines.size(); i++) {
      PdfLine line = lines.get(i);
      if (first != null && starts(first, lines.get(i - 1), line, column(lines, i - 1))) {
        paragraphs.add(paragraph(text, first));
        text.setLength(0);
      }
      first = text.isEmpty() ? line : first;
      Hyphenation.join(text, line.text(), words);
    }
    if (first != null) {
      paragraphs.add(paragraph(text, first));
    }
    return paragraphs;
  }

  private static Paragraph paragraph(StringBuilder text, PdfLine first) {
    return new Paragraph(text.toString(), first.page(), first.size(), first.bold(), first.record());
  }

  /** Where the lines of a column begin and end. */
  private record Column(float left, float right) {}

  /** The column that a line stands in, told by the lines around it that begin where it does; else the page. */
  private Column column(List<PdfLine> lines, int at) {
    PdfLine line = lines.get(at);
    List<PdfLine> likes =
        lines.subList(Math.max(0, at - LINES_AROUND), Math.min(lines.size(), at + LINES_AROUND)).stream()
            .filter(other -> other.page() == line.page() && other.looksLike(line)
                && Math.abs(other.x() - line.x()) < line.pageWidth() * 0.08)
            .toList();
    return likes.size() < FEWEST_LINES ? new Column(left, right)
        : new Column((float) likes.stream().mapToDouble(PdfLine::x).min().orElse(left),
            (float) likes.stream().mapToDouble(PdfLine::right).max().orElse(right));
  }

  private boolean starts(PdfLine first, PdfLine last, PdfLine line, Column column) {
    if (!line.looksLike(last) || line.isRecord() || last.isRecord()) {
      return true;
    }
    if (BROKEN_WORD.matcher(last.text()).find() && Character.isLowerCase(line.text().codePointAt(0))) {
      return false;
    }
    if (BULLET.matcher(line.text()).matches()) {
      return true;
    }
    boolean closed = last.text().matches(".*[.!?:…][\"”’')\\]]*");
    float step = line.y() - last.y();
    if (line.page() != last.page() || step < 0) {
      return closed && !Character.isLowerCase(line.text().codePointAt(0));
    }
    boolean item = BULLET.matcher(first.text()).matches();
    boolean indented = !item && line.x() - last.x() > bodySize * 0.8 && closed;
    boolean lastWasShort = closed && last.right() < column.right() - (column.right() - column.left()) * 0.2;
    return step > leading * 1.4 * Math.max(1, line.size() / bodySize) || indented || lastWasShort && !item
        || standsAlone(last, line, column);
  }

  /** A byline, and the date line under it, fill half a line at most; body text would have gone on. */
  private boolean standsAlone(PdfLine last, PdfLine line, Column column) {
    boolean half =
        last.right() < column.left() + (column.right() - column.left()) * 0.55 && last.size() <= bodySize * 1.12;
    return half && Character.isUpperCase(line.text().codePointAt(0)) && !last.text().matches(".*[-,\u00AD]");
  }
}
