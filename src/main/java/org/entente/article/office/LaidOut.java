package org.entente.article.office;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.entente.article.Block;
import org.entente.article.Piece;
import org.entente.article.text.PlainTextLayout;

/** Tells what paragraphs are as in plain text, where a document does not say so; its list items and rows stay. */
record LaidOut(PlainTextLayout layout) {

  List<Piece> of(List<Piece> pieces) {
    List<Piece> told = layout.pieces(pieces.stream().flatMap(piece -> Stream.of(piece.text(), "")).toList());
    if (told.size() != pieces.size()) {
      return beforeTheFirstRow(pieces, told);
    }
    List<Piece> out = new ArrayList<>(told);
    for (int i = 0; i < out.size(); i++) {
      Piece piece = pieces.get(i);
      out.set(i, piece.is(Block.Kind.LIST_ITEM) || piece.is(Block.Kind.ROW) ? piece : told.get(i));
    }
    return out;
  }

  /** The layout joins or parts paragraphs, and would do so with the rows of a table, too. */
  private List<Piece> beforeTheFirstRow(List<Piece> pieces, List<Piece> told) {
    List<Piece> before = pieces.stream().takeWhile(piece -> !piece.is(Block.Kind.ROW)).toList();
    return before.size() == pieces.size() ? told
        : Stream.concat(of(before).stream(), pieces.stream().skip(before.size())).toList();
  }
}
