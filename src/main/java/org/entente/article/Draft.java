package org.entente.article;

import java.util.List;

/** What a format's reader found: metadata that the format declares, and the blocks in reading order. */
record Draft(Metadata metadata, List<Piece> pieces) {

  Draft {
    pieces = List.copyOf(pieces);
  }
}
