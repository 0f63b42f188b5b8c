package org.entente.learned;

import java.util.Optional;
import java.util.Set;
import org.entente.syntax.Word;
import org.entente.time.TimeInterval;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Status;

/**
 * A word of a sentence with what it is taken to tell, before it is weighed against what the sentence and the article tell
 * besides.
 *
 * @param states ISO alpha-3 codes of all states that take part
 * @param likelihood that it is right, for itself
 * @param event how likely the word tells of something at all
 * @param byRule whether the rules found just this
 * @param definite whether a noun tells it that takes up something known: "the visit"
 */
public record Telling(
    Word word, Kind kind, Set<String> states, Status status, double likelihood, double event, boolean byRule,
    boolean definite, Optional<TimeInterval> when) {

  public Telling {
    states = Set.copyOf(states);
  }

  boolean isOfSame(Telling other) {
    return kind == other.kind && states.equals(other.states);
  }
}
