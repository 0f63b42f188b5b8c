package org.entente.undertaking;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.entente.actor.Actor;
import org.entente.time.TimeInterval;

/**
 * Anything that two or more actors do together, have agreed, are negotiating, or are urged to do, as one article
 * states it.
 *
 * @param ordinal its number within the article, from 1 in text order; others refer to it by this
 * @param states the states whose undertaking it is, as actors, sorted by ISO alpha-3 code
 * @param parties every actor in a role; one actor may have several
 * @param ending how it came to its end, where that is told; only of one that has ended
 * @param fields local names of field concepts, the main one first; never empty
 * @param when the days in which it happened, began or was signed
 * @param dateText the words that {@code when} was resolved from
 * @param item what is transferred or agreed about, as written
 * @param currency ISO 4217 code of {@code amount}
 * @param instrument local name in the instrument scheme (agreements)
 * @param name its own name ("Druzhba")
 * @param resultedIn ordinals of the undertakings that came out of this one
 * @param partOf ordinals of the undertakings that this is part of
 * @param statedBy the speaker, where somebody other than the author says so
 * @param evidence whole sentences, at least one, in text order
 * @param trigger the words that announce it
 * @param rationale how the reader came to it, for people: the entry that announces it, what each governing word says
 * @param confidence share of such findings that are right, 0 to 1
 */
public record Undertaking(
    int ordinal,
    Kind kind,
    List<Actor> states,
    List<Party> parties,
    Status status,
    Optional<Ending> ending,
    List<String> fields,
    Optional<TimeInterval> when,
    Optional<String> dateText,
    List<Actor> places,
    Optional<String> item,
    Optional<Long> quantity,
    Optional<BigDecimal> amount,
    Optional<String> currency,
    Optional<String> instrument,
    Optional<String> name,
    List<Stage> history,
    List<Integer> resultedIn,
    List<Integer> partOf,
    Optional<Actor> statedBy,
    List<Evidence> evidence,
    Optional<Evidence> trigger,
    Optional<String> rationale,
    BigDecimal confidence) {

  public Undertaking {
    states = List.copyOf(states);
    parties = List.copyOf(parties);
    fields = List.copyOf(fields);
    places = List.copyOf(places);
    history = List.copyOf(history);
    resultedIn = List.copyOf(resultedIn);
    partOf = List.copyOf(partOf);
    evidence = List.copyOf(evidence);
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException("an undertaking without evidence: " + kind);
    }
    if (ending.isPresent() && status != Status.ENDED) {
      throw new IllegalArgumentException("an end of an undertaking that has not ended: " + kind);
    }
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("an undertaking without a field: " + kind);
    }
  }
}
