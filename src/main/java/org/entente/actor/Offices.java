package org.entente.actor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.text.WordTable;

/**
 * The grammar of offices: from the words of a text ("PM", "foreign minister", "Minister of Foreign Affairs") to the one
 * title of the office (function, what it is of). Its rules and words stand in {@code offices.tsv}; the state is told apart, since
 * the same words mean different offices in different states.
 */
public final class Offices {

  private static final Pattern STATE = Pattern.compile("[A-Z]{3}");

  private static final String FILE = "offices.tsv";

  /** What a line of the table tells. */
  private enum Line {
    DROP,
    WORD,
    ORDER,
    PORTFOLIO,
    BODY,
    OWNER,
    RANK,
    SECOND,
    OF,
    SMALL,
    PLURAL,
    APART,
    VAGUE,
    LINK
  }

  /** What joins the parts of an office's name. */
  public enum Link {
    /** Between office and state. */
    OWNER,
    /** Between office and what it is dedicated to. */
    DEDICATION,
    /** Between an envoy's office and where he is sent. */
    HOST,
    ARTICLE,
    /** Between two offices. */
    JOINT
  }

  private final Map<Line, Map<String, String>> rules = new EnumMap<>(Line.class);
  private final Map<String, Map<String, String>> inStates = new HashMap<>();
  private final Map<Link, String> links = new EnumMap<>(Link.class);
  private final List<Rule> words;
  private final List<Rule> orders;
  private final Pattern bodies;
  private final Pattern deputy;
  private final Pattern twoOffices;
  private final Pattern ofPortfolio;

  private Offices(WordTable table) {
    table.rows().forEach(this::line);
    words = rules(Line.WORD).entrySet().stream()
        .sorted(Comparator.comparing((Map.Entry<String, String> rule) -> -rule.getKey().length()))
        .map(rule -> new Rule(Pattern.compile("(?<![\\w-])" + Pattern.quote(rule.getKey()) + "(?![\\w-])"),
            Matcher.quoteReplacement(rule.getValue())))
        .toList();
    orders = rules(Line.ORDER).entrySet().stream().map(Offices::order).toList();
    bodies = bodies();
    deputy = Pattern.compile("((?:(?:" + either(Line.RANK) + ") )+)(.+)");
    twoOffices = Pattern.compile(joined(Link.JOINT) + "(?=(?:" + either(Line.SECOND) + ") )");
    ofPortfolio = Pattern.compile("(" + either(Line.OF) + ") (.+)");
  }

  private void line(WordTable.Row row) {
    if (STATE.matcher(row.cell(0)).matches()) {
      inStates.computeIfAbsent(row.cell(0), key -> new HashMap<>()).putIfAbsent(row.cell(1), row.cell(2));
      return;
    }
    Line line = row.constant(0, Line.class);
    if (line == Line.LINK) {
      links.put(row.constant(1, Link.class), row.cell(2));
    } else {
      rules.computeIfAbsent(line, key -> new LinkedHashMap<>()).putIfAbsent(row.cell(1), row.cell(2));
    }
  }

  /** What an office is of where that has an article in a title. */
  private Pattern bodies() {
    String before = "\\b(" + link(Link.OWNER) + "|" + link(Link.HOST) + "|" + link(Link.DEDICATION) + ") (?!"
        + link(Link.ARTICLE) + " )";
    String noOther = "(?!" + link(Link.OWNER) + " |" + link(Link.JOINT) + " |" + link(Link.HOST) + " )";
    String after = "(?=" + joined(Link.OWNER) + "|" + joined(Link.JOINT) + "|$)";
    return Pattern.compile(before + "((?:" + noOther + "[^ ]+ )*(?:" + either(Line.BODY) + "))" + after);
  }

  /** The forms of a kind, the longest first; {x} is any words. */
  private String either(Line line) {
    return rules(line).keySet().stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .map(Offices::anyWords)
        .collect(Collectors.joining("|"));
  }

  private static String anyWords(String form) {
    return Arrays.stream(form.split("\\{x}", -1)).map(Pattern::quote).collect(Collectors.joining(".+"));
  }

  /** The word that joins two parts of a name. */
  public String link(Link link) {
    return Objects.requireNonNull(links.get(link));
  }

  /** The same between spaces. */
  public String joined(Link link) {
    return " " + link(link) + " ";
  }

  private record Rule(Pattern pattern, String replacement) {}

  private static Rule order(Map.Entry<String, String> rule) {
    String pattern = Arrays.stream(rule.getKey().split("\\{x}", -1)).map(Pattern::quote)
        .collect(Collectors.joining("(.+)"));
    return new Rule(Pattern.compile(pattern), rule.getValue().replace("{x}", "$1"));
  }

  /** By the table that comes with the program. */
  public static Offices bundled() {
    return new Offices(WordTable.bundled(FILE, 3));
  }

  /** The head of an office whose plural this is: "minister" for "ministers". */
  public Optional<String> singular(String head) {
    return Optional.ofNullable(rules(Line.PLURAL).get(head.toLowerCase(Locale.ROOT)));
  }

