package org.entente.cli;

import java.io.PrintWriter;
import java.util.Objects;
import org.entente.problem.EntenteException;
import org.entente.problem.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns what went wrong into one line that says what and where, one that says what to do, and an exit code. The stack
 * trace comes only with {@code --debug}.
 */
final class ProblemPrinter implements IExecutionExceptionHandler, IParameterExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemPrinter.class);

  @Override
  public int handleParseException(ParameterException problem, String[] arguments) {
    CommandLine command = problem.getCommandLine();
    PrintWriter err = command.getErr();
    print(command, Objects.requireNonNullElse(problem.getMessage(), ""));
    UnmatchedArgumentException.printSuggestions(problem, err);
    advise(command, "Try: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) {
    return print(problem, command);
  }

  /** Prints any problem and says with which code to exit. */
  static int print(Throwable problem, CommandLine command) {
    switch (problem) {
      case EntenteException e -> {
        print(command, e.getMessage());
        e.advice().ifPresent(advice -> advise(command, advice));
      }
      case OutOfMemoryError e -> {
        print(command, "not enough memory (" + e.getMessage() + ")");
        advise(command, "Give Java more: ENTENTE_JAVA_OPTS=-Xmx3g entente ...");
      }
      default -> {
        print(command, "something unexpected happened: " + problem);
        advise(command, "This is a mistake in Entente. Run it again with --debug and report what it prints.");
      }
    }
    LOG.debug("The problem in full:", problem);
    return ExitCode.FAILURE;
  }

  private static void print(CommandLine command, String message) {
    Ansi ansi = command.getColorScheme().ansi();
    String label = ansi.string("@|bold,red entente:|@ ");
    command.getErr().println(label + Secrets.hidden(message.replaceAll("\\s*\\R\\s*", " ")));
  }

  private static void advise(CommandLine command, String advice) {
    command.getErr().println("  " + Secrets.hidden(advice));
  }
}
