package org.entente.article;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paragraphs that were typed as a list ("- Build ...", "• Sell ...", "2. Train ..."), two or more in a row. */
public final class MarkedParagraphs {

  /** Signs before an item; the last five are those of the symbol fonts of word processors, as PDFs have them. */
  public static final String BULLETS = "•●▪■◦‣➢\\uF0B7\\uF0A7\\uF0D8\\uF076\\uF0FC";
  private static final Pattern MARK =
      Pattern.compile("^(?:[-–—*·]\\s+|[" + BULLETS + "]\\s*|\\(?\\d{1,2}[.)]\\s+)(?=\\S)");

  private MarkedParagraphs() {}

  public static List<Piece> asItems(List<Piece> pieces) {
    List<Piece> out = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      Matcher mark = MARK.matcher(piece.text());
      boolean neighbour = isMarked(pieces, i - 1) || isMarked(pieces, i + 1);
      boolean item = isMarked(pieces, i) && neighbour && mark.find();
      out.add(item ? Piece.item(piece.text().substring(mark.end()), 1) : piece);
    }
    return out;
  }

  public static boolean isMarked(String text) {
    return MARK.matcher(text).find();
  }

  private static boolean isMarked(List<Piece> pieces, int i) {
    return i >= 0 && i < pieces.size() && pieces.get(i).is(Block.Kind.PARAGRAPH)
        && isMarked(pieces.get(i).text());
  }
}
