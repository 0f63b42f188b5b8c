package org.entente.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of documentation in Markdown: the commands, links, addresses and files that it names. */
record Manual(Path path, String text) {

  private static final Pattern FENCE = Pattern.compile("^```.*?^```", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern SHOWN = Pattern.compile("(?m)^(?: {4}|\\t)(.*)$");
  private static final Pattern COMMAND = Pattern.compile("^(?:\\$ +)?(?:\\w+=\\S+ +)*(?:\\./)?(entente +\\S.*)$");
  private static final Pattern SPAN = Pattern.compile("(?<!`)`([^`]+)`(?!`)");
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*)$");
  private static final Pattern LOCAL = Pattern.compile("http://localhost:3030(/(?:[^\\s'\"`<>)]*[^\\s'\"`<>).,;:])?)");
  private static final Pattern ADDRESS = Pattern.compile("(?:(?:GET|HEAD|POST|DELETE) )?(/[\\w.…*].*|/)");
  private static final Pattern ON_THE_DISK = Pattern.compile("/(?:opt|var|etc|tmp|usr|home|proc)(?:/.*)?");

  static Manual read(Path path) {
    try {
      return new Manual(path, Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What stands in blocks of code, line by line. */
  private Stream<String> shownLines() {
    Stream<String> fenced = FENCE.matcher(text).results().flatMap(block -> block.group().lines());
    return Stream.concat(fenced, SHOWN.matcher(prose()).results().map(line -> line.group(1)));
  }

  private String prose() {
    return FENCE.matcher(text).replaceAll("");
  }

  /** What stands within a line as code; one may run over the end of the line. */
  List<String> spans() {
    String outside = SHOWN.matcher(prose()).replaceAll("");
    return SPAN.matcher(outside).results().map(span -> span.group(1).replaceAll("\\s+", " ").strip()).toList();
  }

  /** The commands of this program in blocks of code, without what other programs do before and after them. */
  List<String> shownCommands() {
    return shownLines().flatMap(line -> Stream.of(line.split(" (?:\\||&&|>>?) "))).flatMap(Manual::command).toList();
  }

  /** Those in the middle of a sentence, where a part may be left out or stand for others. */
  List<String> namedCommands() {
    return spans().stream().flatMap(Manual::command).toList();
  }

  static Stream<String> command(String line) {
    return COMMAND.matcher(line.strip()).results().map(found -> found.group(1));
  }

  /** Targets of links that lie beside this page. */
  List<String> links() {
    return LINK.matcher(text).results().map(link -> link.group(1)).filter(link -> !link.matches("[a-z]+:.*")).toList();
  }

  /** The fragments by which its headings can be linked to. */
  List<String> fragments() {
    return HEADING.matcher(prose()).results().map(found -> found.group(1).toLowerCase(Locale.ROOT))
        .map(words -> words.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-')).toList();
  }

  /** Paths on the server that it names, with something for what is left open. */
  List<String> addresses() {
    List<String> found = new ArrayList<>(LOCAL.matcher(text).results().map(address -> address.group(1)).toList());
    spans().forEach(span -> ADDRESS.matcher(span).results().filter(all -> all.group().equals(span))
        .map((MatchResult all) -> all.group(1)).forEach(found::add));
    return found.stream().filter(path -> !ON_THE_DISK.matcher(path).matches())
        .map(path -> path.replaceFirst("[?#].*", "").replaceAll("\\{[^}]*\\}|…|\\*|\\s.*", "x")).toList();
  }
}
