package org.entente.article;

import java.util.regex.Pattern;

/**
 * What of a table is text. Read one after the other, the cells of a row make a sentence that nobody wrote ("Kenya Malta
 * agreement 2019"), so that only a cell that is a sentence by itself is kept, as in a chronology.
 */
public final class TableCells {

  private static final Pattern CLOSED = Pattern.compile("[.!?][\"”’')\\]]*$");
  private static final int FEWEST_WORDS = 6;

  private TableCells() {}

  public static boolean isSentence(String cell) {
    return CLOSED.matcher(cell).find() && cell.split(" ").length >= FEWEST_WORDS;
  }
}
