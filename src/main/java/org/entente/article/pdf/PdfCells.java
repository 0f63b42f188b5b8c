package org.entente.article.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts the lines of cells side by side where a file tells a table cell by cell, as word processors do: those at one
 * height become one line with gaps. Two columns of prose stay as they are told: it takes three cells.
 */
final class PdfCells {

  /** Lines of one row that a file tells between the first and the last line at one height. */
  private static final int ROW = 15;
  private static final int FEWEST_CELLS = 3;

  private final List<PdfLine> lines;
  /** Whether the line is one of a table's. */
  private final List<Boolean> ofTable = new ArrayList<>();

  private PdfCells(List<PdfLine> lines) {
    this.lines = new ArrayList<>(lines);
    lines.forEach(line -> ofTable.add(line.gaps() + 1 >= FEWEST_CELLS));
  }

  static List<PdfLine> sideBySide(List<PdfLine> lines) {
    PdfCells cells = new PdfCells(lines);
    for (int i = 0; i < cells.lines.size(); i++) {
      cells.joinBehind(i, FEWEST_CELLS);
    }
    // Second lines, of which only one or two cells of a row have any.
    for (int i = 0; i < cells.lines.size(); i++) {
      if (cells.isWithinTable(i)) {
        cells.joinBehind(i, 2);
      }
    }
    return List.copyOf(cells.lines);
  }

  private boolean isWithinTable(int at) {
    return ofTable.subList(Math.max(0, at - ROW), Math.min(lines.size(), at + ROW)).contains(true);
  }

  /** Joins the lines behind one that stand at its height with it, if that makes so many cells. */
  private void joinBehind(int at, int fewest) {
    PdfLine line = lines.get(at);
    List<Integer> beside = new ArrayList<>();
    for (int i = at + 1; i < Math.min(lines.size(), at + ROW); i++) {
      PdfLine next = lines.get(i);
      if (next.standsBeside(line) && beside.stream().allMatch(other -> next.standsBeside(lines.get(other)))) {
        beside.add(i);
      }
    }
    List<PdfLine> row = Stream.concat(Stream.of(line), beside.stream().map(lines::get))
        .sorted((one, other) -> Float.compare(one.x(), other.x())).toList();
    if (beside.isEmpty() || row.stream().mapToInt(each -> each.gaps() + 1).sum() < fewest) {
      return;
    }
    lines.set(at, line.only(row.stream().flatMap(each -> each.spans().stream()).toList()));
    ofTable.set(at, true);
    for (int i : beside.reversed()) {
      lines.remove(i);
      ofTable.remove(i);
    }
  }
}
