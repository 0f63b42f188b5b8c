package org.entente.cli;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.entente.load.Workbench;
import org.entente.problem.EntenteException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * The program: {@code entente COMMAND}. Exit codes are 0 for all well, 1 for findings, 2 for wrong usage, 3 for a
 * failure; results go to standard output, everything else to standard error.
 */
@Command(
    name = "entente",
    description = "Turns articles about relations between states into linked data and publishes it.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  entente serve                             publish the bundled sample",
      "  entente load --store data articles/*.txt  convert and store",
      "  entente serve --store data                publish what was stored",
      "  entente COMMAND --help                    more on one command",
      "",
      "Exit codes: 0 all well, 1 findings (rejected articles, violations, figures",
      "below the bar), 2 wrong usage, 3 a failure."
    })
public final class Entente implements Runnable {

  @Spec
  private CommandSpec spec;
  @Mixin
  private Diary diary;

  private final Workbench.Maker maker;

  private Entente(Workbench.Maker maker) {
    this.maker = maker;
  }

  public static void main(String[] arguments) {
    int code = run(Workbench::bundled, System.getenv(), writer(System.out), writer(System.err), arguments);
    if (code != ExitCode.WELL) {
      Runtime.getRuntime().exit(code);
    }
  }

  /**
   * Runs one command in this JVM, which it does not end.
   *
   * @param maker makes what reads articles, for the commands that do
   * @param environment what options are when the command line does not say
   * @return the exit code
   */
  public static int run(Workbench.Maker maker, Map<String, String> environment, PrintWriter out, PrintWriter err,
      String... arguments) {
    boolean configured = environment.containsKey(Configuration.FILE);
    Entente entente = new Entente(maker);
    CommandLine program = entente.program(configured ? Optional.empty() : Stream.of(arguments).findFirst());
    program.setOut(out).setErr(err);
    int code = executed(program, environment, arguments);
    out.flush();
    err.flush();
    return code;
  }

  private static int executed(CommandLine program, Map<String, String> environment, String... arguments) {
    try {
      program.setDefaultValueProvider(Configuration.of(environment, program));
    } catch (EntenteException e) {
      return ProblemPrinter.print(e, program);
    }
    return program.execute(arguments);
  }

  /** All commands with their options, as they are parsed; running one does what it does in the shell. */
  static CommandLine commands(Workbench.Maker maker) {
    return new Entente(maker).program(Optional.empty());
  }

  /** What makes each command, by its name. */
  private Map<String, Supplier<Object>> makers() {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("serve", () -> new ServeCommand(maker));
    commands.put("load", () -> new LoadCommand(maker));
    commands.put("extract", () -> new ExtractCommand(maker));
    commands.put("query", QueryCommand::new);
    commands.put("mcp", McpCommand::new);
    commands.put("export", ExportCommand::new);
    commands.put("dump", DumpCommand::new);
    commands.put("site", SiteCommand::new);
    commands.put("verify", VerifyCommand::new);
    commands.put("diff", DiffCommand::new);
    commands.put("validate", () -> new ValidateCommand(maker));
    commands.put("evaluate", () -> new EvaluateCommand(maker));
    commands.put("train", TrainCommand::new);
    commands.put("list", ListCommand::new);
    commands.put("remove", RemoveCommand::new);
    commands.put("curate", () -> CurateCommand.with(maker));
    commands.put("link", () -> new LinkCommand(maker));
    commands.put("token", TokenCommand::make);
    commands.put("backup", BackupCommand::new);
    commands.put("restore", RestoreCommand::new);
    commands.put("check", () -> new CheckCommand(maker));
    commands.put("compact", CompactCommand::new);
    commands.put("config", ConfigCommand::new);
    commands.put("stats", StatsCommand::new);
    commands.put("benchmark", BenchmarkCommand::new);
    return commands;
  }

  /**
   * @param called the command that is known to be meant: what the others look like is then of no use, and takes a tenth of a
   *     server's start; all commands where it is none of them, or {@code config}, which tells of the others
   */
  private CommandLine program(Optional<String> called) {
    CommandLine program = new CommandLine(this);
    Map<String, Supplier<Object>> makers = makers();
    called.filter(name -> makers.containsKey(name) && !name.equals("config"))
        .ifPresent(name -> makers.keySet().retainAll(Set.of(name)));
    makers.values().forEach(command -> program.addSubcommand(command.get()));
    ProblemPrinter printer = new ProblemPrinter();
    program.setExecutionExceptionHandler(printer).setParameterExceptionHandler(printer);
    program.setExecutionStrategy(this::execute);
    program.registerConverter(Integer.class, Entente::wholeNumber).registerConverter(Integer.TYPE,
        Entente::wholeNumber);
    program.registerConverter(URI.class, Entente::address);
    program.setUsageHelpAutoWidth(true).setCaseInsensitiveEnumValuesAllowed(true);
    standardOptions(program);
    return program;
  }

  private static int wholeNumber(String given) {
    try {
      return Integer.parseInt(given);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("\"" + given + "\" is no whole number");
    }
  }

  /** What is wrong with one is said without it: there may be a password in it. */
  private static URI address(String given) {
    try {
      return new URI(given);
    } catch (URISyntaxException e) {
      throw new TypeConversionException(
          "this is no address: " + e.getReason() + " at character " + (e.getIndex() + 1));
    }
  }

  /** Every command has --help and --version, whether its class asks for them or not. */
  private static void standardOptions(CommandLine program) {
    program.getCommandSpec().mixinStandardHelpOptions(true).versionProvider(new Version());
    program.getSubcommands().values().forEach(Entente::standardOptions);
  }

  private int execute(CommandLine.ParseResult parsed) {
    diary.open();
    try {
      return new CommandLine.RunLast().execute(parsed);
    } catch (OutOfMemoryError e) {
      return ProblemPrinter.print(e, spec.commandLine());
    }
  }

  /** No command at all: the help, as wrong usage. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command was given");
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
