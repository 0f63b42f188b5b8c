package org.entente.article.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What of a PDF's lines is running text: without running heads, page and line numbers, footnotes and tables, but with
 * the rows of those that list undertakings. Small print under a column that is no footnote is kept, behind the text that it would cut in two.
 *
 * @param tables how many tables are left out
 */
record PdfBody(List<PdfLine> lines, int tables) {

  private static final Pattern PAGE_NUMBER =
      Pattern.compile("^(?:page )?[-–—| ]*\\d{1,4}(?: ?(?:/|of|\\|) ?\\d{1,4})?[-–—| ]*$", Pattern.CASE_INSENSITIVE);
  private static final Pattern LINE_NUMBERS = Pattern.compile("\\d{1,3}(?: \\d{1,3}){4,}(?: ?[A-Z]?\\d{1,3}[A-Z]?)*");
  private static final Pattern LINE_NUMBER = Pattern.compile("\\d{1,3}");
  private static final Pattern NOTE_MARK =
      Pattern.compile("^(?:[*†‡§]|\\(?\\d{1,3}\\)?[.)]? ?(?=\\p{L}|[“\"‘]|http)).*");
  private static final float SMALL = 0.92f;
  private static final int MOST_SMALL_PRINT = 15;
  private static final int FEWEST_NUMBERS = 5;
  private static final int FEWEST_ROWS = 3;
  private static final int SHORT_ROW = 60;
  /** Lines of one cell between two rows. */
  private static final int MOST_BETWEEN = 5;

  PdfBody {
    lines = List.copyOf(lines);
  }

  static PdfBody of(List<PdfLine> lines) {
    List<PdfLine> running =
        PdfCells.sideBySide(PdfColumns.inOrder(withoutLineNumbers(withoutRunningHeads(lines))));
    List<PdfLine> text = new ArrayList<>();
    int tables = 0;
    for (int i = 0; i < running.size();) {
      PdfLine line = running.get(i);
      Optional<PdfTable.Records> records = PdfTable.at(running, i);
      int rows = records.map(PdfTable.Records::lines).orElse(rows(running, i));
      records.ifPresent(table -> table.pieces().forEach(piece -> text.add(line.standingFor(piece))));
      if (rows == 0) {
        text.add(line);
      }
      tables += rows > 0 && records.isEmpty() ? 1 : 0;
      i += Math.max(1, rows);
    }
    return new PdfBody(withoutFootnotes(text), tables);
  }

  // ---- what pages repeat

  private static List<PdfLine> withoutRunningHeads(List<PdfLine> lines) {
    Map<String, Set<Integer>> pages = new HashMap<>();
    lines.stream().filter(PdfLine::inMargin)
        .forEach(line -> pages.computeIfAbsent(pattern(line), text -> new HashSet<>()).add(line.page()));
    return lines.stream()
        .filter(line -> !line.inMargin()
            || pages.getOrDefault(pattern(line), Set.of()).size() < 2 && !PAGE_NUMBER.matcher(line.text()).matches())
        .toList();
  }

  /** Front matter is numbered in Roman figures. */
  private static String pattern(PdfLine line) {
    return line.text().replaceAll("\\d+", "#").replaceAll("\\b[ivxlc]+\\b", "#");
  }

  /** Transcripts and proofs number the lines of each page, in one run or one by one. */
  private static List<PdfLine> withoutLineNumbers(List<PdfLine> lines) {
    Map<String, Integer> alone = new HashMap<>();
    lines.stream().filter(line -> LINE_NUMBER.matcher(line.text()).matches())
        .forEach(line -> alone.merge(place(line), 1, Integer::sum));
    return lines.stream()
        .filter(line -> !(LINE_NUMBERS.matcher(line.text()).matches() && counts(line.text())))
        .filter(line -> !LINE_NUMBER.matcher(line.text()).matches() || alone.getOrDefault(place(line), 0) < FEWEST_NUMBERS)
        .toList();
  }

  private static String place(PdfLine line) {
    return line.page() + " " + Math.round(line.right() / 4);
  }

