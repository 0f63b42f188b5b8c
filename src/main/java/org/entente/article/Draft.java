package org.entente.article;

import java.util.List;

/**
 * What a format's reader found: metadata that the format declares, and the blocks in reading order.
 *
 * @param tables how many tables were left out, but for the sentences in them
 * @param imprint what stood around the blocks and tells who publishes them
 */
public record Draft(Metadata metadata, List<Piece> pieces, int tables, List<String> imprint) {

  public Draft(Metadata metadata, List<Piece> pieces) {
    this(metadata, pieces, 0);
  }

  public Draft(Metadata metadata, List<Piece> pieces, int tables) {
    this(metadata, pieces, tables, List.of());
  }

  public Draft {
    pieces = List.copyOf(pieces);
    imprint = List.copyOf(imprint);
  }
}
