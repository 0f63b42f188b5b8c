package org.entente.article.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.article.Piece;
import org.entente.article.RecordTable;
import org.entente.article.TableCells;

/**
 * A table of a word processor's document while it is read. One of data gives its rows where it lists undertakings, else
 * the sentences in it; one that pages are laid out with gives its paragraphs.
 *
 * @param <P> what a paragraph is
 */
final class OfficeTable<P> {

  /** Letters of a cell from which on it holds text, not a datum. */
  private static final int LONG_CELL = 300;
  private static final int MOST_SPANNED = 20;

  private final Function<P, String> words;
  private final Function<Piece, P> paragraph;
  private final List<List<Cell>> rows = new ArrayList<>();
  private final List<P> all = new ArrayList<>();

  /**
   * @param words of a paragraph
   * @param paragraph that a row or a sentence of the table becomes
   */
  OfficeTable(Function<P, String> words, Function<Piece, P> paragraph) {
    this.words = words;
    this.paragraph = paragraph;
  }

  private final class Cell {

    private final List<P> paragraphs = new ArrayList<>();
    private int columns = 1;
    private boolean continues;

    String text() {
      return paragraphs.stream().map(words).collect(Collectors.joining(" "));
    }
  }

  void beginRow() {
    rows.add(new ArrayList<>());
  }

  void beginCell() {
    if (!rows.isEmpty()) {
      rows.getLast().add(new Cell());
    }
  }

  /** The cell stands for so many columns. */
  void span(String columns) {
    if (columns.matches("[1-9]\\d?")) {
      cell().ifPresent(cell -> cell.columns = Math.min(MOST_SPANNED, Integer.parseInt(columns)));
    }
  }

  /** The cell is the lower part of the one above it. */
  void goesOn() {
    cell().ifPresent(cell -> cell.continues = true);
  }

  void add(P added) {
    all.add(added);
    cell().ifPresent(cell -> cell.paragraphs.add(added));
  }

  /** What is read of a table inside this one. */
  void addAll(List<P> paragraphs) {
    paragraphs.forEach(this::add);
  }

  private Optional<Cell> cell() {
    return rows.isEmpty() || rows.getLast().isEmpty() ? Optional.empty() : Optional.of(rows.getLast().getLast());
  }

  boolean isData() {
    long wide = rows.stream().filter(row -> row.size() > 1).count();
    return wide > 1 && wide * 2 > rows.size()
        && rows.stream().flatMap(List::stream).allMatch(cell -> cell.text().length() < LONG_CELL);
  }

  /** The rows of one that lists undertakings; empty for others. */
  Optional<List<P>> records() {
    return isData() ? RecordTable.pieces(texts()).map(pieces -> pieces.stream().map(paragraph).toList())
        : Optional.empty();
  }

  /** What of it is text: all of it, or the sentences among its data. */
  List<P> paragraphs() {
    return isData() ? all.stream().filter(each -> TableCells.isSentence(words.apply(each))).toList() : all;
  }

  private List<List<String>> texts() {
    List<List<String>> grid = new ArrayList<>();
    for (List<Cell> row : rows) {
      List<String> line = new ArrayList<>();
      for (Cell cell : row) {
        int column = line.size();
        boolean above = cell.continues && !grid.isEmpty() && column < grid.getLast().size();
        String text = above ? grid.getLast().get(column) : cell.text();
        for (int i = 0; i < cell.columns; i++) {
          line.add(text);
        }
      }
      grid.add(line);
    }
    return grid;
  }
}
