package org.entente.syntax;

/**
 * One step on the way from a word to the root of its sentence: what governs it, and how.
 *
 * @param marker the preposition or conjunction between the two; empty where there is none
 */
public record Govern(Word governed, Word governor, Manner manner, String marker) {

  /** How a word is governed. */
  public enum Manner {
    /** A noun as object, passive subject, predicative, or behind a preposition. */
    NOUN,
    /** A noun as subject of an active verb. */
    SUBJECT,
    INFINITIVE,
    GERUND,
    CLAUSE,
    /** An adverbial clause: its conjunction or preposition says how it is meant. */
    CONJUNCTION,
    /** A predicative under its copula: "be <i>due</i>". */
    COPULA
  }
}