  private static boolean counts(String numbers) {
    List<Integer> all = Arrays.stream(numbers.split(" ")).filter(n -> n.matches("\\d+")).map(Integer::valueOf).toList();
    int steps = 0;
    for (int i = 1; i < all.size(); i++) {
      steps += all.get(i) - all.get(i - 1) == 1 ? 1 : 0;
    }
    return steps * 4 >= (all.size() - 1) * 3;
  }

  // ---- tables

  /** How many lines from here on are rows of one table; 0 where none begins. */
  private static int rows(List<PdfLine> lines, int from) {
    int rows = 0;
    int wide = 0;
    int letters = 0;
    int to = from;
    for (int i = from; i < lines.size() && i - to <= MOST_BETWEEN; i++) {
      PdfLine line = lines.get(i);
      boolean inCell = line.gaps() == 0 && rows > 0 && isInCell(line, lines.subList(from, to));
      if (line.page() != lines.get(from).page() || line.gaps() == 0 && !inCell) {
        break;
      }
      rows += line.gaps() > 0 ? 1 : 0;
      wide += line.gaps() > 1 ? 1 : 0;
      letters += line.text().length();
      to = line.gaps() > 0 || !isUnderFirst(line, lines.get(from)) ? i + 1 : to;
    }
    boolean table = rows >= FEWEST_ROWS && wide * 2 >= rows;
    boolean narrow = rows > FEWEST_ROWS && letters < rows * SHORT_ROW;
    return table || narrow ? to - from : 0;
  }

  /** Whether a line without gaps begins where cells do and ends before the next one. */
  private static boolean isInCell(PdfLine line, List<PdfLine> table) {
    return table.stream().filter(row -> row.gaps() > 0).map(PdfLine::parts).anyMatch(cells -> {
      boolean begins = cells.stream().anyMatch(cell -> Math.abs(cell.x() - line.x()) < 3);
      return begins && cells.stream().noneMatch(cell -> cell.x() > line.x() + 3 && cell.x() < line.right());
    });
  }

  /** In the first column a line may as well be the text's. */
  private static boolean isUnderFirst(PdfLine line, PdfLine row) {
    return line.x() < row.parts().getFirst().x() + 3;
  }

  // ---- footnotes

  private static List<PdfLine> withoutFootnotes(List<PdfLine> lines) {
    float small = PdfParagraphs.mostCommonSize(lines) * SMALL;
    Map<Integer, List<PdfLine>> pages = new HashMap<>();
    lines.stream().filter(line -> line.size() > small)
        .forEach(line -> pages.computeIfAbsent(line.page(), page -> new ArrayList<>()).add(line));
    List<PdfLine> text = new ArrayList<>();
    List<PdfLine> moved = new ArrayList<>();
    List<PdfLine> under = new ArrayList<>();
    for (PdfLine line : lines) {
      if (!line.isRecord() && line.size() <= small && isUnder(line, pages.getOrDefault(line.page(), List.of()))) {
        under.add(line);
      } else {
        sort(under, text, moved);
        under.clear();
        text.add(line);
      }
    }
    text.addAll(withoutNotes(under));
    text.addAll(moved);
    return text;
  }

  /** A list of references is long, and stays where its heading stands. */
  private static void sort(List<PdfLine> under, List<PdfLine> text, List<PdfLine> moved) {
    List<PdfLine> kept = withoutNotes(under);
    (kept.size() > MOST_SMALL_PRINT ? text : moved).addAll(kept);
  }

  /** Footnotes begin with a mark, and nothing but footnotes stands below them. */
  private static List<PdfLine> withoutNotes(List<PdfLine> under) {
    int notes = 0;
    while (notes < under.size() && !NOTE_MARK.matcher(under.get(notes).text()).matches()) {
      notes++;
    }
    return under.subList(0, notes);
  }

  /** Whether text stands over the line in its column and none below it. */
  private static boolean isUnder(PdfLine line, List<PdfLine> text) {
    return text.stream().anyMatch(other -> other.standsOver(line))
        && text.stream().noneMatch(other -> line.standsOver(other));
  }
}
