package org.entente.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** How much the diary on standard error tells; every command has these options. */
final class Diary {

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Tell each step, and print the stack trace of a problem.")
  private boolean debug;

  @Option(names = {"-q", "--quiet"}, scope = ScopeType.INHERIT, description = "Tell only what is wrong.")
  private boolean quiet;

  /** How the lines of the diary are written. */
  private enum Form {
    TEXT, JSON
  }

  @Option(
      names = "--log",
      paramLabel = "FORM",
      scope = ScopeType.INHERIT,
      defaultValue = "text",
      description = "Write the diary as text, or as json: one object a line. Default: ${DEFAULT-VALUE}")
  private Form form = Form.TEXT;

  /** Sets the level of the program's own loggers; those of the libraries stay at warnings. */
  void open() {
    if (form == Form.JSON && LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      JsonLines.use(context);
    }
    if (LoggerFactory.getLogger("org.entente") instanceof Logger logger) {
      logger.setLevel(debug ? Level.DEBUG : quiet ? Level.ERROR : Level.INFO);
    }
  }
}
