package org.entente.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.entente.time.TimeInterval;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Status;

/**
 * One undertaking as a careful reader recorded it.
 *
 * @param id unique in its file
 * @param states ISO 3166-1 alpha-3 codes of all states involved
 * @param others named participants that are not states
 * @param field local name of the main field
 * @param when empty where the text gives no date
 * @param anchor a few words of the sentence that states it
 * @param roles who takes part as what, by code or name; empty where it is not annotated
 * @param trigger the words that announce it; empty where it is not annotated
 */
public record GoldRow(
    String id,
    Kind kind,
    SortedSet<String> states,
    List<String> others,
    Status status,
    String field,
    Optional<TimeInterval> when,
    List<String> places,
    String anchor,
    List<String> roles,
    String trigger) {

  public GoldRow {
    states = new TreeSet<>(states);
    others = List.copyOf(others);
    places = List.copyOf(places);
    roles = List.copyOf(roles);
  }

  /** Whether somebody only recommends it. */
  public boolean isProposal() {
    return status == Status.PROPOSED;
  }
}
