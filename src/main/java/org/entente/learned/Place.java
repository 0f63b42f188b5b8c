package org.entente.learned;

import java.util.Optional;
import org.entente.syntax.ClauseGraph;
import org.entente.syntax.Relation;
import org.entente.syntax.Word;

/**
 * Where in a sentence's pieces a word that may tell of an undertaking stands, with what belongs to it: what it depends
 * on and what it acts on. The means of these pieces' vectors, with that of the whole sentence, are what the heads see.
 *
 * @param own pieces of the word itself
 * @param whole pieces of its sentence
 * @param head pieces of the word that it depends on; none for the root
 * @param object pieces of its object, passive subject, predicative or complement; none where it has none
 */
record Place(int[] own, int[] whole, int[] head, int[] object) {

  /** Numbers in the vector that the heads see. */
  static final int SEEN_SIZE = 4 * Encoder.SIZE;

  /** Numbers in the vector that says whether somebody takes part. */
  static final int PARTY_SIZE = 7 * Encoder.SIZE + 3;

  private static final int[] NONE = {};

  static Place of(ClauseGraph graph, Word word, Pieces pieces) {
    int[] head = word.head() < 0 ? NONE : pieces.of(word.head());
    Optional<Word> object =
        graph.children(word, Relation.OBJ, Relation.NSUBJ_PASS, Relation.PREDICATIVE, Relation.NMOD).findFirst();
    return new Place(pieces.of(word.index()), pieces.all(), head, object.map(o -> pieces.of(o.index())).orElse(NONE));
  }

  /** The vector that the heads see: four means, one behind the other. */
  float[] vector(float[][] states) {
    float[] vector = new float[SEEN_SIZE];
    mean(states, own, vector, 0);
    mean(states, whole, vector, Encoder.SIZE);
    mean(states, head, vector, 2 * Encoder.SIZE);
    mean(states, object, vector, 3 * Encoder.SIZE);
    return vector;
  }

  /**
   * The vector that says whether somebody takes part: the word's, that of his name in the list and in the sentence, the
   * products of the word's with these and with that of his name before, the sentence's, and where he is named at all.
   */
  float[] vector(float[][] states, Naming naming) {
    float[] vector = new float[PARTY_SIZE];
    mean(states, own, vector, 0);
    mean(states, naming.list(), vector, Encoder.SIZE);
    mean(states, naming.here(), vector, 2 * Encoder.SIZE);
    mean(states, naming.before(), vector, 5 * Encoder.SIZE);
    for (int i = 0; i < Encoder.SIZE; i++) {
      vector[3 * Encoder.SIZE + i] = vector[i] * vector[Encoder.SIZE + i];
      vector[4 * Encoder.SIZE + i] = vector[i] * vector[2 * Encoder.SIZE + i];
      vector[5 * Encoder.SIZE + i] *= vector[i];
    }
    mean(states, whole, vector, 6 * Encoder.SIZE);
    System.arraycopy(naming.flags(), 0, vector, 7 * Encoder.SIZE, 3);
    return vector;
  }

  /** Adds the mean of the vectors at these places to a longer vector. */
  static void mean(float[][] states, int[] places, float[] into, int offset) {
    for (int place : places) {
      for (int d = 0; d < Encoder.SIZE; d++) {
        into[offset + d] += states[place][d] / places.length;
      }
    }
  }
}
