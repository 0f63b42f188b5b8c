package org.entente.publish.assistant;

import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.JsonSchema;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.vocab.Addresses;
import org.jspecify.annotations.Nullable;

/** The tools: what each is called, what it wants to know, and how it reads the site. */
final class Tools {

  private static final int NOT_FOUND = 404;
  /** The page is there as HTML alone; that there is none is told as JSON. */
  private static final String PROBLEM_AS_DATA = "application/json, text/html;q=0.1";
  private static final Question DYAD = Question.named("dyad.rq");
  private static final Question WORDS = Question.named("words.rq");
  private static final String ROWS = "text/tab-separated-values";
  private static final int MOST_CHARACTERS = 40_000;

  private Tools() {}

  /** What a tool does with what it is told. */
  @FunctionalInterface
  interface Use {
    CallToolResult of(Reading site, Arguments arguments);
  }

  /** A tool and its use. */
  record Instrument(Tool tool, Use use) {

    /** @param arguments none where the client sent no list of them */
    CallToolResult call(Reading site, @Nullable Map<String, Object> arguments) {
      try {
        return use.of(site, new Arguments(arguments == null ? Map.of() : arguments));
      } catch (MissingArgument e) {
        return failed(e.inWords());
      }
    }
  }

  /** What a tool is told, by name. */
  record Arguments(Map<String, Object> values) {

    String needed(String name) {
      return optional(name).orElseThrow(() -> new MissingArgument(name));
    }

    Optional<String> optional(String name) {
      return Optional.ofNullable(values.get(name)).map(String::valueOf).map(String::strip)
          .filter(text -> !text.isEmpty());
    }
  }

  /** A tool was not told what it needs. */
  static final class MissingArgument extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingArgument(String name) {
      super("The argument \"" + name + "\" is missing.");
    }

