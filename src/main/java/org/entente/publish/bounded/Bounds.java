package org.entente.publish.bounded;

/** How large the parts of a query and the values that it computes may become. */
final class Bounds {

  /** Characters of a text that a query computes. */
  static final int TEXT = 1_000_000;
  /** Characters that all GROUP_CONCATs of a query join. */
  static final int CONCATENATED = 16_000_000;
  /** Digits of a number that a query computes with. */
  static final int DIGITS = 1_000;
  /** Brackets, braces and parentheses inside each other. */
  static final int NESTING = 100;
  /** EXISTS inside each other; the planner's work doubles with each. */
  static final int EXISTS = 6;
  /** Operators, UNIONs, OPTIONALs, steps of paths and the like, in all. */
  static final int OPERATORS = 500;
  /** Triple patterns in all. */
  static final int PATTERNS = 500;
  /** Characters of a regular expression, its repeated parts counted as often as they may be repeated. */
  static final int REGEX = 20_000;

  private Bounds() {}

  static QueryRefused tooLong(String what) {
    return new QueryRefused(what, "ask for less in one query");
  }
}
