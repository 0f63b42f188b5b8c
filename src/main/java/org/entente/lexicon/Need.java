package org.entente.lexicon;

/** What a word of many meanings needs beside it to announce an undertaking. The data name them in lower case with hyphens. */
public enum Need {
  /** Noun: a word like joint, bilateral, mutual, or two states before it. */
  JOINT,
  /** Noun: a word that carries such nouns: hold, sign, pay, conduct. */
  SUPPORT,
  /** Noun: two states, or a state and a body, at the noun itself. */
  PARTIES,
  /** Noun: a word of the military field before it. */
  MILITARY,
  /** Verb: an actor as subject or agent. */
  SUBJECT,
  /** Verb: an actor as object. */
  OBJECT,
  /** Verb: an actor as subject or object. */
  EITHER,
  /** Verb: somebody as subject, and an actor as object or behind to, with, on or from. */
  BOTH,
  /** Verb: a person or post as subject. */
  OFFICIAL,
  /** Verb: two states as subject. */
  PAIR,
  /** Verb: two states in the clause, or "together", "with" and the like. */
  PARTNERS,
  /** Verb: two states as subject, and "together", "jointly" beside the verb or a joint thing as its object. */
  JOINTLY,
  /** Verb: an actor to whom. */
  RECIPIENT,
  /** Verb: a place to go to, and nothing that merely moves as subject. */
  DESTINATION,
  /** Verb: officials as object. */
  PERSONS,
  /** Verb: goods as subject. */
  GOODS,
  /** Verb: an international body in the clause. */
  BODY,
  /** Verb: an infinitive follows. */
  INFINITIVE,
  NO_INFINITIVE,
  /** Verb: nothing is acted on. */
  NO_OBJECT,
  /** Verb: the subject is no analyst or the like. */
  NO_OBSERVER
}
