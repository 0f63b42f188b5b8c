package org.entente.article.pdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.article.NormalForm;
import org.entente.article.Piece;
import org.entente.article.RecordTable;

/**
 * A table that lists undertakings, told by its header: what stands under one of the header's cells is in its column, and
 * a row begins where each column that says who, what or when has words at one height. Where that is not so in every row
 * nothing is read of it, as nobody can say which words belong together.
 */
final class PdfTable {

  /** In letter heights: the next line of a cell is no farther from the one above. */
  private static final float NEXT_LINE = 1.6f;
  private static final int MOST_LINES = 2_000;

  private final List<PdfLine.Part> header;
  private final List<Row> lines = new ArrayList<>();
  private int read;

  /** What stands at one height, by column; a column that has nothing there has an empty text. */
  private record Row(List<String> cells, float y, int page) {

    boolean has(int column) {
      return !cells.get(column).isEmpty();
    }

    long filled() {
      return cells.stream().filter(cell -> !cell.isEmpty()).count();
    }
  }

  /**
   * The records of a table and how many lines they are made of.
   *
   * @param lines from its header on
   */
  record Records(List<Piece> pieces, int lines) {}

  private PdfTable(List<PdfLine.Part> header) {
    this.header = List.copyOf(header);
  }

  /** The table whose header is at a place, if it lists undertakings. */
  static Optional<Records> at(List<PdfLine> lines, int from) {
    return header(lines, from, 1).or(() -> header(lines, from, 2)).flatMap(table -> table.records(lines, from));
  }

  /** A header may take several lines. */
  private static Optional<PdfTable> header(List<PdfLine> lines, int from, int height) {
    if (from + height > lines.size() || lines.get(from).gaps() == 0) {
      return Optional.empty();
    }
    PdfTable table = new PdfTable(lines.get(from).spans());
    table.read = 1;
    for (; table.read < height; table.read++) {
      Optional<Row> next = table.row(lines.get(from + table.read));
      if (next.isEmpty()) {
        return Optional.empty();
      }
      table = table.under(next.get());
    }
    return RecordTable.isHeader(table.texts()) ? Optional.of(table) : Optional.empty();
  }

  private PdfTable under(Row next) {
    List<PdfLine.Part> whole = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      PdfLine.Part cell = header.get(i);
      String text = NormalForm.of(cell.text() + " " + next.cells().get(i));
      whole.add(new PdfLine.Part(text, cell.x(), cell.right()));
    }
    PdfTable table = new PdfTable(whole);
    table.read = read;
    return table;
  }

  private List<String> texts() {
    return header.stream().map(PdfLine.Part::text).toList();
  }

  /** The words of a line by the header's cells that they stand under; nothing where some stand under none or several. */
  private Optional<Row> row(PdfLine line) {
    List<String> cells = new ArrayList<>(Collections.nCopies(header.size(), ""));
    for (PdfLine.Part part : line.spans()) {
      List<Integer> over = new ArrayList<>();
      for (int i = 0; i < header.size(); i++) {
        if (header.get(i).x() < part.right() && part.x() < header.get(i).right()) {
          over.add(i);
        }
      }
      if (over.size() != 1) {
        return Optional.empty();
      }
      cells.set(over.getFirst(), NormalForm.of(cells.get(over.getFirst()) + " " + part.text()));
    }
    return Optional.of(new Row(cells, line.y(), line.page()));
  }

  private Optional<Records> records(List<PdfLine> all, int from) {
    for (int i = from + read; i < all.size() && read < MOST_LINES; i++) {
      PdfLine line = all.get(i);
      Optional<Row> row = row(line);
      if (!isHeaderAgain(row)) {
        if (row.isEmpty() || !goesOn(row.get(), line, all.get(i - 1))) {
          break;
        }
        lines.add(row.get());
      }
      read++;
    }
    return pieces().map(pieces -> new Records(pieces, read));
  }

  private boolean isHeaderAgain(Optional<Row> row) {
    return row.map(Row::cells).filter(texts()::equals).isPresent();
  }

  /** What fills one column only goes on with the cell above it. */
  private boolean goesOn(Row row, PdfLine line, PdfLine last) {
    boolean close = line.page() == last.page() && Math.abs(line.y() - last.y()) < NEXT_LINE * line.size();
    return row.filled() > 1 || !lines.isEmpty() && close && line.looksLike(last);
  }

  private Optional<List<Piece>> pieces() {
    List<Integer> decisive =
        Stream.iterate(0, i -> i < header.size(), i -> i + 1)
            .filter(i -> RecordTable.isDecisive(header.get(i).text())).toList();
    Optional<Integer> key = decisive.stream().min(Comparator.comparing(this::filled));
    if (lines.isEmpty() || key.isEmpty() || !lines.getFirst().has(key.get())) {
      return Optional.empty();
    }
    List<List<String>> rows = new ArrayList<>(List.of(texts()));
    for (Row line : lines) {
      if (!line.has(key.get())) {
        rows.set(rows.size() - 1, goingOn(rows.getLast(), line.cells()));
      } else if (decisive.stream().allMatch(line::has)) {
        rows.add(line.cells());
      } else {
        return Optional.empty();
      }
    }
    return RecordTable.pieces(rows);
  }

  private long filled(int column) {
    return lines.stream().filter(line -> line.has(column)).count();
  }

  private static List<String> goingOn(List<String> row, List<String> next) {
    List<String> whole = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      StringBuilder cell = new StringBuilder(row.get(i));
      if (!next.get(i).isEmpty()) {
        Hyphenation.join(cell, next.get(i));
      }
      whole.add(cell.toString());
    }
    return whole;
  }
}
