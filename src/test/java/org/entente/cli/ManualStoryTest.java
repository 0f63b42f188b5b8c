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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manual's commands, typed one after the other in a folder with a store and an article: each ends well. */
class ManualStoryTest {

  private static final List<String> PAGES = List.of("load", "query", "cite", "publish", "operate");
  /**
   * What needs a server, a cluster, standard input, a day in the future, files that only the reader of the manual has, or
   * an article's own address, which the stand-in of these tests does not write down.
   */
  private static final Pattern ELSEWHERE = Pattern.compile(
      "^serve|^mcp|^remove| -$|--server|--fetch|\\.pdf|\\.docx|\\bmy-|old/|articles/|dump-2026|--cited|--converted"
          + "|\\bada\\b");
  /** The files that the commands read and write; they lie in the folder. */
  private static final Set<String> FILES = Set.of("data", "summit.txt", "dump", "public", "dyads.csv",
      "network.graphml", "tokens", "backup.zip", "restored", "replica1");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");

  private static final String SUMMIT = """
      Oslo and Reykjavik Meet

      By Ada Example

      The Northern Post, May 6, 2019

      The prime ministers of Norway and Iceland met in Oslo on Monday. They spoke about fish and about cables.
      """;

  @TempDir
  Path folder;

  @Test
  void everyCommandThatNeedsNothingElseEndsWell() throws IOException {
    Files.writeString(folder.resolve("summit.txt"), SUMMIT);
    String news = Files.writeString(folder.resolve("news.txt"), Shell.NEWS).toString();
    assertEquals(0, Shell.run("load", "--store", folder.resolve("data").toString(), news).code());
    List<String> typed = PAGES.stream().map(page -> Manual.read(Path.of("docs", page + ".md")))
        .flatMap(page -> page.shownCommands().stream()).map(ManualStoryTest::withoutRemark)
        .filter(command -> !ELSEWHERE.matcher(command).find()).distinct().toList();
    assertTrue(typed.size() >= 15, typed.toString());
    Set<String> failed = new TreeSet<>();
    for (String command : typed) {
      Shell shell = Shell.run(words(command));
      if (shell.code() != 0) {
        failed.add(command + ": " + shell.code() + " " + shell.err());
      }
    }
    assertEquals(Set.of(), failed);
    assertTrue(Files.exists(folder.resolve("public").resolve("index.html")), written());
  }

  private String written() throws IOException {
    try (Stream<Path> files = Files.walk(folder, 2)) {
      return files.map(Path::toString).collect(Collectors.joining("\n"));
    }
  }

  private static String withoutRemark(String command) {
    return command.replaceFirst("^entente +", "").replaceFirst("(?<=\\S)(?: {2,}| # ).*", "");
  }

  private String[] words(String command) {
    List<String> words = new ArrayList<>();
    WORD.matcher(command).results().forEach(word -> words.add(word.group(1) != null ? word.group(1)
        : words.isEmpty() || !FILES.contains(word.group()) ? word.group() : folder.resolve(word.group()).toString()));
    return words.toArray(String[]::new);
  }
}
