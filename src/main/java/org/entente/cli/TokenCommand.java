package org.entente.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.entente.access.TokenFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente token}: who may send articles to a server. */
@Command(
    name = "token",
    description = "Give out and take back the tokens of those who may change what a server publishes.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nThe file has names, scopes (add: send articles; remove: take them out), last days and SHA-256%n"
        + "digests; a token itself is shown once and kept nowhere. A running server sees changes at once.%n"
        + "%nExamples:%n",
    footer = {
      "  entente token add --tokens tokens ada --until 2027-06-30",
      "  entente token add --tokens tokens harvester --scopes add",
      "  entente token list --tokens tokens",
      "  entente token remove --tokens tokens ada",
      "  entente serve --store data --tokens tokens"
    })
final class TokenCommand implements Runnable {

  @Spec
  private CommandSpec spec;

  private TokenCommand() {}

  static CommandLine make() {
    return new CommandLine(new TokenCommand())
        .addSubcommand(new Adding())
        .addSubcommand(new Listing())
        .addSubcommand(new Removing());
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say add, list or remove");
  }

  /** The file that all of them are about. */
  private static final class FileOption {

    @Option(names = "--tokens", paramLabel = "FILE", required = true, description = "The file of tokens.")
    private Path file;

    TokenFile open() {
      return new TokenFile(file, Clock.systemUTC());
    }
  }

  /** {@code entente token add}. */
  @Command(name = "add", description = "Make a token for somebody, in place of their old one, and print it.",
      footerHeading = "%nExample:%n", footer = "  entente token add --tokens tokens ada --scopes add,remove")
  private static final class Adding implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private FileOption file;

    @Option(names = "--scopes", paramLabel = "LIST", defaultValue = "add,remove",
        description = "What it allows. Default: ${DEFAULT-VALUE}")
    private String scopes = "";

    @Option(names = "--until", paramLabel = "DAY", description = "The last day it is good for, such as 2027-06-30.")
    private @Nullable LocalDate until;

    @Parameters(paramLabel = "NAME", description = "Whose it is; the log of changes has this name.")
    private String name = "";

    @Override
    public Integer call() {
      spec.commandLine().getOut().println(file.open().add(name, scopes, Optional.ofNullable(until)));
      return ExitCode.WELL;
    }
  }

  /** {@code entente token list}. */
  @Command(name = "list", description = "List names, scopes and last days.", footerHeading = "%nExample:%n",
      footer = "  entente token list --tokens tokens")
  private static final class Listing implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private FileOption file;

    @Override
    public Integer call() {
      file.open().described().forEach(spec.commandLine().getOut()::println);
      return ExitCode.WELL;
    }
  }

  /** {@code entente token remove}. */
  @Command(name = "remove", description = "Make somebody's token worthless.", footerHeading = "%nExample:%n",
      footer = "  entente token remove --tokens tokens ada")
  private static final class Removing implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private FileOption file;

    @Parameters(paramLabel = "NAME", description = "Whose it is.")
    private String name = "";

    @Override
    public Integer call() {
      boolean removed = file.open().remove(name);
      spec.commandLine().getOut().printf("%-9s  %s%n", removed ? "removed" : "not found", name);
      return removed ? ExitCode.WELL : ExitCode.FINDINGS;
    }
  }
}
