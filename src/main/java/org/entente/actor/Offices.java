package org.entente.actor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The grammar of offices: from the words of a text ("PM", "foreign minister", "Minister of Foreign Affairs") to the one
 * title of the office (function, what it is of). Its rules stand in {@code offices.tsv}; the state is told apart, since
 * the same words mean different offices in different states.
 */
final class Offices {

  private static final Pattern DEPUTY =
      Pattern.compile("((?:(?:first|second|senior|deputy|vice|assistant|junior|under) )+)(.+)");
  private static final Pattern TWO_OFFICES =
      Pattern.compile(" and (?=(?:deputy )?(?:minister|prime minister|secretary) )");
  private static final Pattern OF_PORTFOLIO =
      Pattern.compile("((?:.+ )?minister of|secretary of(?: state for)?) (.+)");
  private static final Set<String> SMALL = Set.of("of", "for", "the", "and", "to", "in");

  private final Map<String, Map<String, String>> rules;
  private final List<Rule> words;
  private final List<Rule> orders;
  private final Pattern bodies;

  private Offices(Map<String, Map<String, String>> rules) {
    this.rules = rules;
    words = rules("word").entrySet().stream()
        .sorted(Comparator.comparing((Map.Entry<String, String> rule) -> -rule.getKey().length()))
        .map(rule -> new Rule(Pattern.compile("(?<![\\w-])" + Pattern.quote(rule.getKey()) + "(?![\\w-])"),
            Matcher.quoteReplacement(rule.getValue())))
        .toList();
    orders = rules("order").entrySet().stream().map(Offices::order).toList();
    String endings = rules("body").keySet().stream().map(Pattern::quote).collect(Collectors.joining("|"));
    bodies = Pattern.compile("\\b(of|to|for) (?!the )((?:(?!of |and |to )[^ ]+ )*(?:" + endings + "))(?= of | and |$)");
  }

  private record Rule(Pattern pattern, String replacement) {}

  private static Rule order(Map.Entry<String, String> rule) {
    String pattern = Arrays.stream(rule.getKey().split("\\{x}", -1)).map(Pattern::quote)
        .collect(Collectors.joining("(.+)"));
    return new Rule(Pattern.compile(pattern), rule.getValue().replace("{x}", "$1"));
  }

  static Offices bundled() {
    Map<String, Map<String, String>> rules = new LinkedHashMap<>();
    try (InputStream in = Offices.class.getResourceAsStream("offices.tsv")) {
      if (in == null) {
        throw new GazetteerException("the program lacks its file offices.tsv", "build the program anew");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t", -1)).forEach(
          rule -> rules.computeIfAbsent(rule[0], key -> new LinkedHashMap<>()).putIfAbsent(rule[1], rule[2]));
    } catch (IOException e) {
      throw new UncheckedIOException("reading offices.tsv", e);
    }
    return new Offices(rules);
  }

  private Map<String, String> rules(String kind) {
    return rules.getOrDefault(kind, Map.of());
  }

  /**
   * The one title of an office: "Minister of Foreign Affairs" for "foreign minister".
   *
   * @param office the words of a text, without the state
   * @param state the state's ISO 3166-1 alpha-3 code
   */
  String title(String office, Optional<String> state) {
    String plain = Arrays.stream(office.strip().toLowerCase(Locale.ROOT).split("\\s+"))
        .filter(word -> !word.equals("the"))
        .dropWhile(rules("drop")::containsKey)
        .collect(Collectors.joining(" "));
    if (plain.isEmpty()) {
      return capitals(office.strip(), office);
    }
    for (Rule rule : words) {
      plain = rule.pattern().matcher(plain).replaceAll(rule.replacement());
    }
    List<String> parts = new ArrayList<>();
    for (String part : TWO_OFFICES.split(plain)) {
      parts.add(one(part, state));
    }
    return capitals(String.join(" and ", parts), office);
  }

  private String one(String office, Optional<String> state) {
    String known = inState(office, state);
    Matcher deputy = DEPUTY.matcher(known);
    String rank = deputy.matches() ? deputy.group(1) : "";
    String principal = deputy.matches() ? deputy.group(2) : known;
    String ordered = orders.stream()
        .filter(rule -> rule.pattern().matcher(principal).matches())
        .findFirst()
        .map(rule -> rule.pattern().matcher(principal).replaceAll(rule.replacement()))
        .orElse(principal);
    Matcher of = OF_PORTFOLIO.matcher(ordered);
    String whole = of.matches() ? of.group(1) + " " + portfolio(of.group(2)) : ordered;
    return rank + bodies.matcher(inState(whole, state)).replaceAll("$1 the $2");
  }

  private String inState(String office, Optional<String> state) {
    return state.map(code -> rules("state " + code).get(office)).orElse(office);
  }

  private String portfolio(String words) {
    return rules("portfolio").entrySet().stream()
        .filter(rule -> words.equals(rule.getKey()) || words.startsWith(rule.getKey() + " and ")
            || words.startsWith(rule.getKey() + ", "))
        .max(Comparator.comparingInt(rule -> rule.getKey().length()))
        .map(Map.Entry::getValue)
        .orElse(words);
  }

  /** Title case; a name keeps the capitals that the text gives it ("CARICOM"), unless the text has nothing else. */
  private static String capitals(String title, String asWritten) {
    boolean shouted = asWritten.equals(asWritten.toUpperCase(Locale.ROOT));
    Map<String, String> written = shouted
        ? Map.of()
        : Arrays.stream(asWritten.strip().split("\\s+"))
            .collect(Collectors.toMap(word -> word.toLowerCase(Locale.ROOT), word -> word, (one, other) -> one));
    StringBuilder result = new StringBuilder();
    for (String word : title.split(" ")) {
      String capital = Character.toUpperCase(word.charAt(0)) + word.substring(1);
      String own = written.getOrDefault(word, capital);
      boolean small = SMALL.contains(word) && !result.isEmpty();
      result.append(result.isEmpty() ? "" : " ")
          .append(small ? word : Character.isUpperCase(own.charAt(0)) ? own : capital);
    }
    return result.toString();
  }
}
