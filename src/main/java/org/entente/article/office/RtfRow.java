package org.entente.article.office;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.entente.article.Piece;

/** A row of a table in RTF while it is read: how it is divided is told apart from what its cells hold. */
final class RtfRow {

  /** What a cell is a further part of. */
  private enum Part {
    NOTHING, OF_THE_CELL_ABOVE, OF_THE_CELL_BEFORE
  }

  private final List<Part> parts = new ArrayList<>();
  private Part next = Part.NOTHING;
  private final List<List<Piece>> cells = new ArrayList<>();
  private List<Piece> cell = new ArrayList<>();

  /** The division is told anew; Word does so before and behind the cells. */
  void define() {
    parts.clear();
    next = Part.NOTHING;
  }

  void continuesAbove() {
    next = Part.OF_THE_CELL_ABOVE;
  }

  void continuesBefore() {
    next = Part.OF_THE_CELL_BEFORE;
  }

  /** The division of one cell is told. */
  void edge() {
    parts.add(next);
    next = Part.NOTHING;
  }

  void add(Piece paragraph) {
    cell.add(paragraph);
  }

  void endCell() {
    cells.add(cell);
    cell = new ArrayList<>();
  }

  /** Puts the row into its table and begins another one. */
  void end(OfficeTable<Piece> table) {
    table.beginRow();
    int columns = 1;
    for (int i = 0; i < cells.size(); i++) {
      Part part = i < parts.size() ? parts.get(i) : Part.NOTHING;
      if (part == Part.OF_THE_CELL_BEFORE && i > 0) {
        columns++;
        table.span(String.valueOf(columns));
      } else {
        columns = 1;
        table.beginCell();
        if (part == Part.OF_THE_CELL_ABOVE) {
          table.goesOn();
        }
      }
      cells.get(i).forEach(table::add);
    }
    cells.clear();
    cell = new ArrayList<>();
  }

  /** What stands in a row that a file breaks off in. */
  List<Piece> rest() {
    return Stream.concat(cells.stream(), Stream.of(cell)).flatMap(List::stream).toList();
  }
}
