package org.entente.cli;

/** What the shell is told. */
final class ExitCode {

  static final int WELL = 0;
  /** The work was done and something was found: rejected articles, violations, figures below the bar. */
  static final int FINDINGS = 1;
  /** The command was not understood. */
  static final int USAGE = 2;
  /** The work could not be done. */
  static final int FAILURE = 3;

  private ExitCode() {}
}