  /** "then-prime" as in "the then-prime minister": the part behind the hyphen. */
  private String withoutIdlePart(String word) {
    int hyphen = word.indexOf('-');
    return hyphen > 0 && isIdle(word.substring(0, hyphen)) ? word.substring(hyphen + 1) : word;
  }

  /** Whether a word before an office says nothing of which one it is: "their <i>respective</i> ministers". */
  public boolean isIdle(String word) {
    return rules(Line.DROP).containsKey(word.toLowerCase(Locale.ROOT));
  }

  /** Whether a head by itself does not say which office is meant: of "ministers" a state has many. */
  public boolean isVague(String head) {
    return rules(Line.VAGUE).containsKey(head);
  }

  /** Whether what a word stands for is one office's: "foreign and defence ministers" are two of each state. */
  public boolean isApart(String word) {
    return rules(Line.APART).containsKey(word.toLowerCase(Locale.ROOT));
  }

  private Map<String, String> rules(Line line) {
    return rules.getOrDefault(line, Map.of());
  }

  /**
   * The one title of an office: "Minister of Foreign Affairs" for "foreign minister".
   *
   * @param office the words of a text, without the state
   * @param state the state's ISO 3166-1 alpha-3 code
   */
  public String title(String office, Optional<String> state) {
    String plain = Arrays.stream(office.strip().toLowerCase(Locale.ROOT).split("\\s+"))
        .filter(word -> !word.equals(link(Link.ARTICLE)))
        .map(this::withoutIdlePart)
        .dropWhile(rules(Line.DROP)::containsKey)
        .collect(Collectors.joining(" "));
    if (plain.isEmpty()) {
      return capitals(office.strip(), office);
    }
    for (Rule rule : words) {
      plain = rule.pattern().matcher(plain).replaceAll(rule.replacement());
    }
    List<String> parts = new ArrayList<>();
    for (String part : twoOffices.split(plain)) {
      parts.add(one(part, state));
    }
    return capitals(String.join(joined(Link.JOINT), parts), office);
  }

  /**
   * The state that an office belongs to wherever nothing else is said: only one has a Secretary of State without more, and his
   * deputies. A code of three letters.
   *
   * @param title of the office, as {@link #title} gives it
   */
  public Optional<String> usualOwner(String title) {
    String plain = title.toLowerCase(Locale.ROOT);
    Matcher ranked = deputy.matcher(plain);
    return Optional.ofNullable(rules(Line.OWNER).get(plain))
        .or(() -> ranked.matches() ? Optional.ofNullable(rules(Line.OWNER).get(ranked.group(2))) : Optional.empty());
  }

  private String one(String office, Optional<String> state) {
    String known = inState(office, state);
    Matcher ranked = deputy.matcher(known);
    String rank = ranked.matches() ? ranked.group(1) : "";
    String principal = ranked.matches() ? ranked.group(2) : known;
    String ordered = orders.stream()
        .filter(rule -> rule.pattern().matcher(principal).matches())
        .findFirst()
        .map(rule -> rule.pattern().matcher(principal).replaceAll(rule.replacement()))
        .orElse(principal);
    Matcher of = ofPortfolio.matcher(ordered);
    String whole = of.matches() ? of.group(1) + " " + portfolio(of.group(2)) : ordered;
    return rank + bodies.matcher(inState(whole, state)).replaceAll("$1 " + link(Link.ARTICLE) + " $2");
  }

  private String inState(String office, Optional<String> state) {
    return state.map(code -> inStates.getOrDefault(code, Map.of()).get(office)).orElse(office);
  }

  private String portfolio(String words) {
    return rules(Line.PORTFOLIO).entrySet().stream()
        .filter(rule -> words.equals(rule.getKey()) || words.startsWith(rule.getKey() + joined(Link.JOINT))
            || words.startsWith(rule.getKey() + ", "))
        .max(Comparator.comparingInt(rule -> rule.getKey().length()))
        .map(Map.Entry::getValue)
        .orElse(words);
  }

  /** Title case; a name keeps the capitals that the text gives it ("CARICOM"), unless the text has nothing else. */
  private String capitals(String title, String asWritten) {
    boolean shouted = asWritten.equals(asWritten.toUpperCase(Locale.ROOT));
    Map<String, String> written = shouted
        ? Map.of()
        : Arrays.stream(asWritten.strip().split("\\s+"))
            .collect(Collectors.toMap(word -> word.toLowerCase(Locale.ROOT), word -> word, (one, other) -> one));
    StringBuilder result = new StringBuilder();
    for (String word : title.split(" ")) {
      String capital = Character.toUpperCase(word.charAt(0)) + word.substring(1);
      String own = written.getOrDefault(word, capital);
      boolean small = rules(Line.SMALL).containsKey(word) && !result.isEmpty();
      result.append(result.isEmpty() ? "" : " ")
          .append(small ? word : Character.isUpperCase(own.charAt(0)) ? own : capital);
    }
    return result.toString();
  }
}
