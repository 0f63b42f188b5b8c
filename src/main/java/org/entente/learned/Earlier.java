package org.entente.learned;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.entente.mention.AnnotatedSentence;
import org.entente.undertaking.Kind;

/** What an article seemed to tell of so far. For one reading of one article. */
final class Earlier {

  /** As far back as this many sentences one looks for the same thing; what is further back is as good as gone. */
  static final int FAR = 30;

  private record Told(Set<String> states, Kind kind, String lemma, int sentence) {}

  private final List<Told> told = new ArrayList<>();

  void tell(Set<String> states, Guess guess, AnnotatedSentence sentence) {
    told.add(new Told(Set.copyOf(states), guess.kind(), guess.word().lemma(), sentence.number()));
  }

  int size() {
    return told.size();
  }

  /** Which part of all was of just these states. */
  double share(Set<String> states) {
    return told.isEmpty() ? 0 : (double) count(t -> t.states.equals(states)) / told.size();
  }

  /** How often it told something of this kind of just these states. */
  int times(Hypothesis hypothesis) {
    return count(t -> isLike(t, hypothesis));
  }

  /** How many sentences ago it last did. */
  int since(Hypothesis hypothesis, AnnotatedSentence sentence) {
    return told.stream().filter(t -> isLike(t, hypothesis)).mapToInt(t -> sentence.number() - t.sentence)
        .reduce(FAR, Math::min);
  }

  /** How often it told something with the same word. */
  int times(String lemma) {
    return count(t -> t.lemma.equals(lemma));
  }

  private static boolean isLike(Told told, Hypothesis hypothesis) {
    return told.kind == hypothesis.kind() && told.states.equals(hypothesis.states());
  }

  private int count(Predicate<Told> which) {
    return (int) told.stream().filter(which).count();
  }
}
