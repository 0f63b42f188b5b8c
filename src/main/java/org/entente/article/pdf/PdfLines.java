package org.entente.article.pdf;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.entente.article.NormalForm;
import org.jspecify.annotations.Nullable;

/** Listens to PDFBox reading a document and keeps each line with its place, letter size and weight. */
final class PdfLines extends PDFTextStripper {

  /** A million letters are five hundred pages of print; a page of a newspaper has fifty thousand. */
  private static final int MOST_LETTERS = 1_000_000;
  /** In letter heights: between words there is a third of it, between the narrowest cells a whole one. */
  private static final float GAP = 0.7f;
  private static final int MOST_ON_A_PAGE = 100_000;

  private final List<PdfLine> lines = new ArrayList<>();
  /** Of each line, degrees that its letters are turned by. */
  private final List<Float> directions = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private final List<TextPosition> letters = new ArrayList<>();
  private final List<PdfLine.Part> spans = new ArrayList<>();
  /** The last of them that is no space. */
  private @Nullable TextPosition visible;
  private int spanFrom;
  private int spanLetters;
  private int seen;
  private int onPage;
  private int shown;

  /** Thrown when a document has more text than any article. */
  static final class TooMuchText extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Thrown when the fonts of a document do not say which letters they draw. */
  static final class NoLetters extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** @return no lines where nothing is written on the pages */
  static List<PdfLine> of(PDDocument document) throws IOException {
    PdfLines reader = new PdfLines();
    reader.setShouldSeparateByBeads(false);
    reader.setSuppressDuplicateOverlappingText(true);
    reader.writeText(document, Writer.nullWriter());
    List<PdfLine> lines = reader.upright();
    if (lines.isEmpty() && reader.shown > reader.seen || !Legibility.isGiven(lines)) {
      throw new NoLetters();
    }
    return lines;
  }

  /** The lines that run as most of the text does: what runs up a margin is a stamp or a mark. */
  private List<PdfLine> upright() {
    Map<Float, Integer> letters = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      letters.merge(directions.get(i), lines.get(i).text().length(), Integer::sum);
    }
    float most = letters.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(0f);
    List<PdfLine> upright = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (directions.get(i) == most) {
        upright.add(lines.get(i));
      }
    }
    return List.copyOf(upright);
  }

  /** Letters that the font does not name get no farther than this. */
  @Override
  protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
    shown++;
    super.showGlyph(matrix, font, code, displacement);
  }

  @Override
  protected void processTextPosition(TextPosition text) {
    seen++;
    onPage++;
    if (!isTooMuch()) {
      super.processTextPosition(text);
    }
  }

  private boolean isTooMuch() {
    return seen > MOST_LETTERS || onPage > MOST_ON_A_PAGE;
  }

  @Override
  protected void startPage(PDPage page) {
    onPage = 0;
  }

  @Override
  protected void writeString(String text, List<TextPosition> positions) throws IOException {
    if (isTooMuch()) {
      throw new TooMuchText();
    }
    List<TextPosition> plain = PdfNoteMarks.removedFrom(positions);
    if (plain.isEmpty()) {
      return;
    }
    List<List<TextPosition>> runs = apart(plain);
    for (List<TextPosition> run : runs) {
      TextPosition last = visible;
      boolean far = last != null && run.stream().filter(PdfLines::isVisible).findFirst()
          .filter(first -> isFar(last, first)).isPresent();
      if (far) {
        endSpan();
        words.append(' ');
      }
      words.append(runs.size() == 1 && plain.size() == positions.size() ? text : PdfNoteMarks.text(run));
      run.forEach(this::add);
    }
  }

  /** Some files bridge the gaps between cells with spaces, so that a string has several of them. */
  private static List<List<TextPosition>> apart(List<TextPosition> string) {
    List<List<TextPosition>> runs = new ArrayList<>();
    TextPosition last = null;
    for (TextPosition letter : string) {
      if (runs.isEmpty() || last != null && isVisible(letter) && isFar(last, letter)) {
        runs.add(new ArrayList<>());
      }
      runs.getLast().add(letter);
      last = isVisible(letter) ? letter : last;
    }
    return runs;
  }

  private void add(TextPosition letter) {
    letters.add(letter);
    visible = isVisible(letter) ? letter : visible;
  }

  private static boolean isVisible(TextPosition letter) {
    return !letter.getUnicode().isBlank();
  }

  private static boolean isFar(TextPosition left, TextPosition right) {
    return right.getXDirAdj() - left.getXDirAdj() - left.getWidthDirAdj() > GAP * size(right);
  }

  private void endSpan() {
    String text = NormalForm.of(words.substring(spanFrom));
    List<TextPosition> shown =
        letters.subList(spanLetters, letters.size()).stream().filter(PdfLines::isVisible).toList();
    if (!text.isEmpty() && !shown.isEmpty()) {
      TextPosition last = shown.getLast();
      spans.add(new PdfLine.Part(text, shown.getFirst().getXDirAdj(), last.getXDirAdj() + last.getWidthDirAdj()));
    }
    spanFrom = words.length();
    spanLetters = letters.size();
  }

  @Override
  protected void writeWordSeparator() {
    words.append(' ');
  }

  @Override
  protected void writeLineSeparator() {
    flush();
  }

  @Override
  protected void endPage(PDPage page) {
    flush();
  }

  private void flush() {
    endSpan();
    String text = NormalForm.of(words.toString());
    if (!text.isEmpty() && !letters.isEmpty() && !spans.isEmpty()) {
      lines.add(line(keepSoftHyphen(text)));
      directions.add(letters.getFirst().getDir());
    }
    words.setLength(0);
    letters.clear();
    spans.clear();
    visible = null;
    spanFrom = 0;
    spanLetters = 0;
  }

  /** The normal form drops soft hyphens, but one at the line's end says that the word goes on. */
  private String keepSoftHyphen(String text) {
    return words.toString().stripTrailing().endsWith("\u00AD") ? text + '\u00AD' : text;
  }

  private PdfLine line(String text) {
    TextPosition first = letters.getFirst();
    TextPosition last = letters.getLast();
    double[] sizes = letters.stream().mapToDouble(PdfLines::size).sorted().toArray();
    float size = (float) sizes[sizes.length / 2];
    boolean bold = letters.stream().filter(letter -> !letter.getUnicode().isBlank()).allMatch(PdfLines::isBold);
    return new PdfLine(text, getCurrentPageNo(), first.getXDirAdj(), last.getXDirAdj() + last.getWidthDirAdj(),
        first.getYDirAdj(), size, bold, first.getPageWidth(), first.getPageHeight(), spans,
        Optional.empty());
  }

  private static double size(TextPosition letter) {
    return Math.round(letter.getFontSizeInPt() * 2) / 2.0;
  }

  private static boolean isBold(TextPosition letter) {
    String name = letter.getFont().getName();
    String lower = name == null ? "" : name.toLowerCase(Locale.ROOT);
    return lower.contains("bold") || lower.contains("black") || lower.contains("heavy");
  }
}
