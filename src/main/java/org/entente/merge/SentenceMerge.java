package org.entente.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.entente.actor.Actor;
import org.entente.lexicon.KindFrame.Trait;
import org.entente.lexicon.Lexicon;
import org.entente.undertaking.Status;

/** Brings together the findings of one sentence that are one undertaking: "met for talks". */
public final class SentenceMerge {

  private SentenceMerge() {}

  public static List<Finding> merge(List<Finding> read, Lexicon lexicon) {
    List<Finding> merged = new ArrayList<>();
    for (Finding finding : read) {
      Optional<Finding> same = merged.stream().filter(f -> isSame(f, finding, lexicon)).findFirst();
      if (same.isEmpty()) {
        merged.add(finding);
      } else {
        boolean better = isBetter(finding, same.get());
        merged.set(merged.indexOf(same.get()), better ? finding.absorbing(same.get()) : same.get().absorbing(finding));
      }
    }
    return withoutIdleTalk(merged, lexicon);
  }

  /** The likelier; where nobody knows that, the one with more parties. */
  private static boolean isBetter(Finding finding, Finding than) {
    OptionalDouble likelihood = finding.told().likelihood();
    OptionalDouble other = than.told().likelihood();
    return likelihood.isPresent() && other.isPresent() ? likelihood.getAsDouble() > other.getAsDouble()
        : finding.states().size() > than.states().size();
  }

  private static boolean isSame(Finding a, Finding b, Lexicon lexicon) {
    if (lexicon.kind(a.kind()).has(Trait.SIGNED) && bothWeighed(a, b) && !a.told().verbal() && !b.told().verbal()) {
      // "an agreement on fisheries and a memorandum on tourism": each document is one.
      return false;
    }
    if (!lexicon.kind(a.kind()).has(Trait.ONE_FOR_A_PAIR) && (areParted(a, b) || isReturned(a, b))) {
      return false;
    }
    boolean nested = a.states().containsAll(b.states()) || b.states().containsAll(a.states());
    boolean statement =
        !lexicon.kind(a.kind()).has(Trait.SAID) || a.told().verb() == b.told().verb()
            || a.fields().getFirst().equals(b.fields().getFirst());
    return a.kind() == b.kind() && nested && statement && a.status().group() == b.status().group();
  }

  /** "opened a consulate in 1972, and an embassy in 1980": two days that have none in common. */
  private static boolean areParted(Finding a, Finding b) {
    return !a.details().datesAgree(b.details());
  }

  /** "A visited Y, and B visited X": each goes to the other. */
  private static boolean isReturned(Finding a, Finding b) {
    return a.told().verbal() && b.told().verbal() && a.participants().roles().entrySet().stream()
        .filter(e -> e.getKey().type() == Actor.Type.STATE)
        .anyMatch(e -> e.getValue().opposite()
            .filter(o -> o == b.participants().roles().get(e.getKey())).isPresent());
  }

  private static boolean bothWeighed(Finding a, Finding b) {
    return a.told().likelihood().isPresent() && b.told().likelihood().isPresent();
  }

  /** "There are talks that they discuss a sale": the talks are no meeting beside the matter that they are about. */
  private static List<Finding> withoutIdleTalk(List<Finding> findings, Lexicon lexicon) {
    return findings.stream()
        .filter(
            f -> !lexicon.kind(f.kind()).has(Trait.TALKS)
                || f.told().verbal()
                || f.told().carried()
                || findings.stream().noneMatch(o -> o.status() == Status.NEGOTIATING && o.states().equals(f.states())))
        .toList();
  }
}
