package org.entente.article;

import java.util.ArrayList;
import java.util.List;

/**
 * One row of a table that lists undertakings. In an article's text it stands with the words of the table's header:
 * {@code Parties: Kenya, Malta | Signed: 3 May 2019 | Agreement: Air Services Agreement}.
 */
public record TableRow(List<Cell> cells) {

  static final String BETWEEN = " | ";
  private static final String AFTER_HEADER = ": ";

  /**
   * A cell's own words.
   *
   * @param start offset of its first character in the article's text
   */
  public record Cell(TableColumn column, int start, int end) {}

  public TableRow {
    cells = List.copyOf(cells);
  }

  /** The cells of a block that is a row. */
  public static TableRow of(Article article, Block block) {
    List<Cell> cells = new ArrayList<>();
    int at = block.start();
    for (String part : article.text(block).split(" \\| ")) {
      int header = part.indexOf(AFTER_HEADER);
      if (header > 0 && header + AFTER_HEADER.length() < part.length()) {
        cells.add(
            new Cell(
                TableColumn.of(part.substring(0, header)), at + header + AFTER_HEADER.length(), at + part.length()));
      }
      at += part.length() + BETWEEN.length();
    }
    return new TableRow(cells);
  }

  /** How a cell is written in the text; neither part holds what parts cells and headers. */
  static String written(String header, String cell) {
    return plain(header).replace(':', ' ').strip() + AFTER_HEADER + plain(cell);
  }

  private static String plain(String text) {
    return NormalForm.of(text.replace('|', '/'));
  }
}
