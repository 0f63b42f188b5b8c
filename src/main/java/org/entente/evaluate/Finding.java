package org.entente.evaluate;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.entente.actor.Actor;
import org.entente.undertaking.Undertaking;

/**
 * An undertaking that was found, proposed ones included, seen with a gold row's eyes.
 *
 * @param states ISO 3166-1 alpha-3 codes of its states
 * @param passages the words of its evidence, white space folded
 */
public record Finding(Undertaking undertaking, SortedSet<String> states, List<String> passages) {

  public Finding {
    states = new TreeSet<>(states);
    passages = List.copyOf(passages);
  }

  static Finding of(Undertaking undertaking) {
    TreeSet<String> codes = new TreeSet<>();
    undertaking.states().forEach(state -> state.state().ifPresent(codes::add));
    List<String> passages = undertaking.evidence().stream().map(e -> FoldedText.of(e.words())).toList();
    return new Finding(undertaking, codes, passages);
  }

  /** Whether the row's anchor stands in one of the passages: only then may the two be matched. */
  boolean mayMatch(GoldRow row) {
    String anchor = FoldedText.of(row.anchor());
    return passages.stream().anyMatch(passage -> passage.contains(anchor));
  }

  String mainField() {
    return undertaking.fields().getFirst();
  }

  List<String> places() {
    return undertaking.places().stream().map(Actor::name).toList();
  }
}
