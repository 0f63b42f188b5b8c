package org.entente.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table that lists undertakings, one in a row: its header names who, what and when. Its cells are no sentences, but
 * what they are is told by the header.
 */
public final class RecordTable {

  private static final int MOST_CELLS = 20;
  private static final int LONGEST_CELL = 300;

  private final List<String> header;
  private final List<TableColumn> columns;

  private RecordTable(List<String> header) {
    this.header = List.copyOf(header);
    this.columns = header.stream().map(TableColumn::of).toList();
  }

  /**
   * @param rows all rows of a table, the header first; those that are not as wide as the header are no records
   * @return its rows as pieces, or nothing where the table lists something else
   */
  public static Optional<List<Piece>> pieces(List<List<String>> rows) {
    if (rows.size() < 2 || rows.getFirst().size() > MOST_CELLS) {
      return Optional.empty();
    }
    RecordTable table = new RecordTable(rows.getFirst());
    if (!table.listsUndertakings()) {
      return Optional.empty();
    }
    List<Piece> pieces = new ArrayList<>();
    rows.stream().skip(1).filter(table::isRecord).forEach(row -> {
      pieces.add(Piece.row(table.written(row)));
      row.stream().filter(TableCells::isSentence).forEach(cell -> pieces.add(Piece.paragraph(cell)));
    });
    return pieces.isEmpty() ? Optional.empty() : Optional.of(pieces);
  }

  /** Whether these cells head a table that lists undertakings. */
  public static boolean isHeader(List<String> cells) {
    return cells.size() <= MOST_CELLS && new RecordTable(cells).listsUndertakings();
  }

  /** Whether a column with this header says who, what or when, without which a row is none. */
  public static boolean isDecisive(String header) {
    return !TableColumn.of(header).is(TableColumn.Content.OTHER);
  }

  private boolean listsUndertakings() {
    boolean what = columns.stream().anyMatch(column -> column.is(TableColumn.Content.UNDERTAKING));
    return what && columns.stream().anyMatch(TableColumn::namesActors)
        && columns.stream().anyMatch(TableColumn::tellsWhen);
  }

  /** A row over all columns ("2019", "Asia") heads others. */
  private boolean isRecord(List<String> row) {
    Set<String> different = new HashSet<>(row);
    different.remove("");
    return row.size() == header.size() && different.size() > 1;
  }

  private String written(List<String> row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      String cell = NormalForm.of(row.get(i));
      boolean mark = cell.chars().noneMatch(Character::isLetterOrDigit);
      if (!mark && !header.get(i).isBlank() && cell.length() <= LONGEST_CELL && !TableCells.isSentence(cell)) {
        cells.add(TableRow.written(header.get(i), cell));
      }
    }
    return String.join(TableRow.BETWEEN, cells);
  }
}
