package org.entente.lexicon;

import java.util.Optional;
import java.util.Set;

/**
 * A word that says where an undertaking stands: a verb that carries an event noun ("sign", "hold", "call off"), or a
 * verb, noun or adjective over a clause ("agree to", "plan to", "deny that", "proposal for").
 *
 * @param lemma the word
 * @param particle the particle or preposition that belongs to it
 * @param effect what it does to the status
 * @param takes what it governs: {@code noun}, {@code clause}, or both
 * @param kinds local names of the kinds it carries; empty for all
 * @param stage step in an agreement's history that it reports (signed, ratified, ...)
 */
public record Operator(
    String lemma,
    Optional<String> particle,
    Effect effect,
    Set<String> takes,
    Set<String> kinds,
    Optional<String> stage) {

  /** What an operator does to the status of what it governs. */
  public enum Effect {
    /** It takes place, or was agreed: status by tense. */
    DO,
    /** Something begins or goes on: ongoing unless it is future. */
    CONTINUE,
    /** It is being talked about. */
    NEGOTIATE,
    /** It is decided or scheduled. */
    PLAN,
    /** One side offers, asks, invites, wishes. */
    OFFER,
    /** It is recommended, by somebody who is not a party acting. */
    RECOMMEND,
    /** It may happen. */
    POSSIBLE,
    /** It is stopped, called off or refused. */
    END,
    /** Somebody says that it is not so. */
    DENY,
    /** It changes nothing: "said that", "announced". */
    REPORT,
    /** What stands under it is no statement about the world: "imagine", "dream of". */
    IRREALIS
  }

  public Operator {
    takes = Set.copyOf(takes);
    kinds = Set.copyOf(kinds);
  }
}
