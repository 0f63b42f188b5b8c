package org.entente.evaluate;

/** How much of a row a finding must have right to count as a hit; each level asks for all of the one before. */
public enum Level {
  STATES("states"),
  TYPED("states and kind"),
  FULL("states, kind and status group");

  private final String title;

  Level(String title) {
    this.title = title;
  }

  /** What must be equal. */
  public String title() {
    return title;
  }

  /** The letter that tables use: a, b, c. */
  public String letter() {
    return String.valueOf((char) ('a' + ordinal()));
  }
}
