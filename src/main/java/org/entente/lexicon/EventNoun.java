package org.entente.lexicon;

import java.util.Optional;
import java.util.Set;

/**
 * A noun that names an undertaking: "treaty", "state visit", "naval drill".
 *
 * @param words the lemmas it consists of, the head noun where {@code head} says
 * @param head position of the head noun in {@code words}
 * @param announces local name of the kind in the ontology
 * @param field main field that the noun itself implies
 * @param instrument local name in the instrument scheme
 * @param status status that the noun itself implies ("offer", "option")
 * @param needs what the text must show beside the noun for it to count; empty for a noun that says enough alone
 */
public record EventNoun(
    java.util.List<String> words,
    int head,
    String announces,
    Optional<String> field,
    Optional<String> instrument,
    Optional<String> status,
    Set<Need> needs) {

  /** What a noun of many meanings needs beside it; one of the named needs is enough. */
  public enum Need {
    /** A word like joint, bilateral, trilateral, mutual. */
    JOINT,
    /** A verb that carries such nouns: hold, sign, pay, conduct. */
    SUPPORT,
    /** Two states, or a state and a body, attached to the noun itself. */
    PARTIES,
    /** A word of the military field before it. */
    MILITARY
  }

  public EventNoun {
    words = java.util.List.copyOf(words);
    needs = Set.copyOf(needs);
  }
}
