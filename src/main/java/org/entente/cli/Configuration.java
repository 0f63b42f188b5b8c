package org.entente.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.entente.problem.EntenteException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What options are when the command line does not say: the environment ({@code ENTENTE_PORT} for {@code --port}), then
 * a file of properties ({@code serve.port=8080}, or {@code port=8080} for every command), then the option's own default.
 * The file is named by {@code ENTENTE_CONFIG}. Options that exclude each other are left to the command line.
 */
final class Configuration implements IDefaultValueProvider {

  static final String FILE = "ENTENTE_CONFIG";
  private static final String PREFIX = "ENTENTE_";
  /** Of the launcher, not of a command. */
  private static final Set<String> LAUNCHERS = Set.of(FILE, "ENTENTE_JAVA_OPTS");

  private final Map<String, String> environment;
  private final Properties file;

  private Configuration(Map<String, String> environment, Properties file) {
    this.environment = Map.copyOf(environment);
    this.file = file;
  }

  /**
   * Reads what the environment names.
   *
   * @throws EntenteException when the file cannot be read, or has a key that no command knows
   */
  static Configuration of(Map<String, String> environment, CommandLine program) {
    Optional<Path> named = Optional.ofNullable(environment.get(FILE)).filter(name -> !name.isBlank()).map(Path::of);
    Properties properties = new Properties();
    named.ifPresent(path -> read(path, properties));
    Configuration configuration = new Configuration(environment, properties);
    named.ifPresent(path -> configuration.requireKnown(path, program));
    return configuration;
  }

  private static void read(Path path, Properties properties) {
    try (Reader reader = Files.newBufferedReader(path)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new EntenteException("the configuration " + path + " cannot be read (" + e.getMessage() + ")",
          "It is named by " + FILE + "; write lines such as serve.port=8080 in it.", e);
    }
  }

  private void requireKnown(Path path, CommandLine program) {
    Set<String> known = new TreeSet<>();
    collect(program.getCommandSpec(), "", known);
    for (String key : file.stringPropertyNames()) {
      if (!known.contains(key)) {
        throw new EntenteException("the configuration " + path + " has " + key + ", which is no option of a command",
            "Write the command and the option without its hyphens, such as serve.port; entente config lists them.");
      }
    }
  }

  private static void collect(CommandSpec command, String prefix, Set<String> known) {
    command.options().stream().filter(Configuration::isOurs).map(Configuration::name).forEach(name -> {
      known.add(name);
      known.add(prefix + name);
    });
    command.subcommands().forEach((name, sub) -> collect(sub.getCommandSpec(), prefix + name + ".", known));
  }

  private static boolean isOurs(OptionSpec option) {
    return option.group() == null && !option.usageHelp() && !option.versionHelp();
  }

  private static String name(OptionSpec option) {
    return option.longestName().replaceFirst("^-+", "");
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    // Picocli asks for null where there is none.
    return argument instanceof OptionSpec option && isOurs(option)
        ? setting(option).map(Setting::value).orElse(null) : null;
  }

  /**
   * A value and where it comes from.
   *
   * @param origin such as {@code ENTENTE_PORT} or {@code serve.port}
   */
  record Setting(String value, String origin) {}

  /** What the environment or the file say of an option. */
  Optional<Setting> setting(OptionSpec option) {
    String variable = variable(option);
    if (!LAUNCHERS.contains(variable) && environment.containsKey(variable)) {
      return Optional.of(new Setting(environment.get(variable), variable));
    }
    for (String key : List.of(path(option.command()) + name(option), name(option))) {
      if (file.containsKey(key)) {
        return Optional.of(new Setting(file.getProperty(key).strip(), key));
      }
    }
    return Optional.empty();
  }

  static String variable(OptionSpec option) {
    return PREFIX + name(option).replace('-', '_').toUpperCase(Locale.ROOT);
  }

  private static String path(CommandSpec command) {
    return command.parent() == null ? "" : path(command.parent()) + command.name() + ".";
  }
}