    String inWords() {
      return Objects.requireNonNull(getMessage());
    }
  }

  static List<Instrument> all() {
    return List.of(
        instrument("search", "Find states, persons, institutions, undertakings and passages by name or words, misspelt"
            + " or in another script too. Gives IRI, name, class and the words in which it was found.",
            Map.of("words", "A name, or words of a passage"), List.of("words"), Tools::search),
        instrument("describe", "Everything that is known of one thing, as Turtle, with the words that it rests on.",
            Map.of("thing", "Its IRI, or what comes after /id/ in it, such as state/pakistan"), List.of("thing"),
            Tools::describe),
        instrument("dyad", "What two states did, agreed, negotiate and plan together, in order of time, each with its"
            + " status, words, article and IRI. Only completed, concluded and ongoing ones took place.",
            Map.of("one", "A state, by name or ISO 3166 code", "other", "Another state"), List.of("one", "other"),
            Tools::dyad),
        instrument("query", "Ask with SPARQL 1.1: SELECT, ASK, CONSTRUCT or DESCRIBE over all named graphs together."
            + " Ask for the words (ent:evidence/nif:anchorOf) and the IRI of whatever you will tell.",
            Map.of("sparql", "The query, with its prefixes"), List.of("sparql"), Tools::query),
        instrument("cite", "A reference to the dataset in its version, to a thing in it or to an article.",
            Map.of("thing", "\"dataset\", an IRI, or what comes after /id/ in it", "form", "bib (BibTeX), ris or json"
                + " (CSL-JSON); without it bib"),
            List.of("thing"), Tools::cite));
  }

  private static Instrument instrument(String name, String description, Map<String, String> arguments,
      List<String> needed, Use use) {
    Map<String, Object> properties = new LinkedHashMap<>();
    arguments.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(argument -> properties.put(
        argument.getKey(), Map.of("type", "string", "description", argument.getValue())));
    return new Instrument(Tool.builder().name(name).description(description)
        .inputSchema(new JsonSchema("object", properties, needed, false, null, null))
        .annotations(new McpSchema.ToolAnnotations(null, true, false, true, false, null)).build(), use);
  }

  private static CallToolResult search(Reading site, Arguments arguments) {
    return told(site.get("/search?format=json&q=" + encoded(arguments.needed("words")), "application/json"));
  }

  private static CallToolResult describe(Reading site, Arguments arguments) {
    String name = name(arguments.needed("thing"));
    Reading.Text data = site.get("/data/" + Addresses.encodedPath(name) + ".ttl", "text/turtle");
    if (!data.isFound()) {
      return told(data);
    }
    String iri = iri(arguments.needed("thing"), data.body(), name);
    Reading.Text words = ask(site, WORDS.with("_thing", NodeFactory.createURI(iri)), ROWS);
    return CallToolResult.builder().addTextContent(cut(data.body()))
        .addTextContent("IRI: " + iri + "\nWords that it rests on:\n" + cut(words.body())).build();
  }

  /** The IRI that was given, or that the description is about. */
  private static String iri(String given, String turtle, String name) {
    if (given.contains("://")) {
      return given;
    }
    int at = turtle.indexOf("/id/" + name + ">");
    int begin = turtle.lastIndexOf('<', Math.max(0, at));
    return at < 0 || begin < 0 ? given : turtle.substring(begin + 1, at) + "/id/" + name;
  }

  private static CallToolResult dyad(Reading site, Arguments arguments) {
    String one = arguments.needed("one");
    String other = arguments.needed("other");
    Reading.Text rows =
        ask(site, DYAD.with("_one", inSmallLetters(one)).with("_other", inSmallLetters(other)), ROWS);
    return rows.isFound() && rows.body().lines().count() <= 1 ? nothing(site, one, other, rows) : told(rows);
  }

  /** That two states did nothing is to be told apart from a name that no state has. */
  private static CallToolResult nothing(Reading site, String one, String other, Reading.Text rows) {
    Reading.Text page = site.get("/page/dyad?a=" + encoded(one) + "&b=" + encoded(other), PROBLEM_AS_DATA);
    return told(page.status() == NOT_FOUND ? page : rows);
  }

  private static Node inSmallLetters(String name) {
    return NodeFactory.createLiteralString(name.toLowerCase(Locale.ROOT));
  }

  private static CallToolResult query(Reading site, Arguments arguments) {
    return told(ask(site, new Question(arguments.needed("sparql")),
        ROWS + ", text/turtle;q=0.9, application/sparql-results+json;q=0.8"));
  }

  private static CallToolResult cite(Reading site, Arguments arguments) {
    String form = arguments.optional("form").orElse("bib");
    return told(site.get("/cite/" + Addresses.encodedPath(name(arguments.needed("thing"))) + "." + encoded(form),
        "*/*"));
  }

  private static Reading.Text ask(Reading site, Question question, String accept) {
    return site.get("/sparql?query=" + encoded(question.text()), accept);
  }

  /** What comes after {@code /id/} in an IRI. */
  private static String name(String thing) {
    int at = thing.indexOf("/id/");
    return at < 0 ? thing : thing.substring(at + 4);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static CallToolResult told(Reading.Text text) {
    return text.isFound() ? CallToolResult.builder().addTextContent(cut(text.body())).build()
        : failed("HTTP " + text.status() + ": " + cut(text.body()));
  }

  private static CallToolResult failed(String message) {
    return CallToolResult.builder().addTextContent(message).isError(true).build();
  }

  /** An assistant reads little at a time; what is too long ends with a whole line, and says so. */
  private static String cut(String text) {
    if (text.length() <= MOST_CHARACTERS) {
      return text;
    }
    int end = Math.max(1, text.lastIndexOf('\n', MOST_CHARACTERS));
    return text.substring(0, end) + "\n… cut off here: these are " + end + " of " + text.length()
        + " characters; ask for less, or with LIMIT and OFFSET.";
  }
}
