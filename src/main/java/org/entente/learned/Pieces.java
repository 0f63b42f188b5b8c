package org.entente.learned;

import java.util.List;

/**
 * A sentence as the encoder reads it.
 *
 * @param ids word pieces in the encoder's vocabulary, with the marks that open and close a sentence
 * @param ofWord for each word of the sentence the places of its pieces in {@code ids}; empty for a word beyond the
 *     encoder's reach
 */
public record Pieces(long[] ids, List<int[]> ofWord) {

  public Pieces {
    ofWord = List.copyOf(ofWord);
  }

  /** The pieces of one word, or of the whole sentence where the word has none. */
  int[] of(int word) {
    return ofWord.get(word).length == 0 ? all() : ofWord.get(word);
  }

  int[] all() {
    int[] all = new int[ids.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
    }
    return all;
  }
}
