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

  private static final int[] NONE = {};

  static Place of(ClauseGraph graph, Word word, Pieces pieces) {
    int[] head = word.head() < 0 ? NONE : pieces.of(word.head());
    Optional<Word> object =
        graph.children(word, Relation.OBJ, Relation.NSUBJ_PASS, Relation.PREDICATIVE, Relation.NMOD).findFirst();
    return new Place(pieces.of(word.index()), pieces.all(), head, object.map(o -> pieces.of(o.index())).orElse(NONE));
  }

  /** The vector that the heads see: four means, one behind the other. */
  float[] vector(float[][] states) {
    float[] vector = new float[4 * Encoder.SIZE];
    mean(states, own, vector, 0);
    mean(states, whole, vector, Encoder.SIZE);
    mean(states, head, vector, 2 * Encoder.SIZE);
    mean(states, object, vector, 3 * Encoder.SIZE);
    return vector;
  }

  /**
   * The vector that says whether a mention takes part: the word's, the mention's, their product, the sentence's.
   *
   * @param mention pieces of the mention
   */
  float[] vector(float[][] states, int[] mention) {
    float[] vector = new float[4 * Encoder.SIZE];
    mean(states, own, vector, 0);
    mean(states, mention, vector, Encoder.SIZE);
    for (int i = 0; i < Encoder.SIZE; i++) {
      vector[2 * Encoder.SIZE + i] = vector[i] * vector[Encoder.SIZE + i];
    }
    mean(states, whole, vector, 3 * Encoder.SIZE);
    return vector;
  }

  private static void mean(float[][] states, int[] places, float[] into, int offset) {
    for (int place : places) {
      for (int d = 0; d < Encoder.SIZE; d++) {
        into[offset + d] += states[place][d] / places.length;
      }
    }
  }
}
