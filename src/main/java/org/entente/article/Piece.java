package org.entente.article;

/**
 * One block as a format's reader found it, before normalisation.
 *
 * @param kind what it is on the page
 * @param text its words; white space and encoding are still as in the source
 * @param level heading level from 1, nesting of a list item from 1, 0 for others
 */
public record Piece(Block.Kind kind, String text, int level) {

  public static Piece title(String text) {
    return new Piece(Block.Kind.TITLE, text, 0);
  }

  public static Piece paragraph(String text) {
    return new Piece(Block.Kind.PARAGRAPH, text, 0);
  }

  public static Piece caption(String text) {
    return new Piece(Block.Kind.CAPTION, text, 0);
  }

  public static Piece heading(String text, int level) {
    return new Piece(Block.Kind.HEADING, text, level);
  }

  public static Piece item(String text, int level) {
    return new Piece(Block.Kind.LIST_ITEM, text, level);
  }

  /** A row of a table, as {@link TableRow} writes it. */
  public static Piece row(String text) {
    return new Piece(Block.Kind.ROW, text, 0);
  }

  public boolean is(Block.Kind other) {
    return kind == other;
  }

  public Piece withText(String other) {
    return new Piece(kind, other, level);
  }
}
