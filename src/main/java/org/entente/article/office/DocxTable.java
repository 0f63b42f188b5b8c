package org.entente.article.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.article.Block;
import org.entente.article.RecordTable;
import org.entente.article.TableCells;

/**
 * A table of a Word document while it is read. One of data gives its rows where it lists undertakings, else the
 * sentences in it; one that pages are laid out with gives its paragraphs.
 */
final class DocxTable {

  /** Letters of a cell from which on it holds text, not a datum. */
  private static final int LONG_CELL = 300;
  private static final int MOST_SPANNED = 20;

  private final List<List<Cell>> rows = new ArrayList<>();
  private final List<DocxParagraph> all = new ArrayList<>();

  private static final class Cell {

    private final List<DocxParagraph> paragraphs = new ArrayList<>();
    private int columns = 1;
    private boolean continues;

    String text() {
      return paragraphs.stream().map(DocxParagraph::text).collect(Collectors.joining(" "));
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

  void add(DocxParagraph paragraph) {
    all.add(paragraph);
    cell().ifPresent(cell -> cell.paragraphs.add(paragraph));
  }

  /** What is read of a table inside this one. */
  void addAll(List<DocxParagraph> paragraphs) {
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
  Optional<List<DocxParagraph>> records() {
    return isData() ? RecordTable.pieces(words()).map(pieces -> pieces.stream()
        .map(piece -> DocxParagraph.plain(piece.text(), piece.is(Block.Kind.ROW))).toList()) : Optional.empty();
  }

  /** What of it is text: all of it, or the sentences among its data. */
  List<DocxParagraph> paragraphs() {
    return isData() ? all.stream().filter(paragraph -> TableCells.isSentence(paragraph.text())).toList() : all;
  }

  private List<List<String>> words() {
    List<List<String>> words = new ArrayList<>();
    for (List<Cell> row : rows) {
      List<String> texts = new ArrayList<>();
      for (Cell cell : row) {
        int column = texts.size();
        boolean above = cell.continues && !words.isEmpty() && column < words.getLast().size();
        String text = above ? words.getLast().get(column) : cell.text();
        for (int i = 0; i < cell.columns; i++) {
          texts.add(text);
        }
      }
      words.add(texts);
    }
    return words;
  }
}
