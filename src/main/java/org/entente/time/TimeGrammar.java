package org.entente.time;

import java.io.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.entente.text.Numerals;
import org.entente.text.WordTable;

/**
 * How times are written and what days they mean, from {@code time.tsv}, which explains its form. What the rules reckon
 * stands in Java; every word stands in the table.
 */
public final class TimeGrammar {

  private static final String FILE = "time.tsv";
  private static final int COLUMNS = 4;
  private static final String WORD_BEGINS = "(?<!\\w)";
  private static final String WORD_ENDS = "(?!\\w)";
  private static final String FRAME_ENDS = "\\s*$";
  private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)(\\d?)\\}");
  /** What tells which slots a pattern cannot do without: slots that are not optional, brackets, and what only looks like them. */
  private static final Pattern PART = Pattern.compile("\\\\.|\\[[^\\]]*\\]|\\{([a-z]+)\\d?\\}(?![?*{])|[()|]");
  /** What is taken as it stands of a pattern: escaped characters, classes and groups of a special kind. */
  private static final Pattern PLAIN = Pattern.compile("\\\\.|\\[[^\\]]*\\]|\\(\\?|(\\()|( )");

  /** All of a form after its first word; spaces and apostrophes are written in several ways. */
  private static final Pattern OPENING = Pattern.compile("[ '].*");

  private enum Line {
    WORD,
    DIGITS,
    EXPR,
    FRAME,
    CUE
  }

  private final Map<Slot, Map<String, String>> words = new EnumMap<>(Slot.class);
  private final Map<Slot, String> digits = new EnumMap<>(Slot.class);
  private final Map<Slot, String> alternatives = new EnumMap<>(Slot.class);
  /** The first word of each form. */
  private final Map<Slot, Set<String>> openings = new EnumMap<>(Slot.class);
  private final Map<Slot, Pattern> figures = new EnumMap<>(Slot.class);
  private final Map<Cue, Set<String>> cues = new EnumMap<>(Cue.class);
  private final List<TimeExpression> expressions = new ArrayList<>();
  private final List<TimeFrame> frames = new ArrayList<>();
  private final List<String> examples = new ArrayList<>();

  private TimeGrammar(WordTable table, Numerals numerals) {
    number(Slot.NUMBER, numerals.all(Numerals.Form.CARDINAL));
    number(Slot.ARTICLE, numerals.all(Numerals.Form.ARTICLE));
    number(Slot.ORDINAL, numerals.all(Numerals.Form.ORDINAL));
    table.rows().forEach(this::words);
    words.forEach((slot, forms) -> alternatives.put(slot, alternatives(forms.keySet())));
    digits.forEach((slot, regex) -> alternatives.merge(slot, regex, (one, other) -> one + "|" + other));
    words.forEach((slot, forms) -> openings.put(slot,
        forms.keySet().stream().map(form -> OPENING.matcher(form).replaceFirst("")).collect(Collectors.toSet())));
    digits.forEach((slot, regex) -> figures.put(slot, Pattern.compile(regex, Pattern.CASE_INSENSITIVE)));
    table.rows().forEach(this::expressions);
  }

  public static TimeGrammar bundled() {
    return new TimeGrammar(WordTable.bundled(FILE, COLUMNS), Numerals.bundled());
  }

  /**
   * A grammar of one's own.
   *
   * @param file its name, for messages
   */
  public static TimeGrammar read(Reader from, String file) {
    return new TimeGrammar(WordTable.read(from, file, COLUMNS), Numerals.bundled());
  }

  private void number(Slot slot, Map<String, Integer> numbers) {
    Map<String, String> forms = new LinkedHashMap<>();
    numbers.forEach((word, value) -> forms.put(SlotPattern.plain(word), value.toString()));
    words.put(slot, forms);
  }

  // ---- the two passes: words first, since expressions are made of them

  private void words(WordTable.Row row) {
    switch (row.constant(0, Line.class)) {
      case WORD -> word(row);
      case DIGITS -> digits.put(row.constant(1, Slot.class), row.cell(2));
      case CUE -> cues.computeIfAbsent(row.constant(1, Cue.class), cue -> new HashSet<>()).add(row.cell(2));
      case EXPR, FRAME -> examples.add(row.cell(3));
    }
  }

  private void word(WordTable.Row row) {
    Slot slot = row.constant(1, Slot.class);
    if (!slot.accepts(row.cell(3))) {
      throw row.refused("\"" + row.cell(3) + "\" for the slot " + row.cell(1), "see what its other words stand for");
    }
    words.computeIfAbsent(slot, s -> new LinkedHashMap<>()).put(SlotPattern.plain(row.cell(2)), row.cell(3));
  }

  private void expressions(WordTable.Row row) {
    switch (row.constant(0, Line.class)) {
      case EXPR ->
          expressions.add(new TimeExpression(
              pattern(row, WORD_BEGINS, WORD_ENDS), needed(row), row.constant(2, TimeRule.class)));
      case FRAME ->
          frames.add(new TimeFrame(pattern(row, WORD_BEGINS, FRAME_ENDS), row.constant(2, FrameRule.class)));
      case WORD, DIGITS, CUE -> {}
    }
  }

  private static String alternatives(Set<String> forms) {
    return forms.stream()
        .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
        .map(form -> Pattern.quote(form).replace("'", "\\E['’]\\Q").replace(" ", "\\E\\s+\\Q"))
        .collect(Collectors.joining("|"));
  }

  private SlotPattern pattern(WordTable.Row row, String begin, String end) {
    Map<String, Slot> groups = new LinkedHashMap<>();
    Matcher slots = SLOT.matcher(spaced(row.cell(1)));
    StringBuilder regex = new StringBuilder();
    while (slots.find()) {
      Slot slot = slot(row, slots.group(1));
      String group = slots.group(1) + slots.group(2);
      groups.put(group, slot);
      slots.appendReplacement(
          regex, Matcher.quoteReplacement("(?<" + group + ">" + alternatives.get(slot) + ")"));
    }
    slots.appendTail(regex);
    try {
      return new SlotPattern(begin + "(?:" + regex + ")" + end, groups, words);
    } catch (PatternSyntaxException e) {
      throw row.refused("the pattern is no regular expression: " + e.getDescription(), "mend it");
    }
  }

  /** The slots that stand in the pattern outside of all brackets: without them it matches nothing. */
  private Set<Slot> needed(WordTable.Row row) {
    Set<Slot> needed = EnumSet.noneOf(Slot.class);
    int depth = 0;
    Matcher part = PART.matcher(row.cell(1));
    while (part.find()) {
      switch (part.group()) {
        case "(" -> depth++;
        case ")" -> depth--;
        case "|" -> {
          if (depth == 0) {
            return Set.of();
          }
        }
        default -> {
          if (depth == 0 && part.group(1) != null) {
            needed.add(slot(row, part.group(1)));
          }
        }
      }
    }
    return needed;
  }

  private Slot slot(WordTable.Row row, String name) {
    Slot slot = new WordTable.Row(row.file(), row.number(), List.of(name)).constant(0, Slot.class);
    if (!alternatives.containsKey(slot)) {
      throw row.refused("the slot {" + name + "} has neither words nor figures", "give it some");
    }
    return slot;
  }

  /** A space is any white space, and a round bracket only groups. */
  private static String spaced(String pattern) {
    return PLAIN.matcher(pattern).replaceAll(
        found -> Matcher.quoteReplacement(
            found.group(1) != null ? "(?:" : found.group(2) != null ? "\\s+" : found.group()));
  }

  // ---- what is asked of it

  /** The forms of expressions; of two that are equally long the first counts. */
  public List<TimeExpression> expressions() {
    return List.copyOf(expressions);
  }

  /** Those of them whose words and figures stand in a text, in the same order: others need not be sought there. */
  public List<TimeExpression> expressionsIn(String text) {
    String plain = text.toLowerCase(Locale.ROOT);
    Set<Slot> there = EnumSet.noneOf(Slot.class);
    alternatives.keySet().stream().filter(slot -> mayStandIn(plain, slot)).forEach(there::add);
    return expressions.stream().filter(e -> there.containsAll(e.needed())).toList();
  }

  private boolean mayStandIn(String plain, Slot slot) {
    return openings.getOrDefault(slot, Set.of()).stream().anyMatch(plain::contains)
        || figures.containsKey(slot) && figures.get(slot).matcher(plain).find();
  }

  public List<TimeFrame> frames() {
    return List.copyOf(frames);
  }

  public boolean is(Cue cue, String lemma) {
    return cues.getOrDefault(cue, Set.of()).contains(lemma);
  }

  /** A sentence for each expression and frame. */
  public List<String> examples() {
    return List.copyOf(examples);
  }

  /** Whether a word names a month, a weekday or a feast: such a name is nobody's. */
  public boolean isCalendarName(String word) {
    String plain = SlotPattern.plain(word);
    return List.of(Slot.MONTH, Slot.WEEKDAY, Slot.FEAST).stream()
        .anyMatch(slot -> words.getOrDefault(slot, Map.of()).containsKey(plain));
  }
}
