package org.entente.article.office;

import org.entente.article.Block;
import org.entente.article.Piece;

/**
 * One paragraph of a Word document.
 *
 * @param style identifier of its style; empty for the standard one
 * @param listLevel depth in a list from 1; 0 outside lists
 * @param bold whether all of its words are bold
 * @param row whether it is a row of a table that lists undertakings
 * @param boxed whether it stands in a text box
 */
public record DocxParagraph(String text, String style, int listLevel, boolean bold, boolean row, boolean boxed) {

  /** What a table gives: a row, or a sentence of its own. */
  static DocxParagraph ofTable(Piece piece) {
    return new DocxParagraph(piece.text(), "", 0, false, piece.is(Block.Kind.ROW), false);
  }
}
