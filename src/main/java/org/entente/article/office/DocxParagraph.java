package org.entente.article.office;

/**
 * One paragraph of a Word document.
 *
 * @param style identifier of its style; empty for the standard one
 * @param listLevel depth in a list from 1; 0 outside lists
 * @param bold whether all of its words are bold
 * @param row whether it is a row of a table that lists undertakings
 */
public record DocxParagraph(String text, String style, int listLevel, boolean bold, boolean row) {

  static DocxParagraph plain(String text, boolean row) {
    return new DocxParagraph(text, "", 0, false, row);
  }
}
