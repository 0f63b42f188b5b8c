package org.entente.syntax;

/**
 * Grammatical relations, after Universal Dependencies 2 (https://universaldependencies.org/u/dep/). Two departures:
 * a copula stays the head of its predicative, since tense and negation hang on it, and gerunds behind a preposition
 * have a relation of their own, since words govern them differently from infinitives and clauses.
 */
public enum Relation {
  ROOT,
  /** Subject of an active verb. */
  NSUBJ,
  /** Subject of a passive verb. */
  NSUBJ_PASS,
  /** A clause as subject. */
  CSUBJ,
  OBJ,
  /** Indirect object: "gave <i>Kenya</i> boats". */
  IOBJ,
  /** A noun behind a preposition, or an adverbial noun, on a verb, adjective or adverb. */
  OBL,
  /** The doer in a passive: "signed by <i>Oman</i>". */
  AGENT,
  /** A noun behind a preposition, on a noun. */
  NMOD,
  POSS,
  COMPOUND,
  AMOD,
  NUMMOD,
  DET,
  APPOS,
  CONJ,
  CC,
  /** What is said of the subject of a copula: "is <i>due</i>", "was <i>the first</i>". */
  PREDICATIVE,
  /** A finite clause as complement: "said that it <i>signed</i>". */
  CCOMP,
  /** A clause without a subject of its own as complement: "agreed to <i>sign</i>". */
  XCOMP,
  /** A gerund behind a preposition: "succeeded in <i>signing</i>". */
  PCOMP,
  ADVCL,
  /** An infinitive or participle on a noun: "the treaty <i>signed</i> in May", "plans to <i>sign</i>". */
  ACL,
  RELCL,
  PARATAXIS,
  AUX,
  AUX_PASS,
  NEG,
  MARK,
  CASE,
  PARTICLE,
  ADVMOD,
  EXPL,
  PUNCT,
  DEP
}
