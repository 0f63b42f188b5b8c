package org.entente.argument;

/** How the parties of an event were found, the surest first. */
public enum Ground {
  /** All of them stand in the event's own frame. */
  FRAME,
  /** At least one stands elsewhere in the sentence, or is meant by a reference. */
  SENTENCE,
  /** At least one is known from the text before only. */
  DISCOURSE
}
