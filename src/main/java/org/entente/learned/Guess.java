package org.entente.learned;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.entente.syntax.Word;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Status;

/**
 * What the learned reader makes of a word: probabilities of its kind, and of the rest if it tells of an undertaking.
 *
 * @param kinds of none, then of each kind in the order of {@link Kind}
 * @param statuses in the order of {@link Status}
 * @param fields of each field by its local name
 * @param missing that the sentence names all its states, all but one, all but more
 */
public record Guess(Word word, double[] kinds, double[] statuses, Map<String, Double> fields, double[] missing) {

  /** How likely the word tells of an undertaking. */
  public double probability() {
    return 1 - kinds[0];
  }

  public Kind kind() {
    return Kind.values()[greatest(kinds, 1) - 1];
  }

  /** How likely it is of a kind, if it is of any. */
  double probability(Kind kind) {
    return kinds[1 + kind.ordinal()] / Math.max(1e-9, probability());
  }

  /** Local names of all fields, the likeliest first. */
  List<String> likelyFields() {
    return fields.entrySet().stream()
        .sorted(Comparator.comparing((Map.Entry<String, Double> f) -> -f.getValue())
            .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey).toList();
  }

  /** The same, known to stand so. */
  public Guess standing(Status status) {
    double[] known = new double[statuses.length];
    known[status.ordinal()] = 1;
    return new Guess(word, kinds, known, fields, missing);
  }

  public Status status() {
    return Status.values()[greatest(statuses, 0)];
  }

  /** How likely its status is one of these. */
  public double probability(Predicate<Status> any) {
    double sum = 0;
    for (Status status : Status.values()) {
      sum += any.test(status) ? statuses[status.ordinal()] : 0;
    }
    return sum;
  }

  private static int greatest(double[] values, int from) {
    int best = from;
    for (int i = from + 1; i < values.length; i++) {
      if (values[i] > values[best]) {
        best = i;
      }
    }
    return best;
  }
}
