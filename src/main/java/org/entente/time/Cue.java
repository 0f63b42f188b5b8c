package org.entente.time;

/** A class of words by which a verb tells whether it lies ahead of the article's day. */
public enum Cue {
  /** A modal that speaks of the past. */
  PAST_MODAL,
  /** The auxiliary of the perfect. */
  PERFECT,
  /** A verb that makes a timetable of what it governs. */
  SCHEDULED,
  /** A word beside a verb that does so. */
  SET,
  /** A verb whose present tense tells of the past. */
  REPORTING,
  /** A verb whose infinitive happens when it does itself: "began to export". */
  BEGUN
}
