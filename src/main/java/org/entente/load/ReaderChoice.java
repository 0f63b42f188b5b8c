package org.entente.load;

/** Who reads the articles. */
public enum ReaderChoice {
  /** Rules and lexicon. */
  rules,
  /** What was learned from annotated articles; rules only say what is asserted, when, and with which roles. */
  learned,
  /** Rules, and the learned reader beside them for what no rule knows. */
  both
}
