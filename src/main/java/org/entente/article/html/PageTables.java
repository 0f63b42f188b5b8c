package org.entente.article.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.article.Block;
import org.entente.article.NormalForm;
import org.entente.article.Piece;
import org.entente.article.RecordTable;
import org.entente.article.TableCells;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * Tells tables of data from those that old pages are laid out with, and takes the former out, but for sentences. Rows of
 * a table that lists undertakings stay, as elements named {@link #ROW}.
 */
final class PageTables {

  /** Letters of a cell from which on it holds text, not a datum. */
  private static final int LONG_CELL = 300;
  private static final String STRUCTURE = "h1, h2, h3, h4, table, ul, ol, div p, p + p, form";

  /** No element of HTML. */
  static final String ROW = "entente-row";
  private static final int MOST_SPANNED = 20;
  private static final int MOST_RECORDS = 1_000;

  private PageTables() {}

  /** @return how many were taken out */
  static int removeFrom(Element article) {
    int removed = 0;
    for (Element table : article.select("table")) {
      if (!table.equals(article) && isData(table)) {
        table.select("caption").remove();
        Optional<List<Piece>> records = RecordTable.pieces(rows(table));
        records.ifPresentOrElse(pieces -> show(pieces, table), () -> leaveOut(table));
        removed += records.isPresent() ? 0 : 1;
      }
    }
    return removed;
  }

  private static void leaveOut(Element table) {
    table.select("td, th").stream().filter(cell -> !TableCells.isSentence(NormalForm.of(cell.text())))
        .toList().forEach(Element::remove);
  }

  private static void show(List<Piece> records, Element table) {
    table.empty();
    records.forEach(
        piece -> table.appendElement(piece.is(Block.Kind.ROW) ? ROW : "p").text(piece.text()));
    table.tagName("div").clearAttributes();
  }

  /** The words of all cells; one that stands for several rows or columns is in each of them. */
  private static List<List<String>> rows(Element table) {
    List<List<String>> rows = new ArrayList<>();
    List<Spanning> open = new ArrayList<>();
    for (Element row : table.select("tr")) {
      if (rows.size() >= MOST_RECORDS) {
        break;
      }
      rows.add(words(row, open));
    }
    return rows;
  }

  /** A cell that reaches into the rows below. */
  private record Spanning(int column, String words, int rows) {}

  private static List<String> words(Element row, List<Spanning> open) {
    List<String> words = new ArrayList<>();
    List<Spanning> below = new ArrayList<>();
    List<Element> cells = cells(row);
    int next = 0;
    while (words.size() < MOST_SPANNED * 2) {
      int column = words.size();
      Optional<Spanning> above = open.stream().filter(cell -> cell.column() == column).findFirst();
      if (above.isPresent()) {
        words.add(above.get().words());
        below.add(above.get());
      } else if (next < cells.size()) {
        Element cell = cells.get(next++);
        String text = NormalForm.of(cell.text());
        for (int i = 0; i < spanned(cell, "colspan"); i++) {
          below.add(new Spanning(words.size(), text, spanned(cell, "rowspan")));
          words.add(text);
        }
      } else {
        break;
      }
    }
    open.clear();
    below.stream().filter(cell -> cell.rows() > 1)
        .map(cell -> new Spanning(cell.column(), cell.words(), cell.rows() - 1)).forEach(open::add);
    return words;
  }

  private static int spanned(Element cell, String attribute) {
    String value = cell.attr(attribute).strip();
    return value.matches("[1-9]\\d{0,3}") ? Math.min(MOST_SPANNED, Integer.parseInt(value)) : 1;
  }

  /** Several rows of several cells each, none of which has a text or a structure of its own. */
  private static boolean isData(Element table) {
    Elements rows = table.select("tr");
    long wide = rows.stream().filter(row -> cells(row).size() > 1).count();
    return wide > 1 && wide * 2 > rows.size()
        && rows.stream().flatMap(row -> cells(row).stream())
            .allMatch(cell -> cell.text().length() < LONG_CELL && cell.select(STRUCTURE).isEmpty());
  }

  private static List<Element> cells(Element row) {
    return row.children().stream().filter(child -> child.nameIs("td") || child.nameIs("th")).toList();
  }
}
