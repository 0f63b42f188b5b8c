package org.entente.learned;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.entente.syntax.Word;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Status;

/**
 * What the learned reader makes of a word: probabilities of its kind, and of the rest if it tells of an undertaking.
 *
 * @param kinds of none, then of each kind in the order of {@link Kind}
 * @param rest all else
 */
public record Guess(Word word, double[] kinds, Asked rest) {

  /**
   * The probabilities of a word that tells of an undertaking.
   *
   * @param statuses in the order of {@link Status}
   * @param fields of each field by its local name
   * @param missing that the sentence names all its states, all but one, all but more
   */
  record Details(double[] statuses, Map<String, Double> fields, double[] missing) {}

  /** Details that are worked out when somebody asks, since three words of four tell of nothing. */
  static final class Asked {

    private final Supplier<Details> maker;
    private Optional<Details> made = Optional.empty();

    Asked(Supplier<Details> maker) {
      this.maker = maker;
    }

    Details details() {
      if (made.isEmpty()) {
        made = Optional.of(maker.get());
      }
      return made.get();
    }
  }

  Guess(Word word, double[] kinds, double[] statuses, Map<String, Double> fields, double[] missing) {
    this(word, kinds, new Asked(() -> new Details(statuses, fields, missing)));
  }

  double[] statuses() {
    return rest.details().statuses();
  }

  /** By local name. */
  Map<String, Double> fields() {
    return rest.details().fields();
  }

  double[] missing() {
    return rest.details().missing();
  }

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
    return fields().entrySet().stream()
        .sorted(Comparator.comparing((Map.Entry<String, Double> f) -> -f.getValue())
            .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey).toList();
  }

  /** The same, known to stand so. */
  public Guess standing(Status status) {
    double[] known = new double[statuses().length];
    known[status.ordinal()] = 1;
    return new Guess(word, kinds, known, fields(), missing());
  }

  public Status status() {
    return Status.values()[greatest(statuses(), 0)];
  }

  /** How likely its status is one of these. */
  public double probability(Predicate<Status> any) {
    double sum = 0;
    for (Status status : Status.values()) {
      sum += any.test(status) ? statuses()[status.ordinal()] : 0;
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
