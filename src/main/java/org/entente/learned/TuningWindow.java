package org.entente.learned;

import java.util.List;

/**
 * Sentences to learn from that the encoder reads at once.
 *
 * @param ids their word pieces
 * @param words the words that may tell of an undertaking, with what they do tell
 */
record TuningWindow(long[] ids, List<Candidate> words) {

  /** What a word tells where it tells of nothing. */
  static final int UNKNOWN = -1;

  /**
   * A word that may tell of an undertaking.
   *
   * @param kind index of the kind; 0 for none
   * @param status index of the status, {@link #UNKNOWN} where the word tells of nothing
   * @param field index of the field, likewise
   * @param missing how many of its states the sentence does not name, 2 for more; likewise
   * @param named who is named in the window, and whether they take part; empty where the word tells of nothing
   */
  record Candidate(Place place, int kind, int status, int field, int missing, List<Named> named) {}

  /** Where somebody is named, and whether he takes part. */
  record Named(Naming naming, boolean party) {}

  TuningWindow {
    words = List.copyOf(words);
  }
}
