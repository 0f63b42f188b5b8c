package org.entente.learned;

import java.util.List;

/**
 * A sentence as the encoder reads it, among others.
 *
 * @param all the places of its pieces among those that the encoder reads at once
 * @param ofWord for each of its words the places of its pieces; empty for a word beyond the encoder's reach
 */
record Pieces(int[] all, List<int[]> ofWord) {

  Pieces {
    ofWord = List.copyOf(ofWord);
  }

  /** The pieces of one word, or of the whole sentence where the word has none. */
  int[] of(int word) {
    return ofWord.get(word).length == 0 ? all : ofWord.get(word);
  }
}
