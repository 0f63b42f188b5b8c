package org.entente;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The rooms that read hold no words of the language that they read: those stand in data. What letters their strings have
 * all the same is of a few kinds that are no words of an article, or stands in the short list below with its reason.
 */
class EnglishInJavaTest {

  private static final List<String> ROOMS =
      List.of("mention", "actor", "time", "text", "event", "argument", "factuality", "reference", "merge", "advice",
          "reading");

  private static final Path RESOURCES = Path.of("src/main/resources/org/entente");

  /** Tags of the Penn Treebank, and how the parser calls a few relations. */
  private static final Pattern TAG =
      Pattern.compile("CC|CD|DT|FW|IN|JJ|MD|NN|NNS|NNP|POS|PRP|PRP\\$|RB|RP|TO|VB|VB[DGNPZ]|aux|root");

  private static final Pattern FILE =
      Pattern.compile("[/\\w.-]+\\.(tsv|ttl|txt|rq|base|properties|xz)|/[\\w/]+/|en|id/");

  private static final Pattern IRI = Pattern.compile("https?://\\S+");

  /** What a regular expression or a format has of letters is its syntax. */
  private static final Pattern SYNTAX = Pattern.compile(
      "\\\\\\\\[bBdDsSwWEQ]|\\\\\\\\p\\{\\w+\\}|[a-zA-Z]-[a-zA-Z]|%[\\d.]*[sdf]|\\\\[nt\"]|\\(\\?<\\w+>|\\$\\{?\\w");

  /** Where a message to people begins: it speaks of the program, not of what an article says. */
  private static final Pattern MESSAGE =
      Pattern.compile("Exception\\s*\\(|refused\\s*\\(|\\blog\\.\\w+\\(|UncheckedIOException");

  /** The names of what the data of this room calls so, or of what a trace says; file by file, with the reason. */
  private static final Map<String, Set<String>> EXCEPTIONS =
      Map.ofEntries(
          // Classes of the ontology, and terms of WGS84 and GeoSPARQL.
          Map.entry("actor/GazetteerReader.java",
              Set.of("iso3", "ofState", "ambiguousName", "borders", "tableName", "demonym", "demonymPrefix", "metonym",
                  "descriptor",
                  "region",
                  "holder", "post", "from", "until", "asOf", "word", "WordList", "asia",
                  "lat", "long", "asWKT", "POINT(", "wktLiteral")),
          // Names of slots in the lexicon's frames.
          Map.entry("argument/RoleReader.java", Set.of("subject", "object", "place", "dative", "premodifier")),
          Map.entry("event/Treaties.java", Set.of("object")),
          // Classes of nouns that are worked out, not listed.
          Map.entry("event/Selection.java", Set.of("Actor", "Body", "KnownTreaty")),
          // The signs by which a table of signatures tells a noun, and a verb in the bare past.
          Map.entry("factuality/SignatureFinder.java", Set.of("/n", "/v")),
          // What a trace says of a word.
          Map.entry("factuality/FactualityReader.java", Set.of(" (negated)")),
          // Forms of dates in the language of java.time.
          Map.entry("reading/SectionCalendar.java", Set.of("uuuu", "MMMM uuuu", "MMMM")),
          // Any words in a rule of the table of offices.
          Map.entry("actor/Offices.java", Set.of("\\\\{x}", "{x}")),
          // Names of lines in the table of confidences.
          Map.entry("merge/Confidence.java", Set.of("listed", "learned ", "framed", "bare", "spread", "inferred")),
          Map.entry("reading/LearnedStage.java",
              Set.of("%s, learned: likelihood %.2f", "left out: likelihood %.2f")),
          Map.entry("reading/Supposed.java", Set.of("learned")),
          // A name in quotation marks.
          Map.entry("reading/Describer.java",
              Set.of(
                  "[\\u201c\\u2018\\\"'](\\\\p{Lu}[^\\u201c\\u201d\\u2018\\u2019\\\"']{1,60})[\\u201d\\u2019\\\"']")),
          // Labels of the parser's own scheme.
          Map.entry("mention/SentenceTokens.java", Set.of("dobj", "pobj", "compound", "nmod", "conj", "appos")),
          // The parser's own configuration, and what the compiler is told.
          Map.entry("text/Nlp4jAnnotator.java", Set.of("unchecked", "<configuration/>")),
          // Where the parser's model is kept ready, and what is said of it.
          Map.entry("text/PreparedModels.java",
              Set.of("entente.prepared", "{} cannot be read ({}), and is made anew", "%s-%08x-%d.bin",
                  "making-", "{} could not be written, and is done without")),
          // Steps of an agreement, and a word of the table of statuses.
          Map.entry("reading/RowReader.java", Set.of("done", "signed", "in-force")));

  /** Files whose strings tell people why something was read so. */
  private static final Set<String> TRACES = Set.of("reading/Trace.java", "reading/SentenceReader.java");

  @Test
  void standsInNoRoomThatReads() throws IOException {
    Map<String, List<String>> words = new TreeMap<>();
    Set<String> names = namesInData();
    for (String room : ROOMS) {
      try (Stream<Path> files = Files.list(Path.of("src/main/java/org/entente", room))) {
        for (Path file : files.sorted().toList()) {
          String name = room + "/" + file.getFileName();
          List<String> found = TRACES.contains(name) ? List.of() : words(Files.readString(file), name, names);
          if (!found.isEmpty()) {
            words.put(name, found);
          }
        }
      }
    }
    assertEquals(Map.of(), words);
  }

  /** Local names of what the lexicon, the word lists and the ontology define: a string that names one is no word. */
  private static Set<String> namesInData() throws IOException {
    Set<String> names = new TreeSet<>();
    for (Path folder : List.of(RESOURCES, Path.of("ontology"))) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".ttl")).toList()) {
          Matcher defined = Pattern.compile("^(?:lex|ent|name):(\\p{Lu}\\w*)", Pattern.MULTILINE)
              .matcher(Files.readString(file));
          while (defined.find()) {
            names.add(defined.group(1));
          }
        }
      }
    }
    return names;
  }

  private static List<String> words(String source, String file, Set<String> names) {
    String code = withoutComments(source);
    List<String> found = new ArrayList<>();
    Matcher literal = Pattern.compile("\"\"\".*?\"\"\"|\"((?:\\\\.|[^\"\\\\\n])*)\"", Pattern.DOTALL).matcher(code);
    while (literal.find()) {
      String text = literal.group(1);
      boolean word = text != null
          && SYNTAX.matcher(text).replaceAll("").codePoints().anyMatch(Character::isLetter)
          && !TAG.matcher(text).matches() && !FILE.matcher(text).matches() && !IRI.matcher(text).matches()
          && !names.contains(text) && !EXCEPTIONS.getOrDefault(file, Set.of()).contains(text)
          && !isMessage(code.substring(0, literal.start()));
      if (word) {
        found.add(text);
      }
    }
    return found;
  }

  /** Whether the statement that ends here makes a message. */
  private static boolean isMessage(String before) {
    String statement = before.substring(Math.max(before.lastIndexOf(";\n"), before.lastIndexOf("{\n")) + 1);
    return MESSAGE.matcher(statement).find();
  }

  private static String withoutComments(String source) {
    return Pattern.compile("/\\*.*?\\*/|(?<=\\s)//[^\n]*", Pattern.DOTALL).matcher(source).replaceAll("");
  }
}
