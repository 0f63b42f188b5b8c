package org.entente.cli;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.entente.problem.Secrets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code entente config}: what is in force, and who says so. */
@Command(
    name = "config",
    description = "Print the options of a command as they are when the command line does not say otherwise.",
    footerHeading = "%nAn option on the command line goes before the environment (ENTENTE_PORT for --port), the%n"
        + "environment before the file that ENTENTE_CONFIG names (serve.port=8080, or port=8080 for all%n"
        + "commands), the file before the default. Secrets are not printed.%n%nExamples:%n",
    footer = {
      "  entente config",
      "  ENTENTE_CONFIG=/etc/entente.properties ENTENTE_PORT=8080 entente config serve"
    })
final class ConfigCommand implements Callable<Integer> {

  private static final Set<String> SECRETS = Set.of("--token", "--tls-password");

  @Spec
  private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "COMMAND", defaultValue = "serve",
      description = "Which one. Default: ${DEFAULT-VALUE}")
  private String command = "serve";

  @Override
  public Integer call() {
    CommandLine asked = Optional.ofNullable(spec.parent().subcommands().get(command)).orElseThrow(
        () -> new ParameterException(spec.commandLine(), "there is no command \"" + command + "\""));
    Configuration configuration = (Configuration) asked.getDefaultValueProvider();
    for (OptionSpec option : asked.getCommandSpec().options()) {
      if (!option.usageHelp() && !option.versionHelp() && option.group() == null) {
        print(option, configuration.setting(option));
      }
    }
    return ExitCode.WELL;
  }

  private void print(OptionSpec option, Optional<Configuration.Setting> setting) {
    String usual = Optional.ofNullable(option.defaultValue()).filter(value -> !value.startsWith("$")).orElse("");
    String value = setting.map(Configuration.Setting::value).orElse(usual);
    boolean secret = SECRETS.contains(option.longestName()) && !value.isEmpty();
    spec.commandLine().getOut().printf("%-14s %-24s %s%n", option.longestName(),
        secret ? "(not shown)" : Secrets.hidden(value),
        setting.map(Configuration.Setting::origin).orElse("default"));
  }
}
