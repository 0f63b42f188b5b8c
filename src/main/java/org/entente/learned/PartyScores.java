package org.entente.learned;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.entente.actor.Actor;
import org.entente.syntax.Word;

/**
 * The encoder's scores that somebody takes part in what a word of one sentence tells. What belongs to the sentence, the
 * word and the name is worked out once for all that are asked about together; {@link Place#vector(float[][], Naming)} says
 * what is scored.
 */
final class PartyScores {

  private static final int SIZE = Encoder.SIZE;
  private static final float[] NOWHERE = {};

  private final Encodings.Encoded encoded;
  private final float[] weights;
  private final double ofSentence;
  private final Map<Integer, OfWord> words = new HashMap<>();
  private final Map<Actor, Named> names = new IdentityHashMap<>();

  /** @param head of one label */
  PartyScores(Encodings.Encoded encoded, Head head) {
    this.encoded = encoded;
    this.weights = head.weights();
    this.ofSentence = head.bias()[0] + product(mean(encoded.read().pieces().all()), 6);
  }

  /** A word's vector with its share in the score, and the whole scores so far. */
  private record OfWord(float[] own, double score, Map<Actor, Double> ofActors) {}

  /** The vectors of somebody's names, with their share in the score. */
  private record Named(float[] list, float[] here, float[] before, double score) {}

  double score(Word word, Candidate candidate) {
    OfWord of = words.computeIfAbsent(word.index(), index -> ofWord(word));
    return of.ofActors().computeIfAbsent(candidate.actor(), actor -> score(of, candidate));
  }

  private double score(OfWord word, Candidate candidate) {
    Named named = names.computeIfAbsent(candidate.actor(), actor -> named(candidate));
    return ofSentence + word.score() + named.score()
        + product(word.own(), named.list(), 3) + product(word.own(), named.here(), 4)
        + product(word.own(), named.before(), 5);
  }

  private OfWord ofWord(Word word) {
    float[] own = mean(encoded.read().pieces().of(word.index()));
    return new OfWord(own, product(own, 0), new IdentityHashMap<>());
  }

  private Named named(Candidate candidate) {
    Naming naming = encoded.naming(candidate);
    float[] list = mean(naming.list());
    float[] here = mean(naming.here());
    double score = product(list, 1) + product(here, 2);
    float[] flags = naming.flags();
    for (int i = 0; i < flags.length; i++) {
      score += flags[i] * weights[7 * SIZE + i];
    }
    return new Named(list, here, mean(naming.before()), score);
  }

  private float[] mean(int[] pieces) {
    if (pieces.length == 0) {
      return NOWHERE;
    }
    float[] mean = new float[SIZE];
    Place.mean(encoded.states(), pieces, mean, 0);
    return mean;
  }

  /**
   * What a vector adds to the score where it stands in that place of the whole one; nothing where there is none. The four
   * sums do not wait for each other.
   */
  private double product(float[] vector, int place) {
    double one = 0;
    double two = 0;
    double three = 0;
    double four = 0;
    for (int i = 0, w = place * SIZE; i < vector.length; i += 4, w += 4) {
      one += vector[i] * weights[w];
      two += vector[i + 1] * weights[w + 1];
      three += vector[i + 2] * weights[w + 2];
      four += vector[i + 3] * weights[w + 3];
    }
    return one + two + three + four;
  }

  /** The same of two vectors' product, number by number. */
  private double product(float[] own, float[] other, int place) {
    double one = 0;
    double two = 0;
    double three = 0;
    double four = 0;
    for (int i = 0, w = place * SIZE; i < other.length; i += 4, w += 4) {
      one += own[i] * other[i] * weights[w];
      two += own[i + 1] * other[i + 1] * weights[w + 1];
      three += own[i + 2] * other[i + 2] * weights[w + 2];
      four += own[i + 3] * other[i + 3] * weights[w + 3];
    }
    return one + two + three + four;
  }
}
