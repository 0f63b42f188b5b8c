package org.entente.article.html;

import java.util.List;
import org.entente.article.NormalForm;
import org.entente.article.TableCells;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Tells tables of data from those that old pages are laid out with, and takes the former out, but for sentences. */
final class PageTables {

  /** Letters of a cell from which on it holds text, not a datum. */
  private static final int LONG_CELL = 300;
  private static final String STRUCTURE = "h1, h2, h3, h4, table, ul, ol, div p, p + p, form";

  private PageTables() {}

  /** @return how many were taken out */
  static int removeFrom(Element article) {
    int removed = 0;
    for (Element table : article.select("table")) {
      if (table != article && isData(table)) {
        removed++;
        table.select("caption").remove();
        table.select("td, th").stream().filter(cell -> !TableCells.isSentence(NormalForm.of(cell.text())))
            .toList().forEach(Element::remove);
      }
    }
    return removed;
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
