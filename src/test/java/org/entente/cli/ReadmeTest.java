package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.load.Workbench;
import org.entente.publish.data.MemoryDataset;
import org.entente.publish.site.Asking;
import org.entente.publish.site.EntenteServer;
import org.entente.publish.site.PublishingTest;
import org.entente.publish.site.ServerOptions;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/**
 * What is written for people holds: commands have the options that the page says, links lead to files, addresses are
 * answered, and files, classes and tests that are named are there.
 */
class ReadmeTest {

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(?:\\$\\([^)]*\\)|\\S)+");
  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]+");
  /** Stands for others, or for anything: "NAME", "list|add", "[--base IRI]", "FILE…". */
  private static final Pattern OPEN = Pattern.compile("[\\[\\]|…]|\\b[A-Z]{2,}\\b");
  private static final Pattern OURS = Pattern.compile("(?:src|ontology|queries|docs|\\.ci)/\\S*");
  private static final Pattern CLASS = Pattern.compile("org\\.entente(?:\\.[a-z]+)+\\.[A-Z]\\w+");
  private static final Pattern TEST = Pattern.compile("[A-Z]\\w+Test");

  /** Pages that tell how the program is used. */
  private static final List<Manual> MANUALS =
      Stream.concat(Stream.of("README.md", "CONTRIBUTING.md", "src/corpus/README.md").map(Path::of), below("docs"))
          .map(Manual::read).toList();

  /** All that is written for people. */
  private static final List<Manual> ALL =
      Stream
          .concat(MANUALS.stream(), Stream.of("SECURITY.md", "CHANGELOG.md", "CODE_OF_CONDUCT.md", "queries/README.md",
              "ontology/README.md", "ontology/CHANGELOG.md", "ontology/w3id/README.md").map(Path::of).map(Manual::read))
          .toList();

  private static Stream<Path> below(String folder) {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
    } catch (IOException e) {
      throw new AssertionError(folder + " cannot be read", e);
    }
  }

  @Test
  void everyCommandThatIsShownCanBeTyped() {
    Set<String> wrong = new TreeSet<>();
    for (Manual page : MANUALS) {
      for (String command : page.shownCommands()) {
        (OPEN.matcher(command).find() ? unknown(command) : refusal(command))
            .forEach(why -> wrong.add(page.path() + ": " + command + ": " + why));
      }
    }
    assertEquals(Set.of(), wrong);
    assertTrue(MANUALS.stream().mapToInt(page -> page.shownCommands().size()).sum() > 50, "the pages show commands");
  }

  @Test
  void everyCommandInASentenceHasTheOptionsThatItSays() {
    Set<String> wrong = new TreeSet<>();
    ALL.forEach(page -> page.namedCommands().forEach(
        command -> unknown(command).forEach(why -> wrong.add(page.path() + ": " + command + ": " + why))));
    assertEquals(Set.of(), wrong);
  }

  @Test
  void theExamplesInTheHelpOfEachCommandCanBeTyped() {
    Set<String> wrong = new TreeSet<>();
    withSubcommands(commands()).flatMap(command -> Stream.of(command.getCommandSpec().usageMessage().footer()))
        .flatMap(line -> Stream.of(line.split(" (?:\\||&&|>>?) "))).flatMap(Manual::command)
        .filter(command -> !OPEN.matcher(withoutRemark(command)).find())
        .forEach(command -> refusal(command).forEach(why -> wrong.add(command + ": " + why)));
    assertEquals(Set.of(), wrong);
  }

  @Test
  void everyLinkLeadsToAFileAndAHeadingOfIt() {
    Set<String> broken = new TreeSet<>();
    for (Manual page : ALL) {
      for (String link : page.links()) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page.path() : page.path().resolveSibling(parts[0]).normalize();
        boolean there = Files.exists(target)
            && (parts.length == 1 || Manual.read(target).fragments().contains(parts[1]));
        if (!there) {
          broken.add(page.path() + ": " + link);
        }
      }
    }
    assertEquals(Set.of(), broken);
  }

  @Test
  void everyFileClassAndTestThatIsNamedIsThere() {
    Set<String> tests = javaFiles("src/test/java");
    tests.addAll(javaFiles("src/spark/test"));
    Set<String> missing = new TreeSet<>();
    ALL.forEach(page -> page.spans().stream().filter(span -> isOurs(span) && !isThere(span, tests))
        .forEach(span -> missing.add(page.path() + ": " + span)));
    assertEquals(Set.of(), missing);
  }

  @Test
  void everyAddressIsAnswered() {
    Set<String> unknown = new TreeSet<>();
    try (EntenteServer server = EntenteServer.start(
        new MemoryDataset(PublishingTest.twoStates(), "https://data.example.org/"),
        ServerOptions.onPort(0).onLoopback());
        Asking ask = new Asking(server)) {
      MANUALS.forEach(page -> page.addresses().stream().distinct()
          .filter(address -> ask.method("OPTIONS", address, "").statusCode() != 204)
          .forEach(address -> unknown.add(page.path() + ": " + address)));
    }
    assertEquals(Set.of(), unknown);
  }

  @Test
  void theVersionIsTheSameEverywhereAndHasItsChanges() throws IOException {
    String version = first("<version>([\\d.]+)</version>\\s*<packaging>", "pom.xml");
    assertEquals(version, first("(?m)^version: (\\S+)", "CITATION.cff"));
    assertTrue(Files.readString(Path.of("CHANGELOG.md")).contains(version), version);
    String ofTerms = first("owl:versionInfo \"([^\"]+)\"", "ontology/entente.ttl");
    assertTrue(Files.readString(Path.of("ontology/CHANGELOG.md")).contains("## " + ofTerms), ofTerms);
  }

  private static String first(String pattern, String file) throws IOException {
    Matcher found = Pattern.compile(pattern).matcher(Files.readString(Path.of(file)));
    assertTrue(found.find(), file + " names no version");
    return found.group(1);
  }

  private static CommandLine commands() {
    return Entente.commands(Workbench::bundled);
  }

  private static Stream<CommandLine> withSubcommands(CommandLine command) {
    return Stream.concat(Stream.of(command),
        command.getSubcommands().values().stream().distinct().flatMap(ReadmeTest::withSubcommands));
  }

  /** What stands behind a command with some space is a remark. */
  private static String withoutRemark(String command) {
    return command.replaceFirst("^entente +", "").replaceFirst("(?<=\\S)(?: {2,}| # ).*", "");
  }

  private static List<String> words(String command) {
    return WORD.matcher(command).results()
        .map(word -> word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group())
        .toList();
  }

  /** Why the command line would not be understood; empty when it would. */
  private static List<String> refusal(String command) {
    try {
      commands().parseArgs(words(withoutRemark(command)).toArray(String[]::new));
      return List.of();
    } catch (CommandLine.ParameterException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  /** Commands and options that there are not. */
  private static List<String> unknown(String command) {
    List<String> words = words(command);
    List<CommandLine> meant = List.of(commands());
    int next = 1;
    while (next < words.size() && isName(words.get(next))
        && meant.stream().anyMatch(c -> !c.getSubcommands().isEmpty())) {
      List<String> names = List.of(words.get(next).split("\\|"));
      List<CommandLine> found = meant.stream().flatMap(c -> c.getSubcommands().entrySet().stream())
          .filter(sub -> names.contains(sub.getKey())).map(sub -> sub.getValue()).toList();
      if (found.size() < names.size()) {
        return List.of("there is no command " + words.get(next));
      }
      meant = found;
      next++;
    }
    Set<String> known = meant.stream().flatMap(ReadmeTest::withSubcommands)
        .flatMap(c -> c.getCommandSpec().optionsMap().keySet().stream()).collect(Collectors.toSet());
    List<String> unknown = new ArrayList<>();
    Matcher option = OPTION.matcher(command);
    while (option.find()) {
      if (!known.contains(option.group())) {
        unknown.add("there is no option " + option.group());
      }
    }
    return unknown;
  }

  private static boolean isName(String word) {
    return word.matches("[a-z|]+");
  }

  private static boolean isOurs(String span) {
    return OURS.matcher(span).matches() || CLASS.matcher(span).matches() || TEST.matcher(span).matches();
  }

  private static boolean isThere(String span, Set<String> tests) {
    if (TEST.matcher(span).matches()) {
      return tests.contains(span);
    }
    if (CLASS.matcher(span).matches()) {
      return Stream.of("src/main/java", "src/spark/java")
          .anyMatch(folder -> Files.exists(Path.of(folder, span.replace('.', '/') + ".java")));
    }
    // A name in capitals or a star stands for any: then its folder is there.
    String folder = span.replaceFirst("[^/]*(?:\\b[A-Z]{2,}\\b|\\*|…).*", "");
    return Files.exists(Path.of(span.matches(".*(?:README|CHANGELOG)\\.md") ? span : folder));
  }

  private static Set<String> javaFiles(String folder) {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".java"))
          .map(name -> name.replaceFirst("\\.java$", "")).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new AssertionError(folder + " cannot be read", e);
    }
  }
}
