package org.entente.mention;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.text.Numerals;
import org.entente.text.WordTable;

/** How sums of money are written, from {@code amounts.tsv}, which explains its form. */
final class AmountGrammar {

  private static final String FILE = "amounts.tsv";
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final int HUNDRED = 100;
  private static final String FIGURES = "\\d[\\d,]*(?:\\.\\d+)?";

  private enum Line {
    SYMBOL,
    CODE,
    CURRENCY,
    PLURAL,
    SCALE,
    SHORT,
    ENDING,
    ADJECTIVE,
    UNCOUNTED
  }

  private final Map<Line, Map<String, String>> words = new EnumMap<>(Line.class);
  private final Numerals numerals = Numerals.bundled();
  private final Pattern money;

  private AmountGrammar(WordTable table) {
    for (WordTable.Row row : table.rows()) {
      Line line = row.constant(0, Line.class);
      check(row, line);
      words.computeIfAbsent(line, l -> new LinkedHashMap<>()).put(row.cell(1).toLowerCase(Locale.ROOT), row.cell(2));
    }
    this.money = money();
  }

  static AmountGrammar bundled() {
    return new AmountGrammar(WordTable.bundled(FILE, 3));
  }

  private static void check(WordTable.Row row, Line line) {
    switch (line) {
      case SYMBOL, CODE, CURRENCY, PLURAL -> {
        if (!CURRENCY.matcher(row.cell(2)).matches()) {
          throw row.refused("the currency \"" + row.cell(2) + "\"", "give its three letters in ISO 4217");
        }
      }
      case SCALE, SHORT -> new BigDecimal(row.cell(2));
      case ENDING, ADJECTIVE, UNCOUNTED -> {}
    }
  }

  /** A sum: its number, scale and currency stand in groups of these names. */
  private Pattern money() {
    String sign = "(?<!\\w)(?:" + either(Stream.concat(all(Line.SYMBOL), all(Line.CODE))) + ")";
    String scales = either(Stream.concat(all(Line.SCALE), all(Line.SHORT)));
    String numbers = "\\b" + FIGURES + "|(?<![\\w-])(?:" + either(wholeNumbers()) + ")";
    String currencies = "(?:" + either(all(Line.CURRENCY)) + ")(?:" + either(all(Line.ENDING)) + ")?|"
        + either(all(Line.PLURAL)) + "|" + either(all(Line.CODE));
    String before = "(?<sign>" + sign + ")\\s?(?<figures>" + FIGURES + ")(?:[\\s-]?(?<signscale>" + scales + ")\\b)?";
    String after =
        "(?<number>" + numbers + ")[\\s-](?<scale>" + either(all(Line.SCALE)) + ")[\\s-](?:(?:"
            + either(all(Line.ADJECTIVE)) + ")[\\s-])?(?<currency>" + currencies + ")\\b";
    return Pattern.compile(before + "|" + after, Pattern.CASE_INSENSITIVE);
  }

  /** Number words that stand alone: "hundred" may be the end of "several hundred". */
  private Stream<String> wholeNumbers() {
    return numerals.all(Numerals.Form.CARDINAL).entrySet().stream()
        .filter(word -> word.getValue() < HUNDRED)
        .map(Map.Entry::getKey);
  }

  private Stream<String> all(Line line) {
    return words.getOrDefault(line, Map.of()).keySet().stream();
  }

  private static String either(Stream<String> forms) {
    return forms
        .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
        .map(form -> Pattern.quote(form).replace(" ", "\\E[\\s-]\\Q"))
        .collect(Collectors.joining("|"));
  }

  Matcher sums(String text) {
    return money.matcher(text);
  }

  /** The value of a number in figures or words. */
  BigDecimal number(String word) {
    return numerals.cardinal(word).map(BigDecimal::valueOf).orElseGet(() -> new BigDecimal(word.replace(",", "")));
  }

  boolean isNumberWord(String word) {
    return numerals.cardinal(word).isPresent();
  }

  BigDecimal scale(String word) {
    return new BigDecimal(first(word, Line.SCALE, Line.SHORT).orElseThrow());
  }

  /** The ISO 4217 code of a sign, code or name as written. */
  String currency(String written) {
    String plain = written.replaceAll("[\\s-]+", " ");
    return first(plain, Line.SYMBOL, Line.CODE, Line.CURRENCY, Line.PLURAL)
        .or(() -> all(Line.ENDING).flatMap(ending -> singular(plain, ending).stream()).findFirst())
        .orElseThrow();
  }

  private Optional<String> singular(String plural, String ending) {
    return plural.endsWith(ending)
        ? first(plural.substring(0, plural.length() - ending.length()), Line.CURRENCY)
        : Optional.empty();
  }

  private Optional<String> first(String word, Line... lines) {
    String plain = word.toLowerCase(Locale.ROOT);
    return Stream.of(lines).flatMap(line -> Stream.ofNullable(words.getOrDefault(line, Map.of()).get(plain)))
        .findFirst();
  }

  /** Whether what is counted is no thing: years, miles, countries. */
  boolean isUncounted(String lemma) {
    return words.getOrDefault(Line.UNCOUNTED, Map.of()).containsKey(lemma);
  }

  /** The groups of a sum. */
  enum Group {
    SIGN,
    FIGURES,
    SIGNSCALE,
    NUMBER,
    SCALE,
    CURRENCY;

    Optional<String> in(Matcher sum) {
      return Optional.ofNullable(sum.group(name().toLowerCase(Locale.ROOT)));
    }
  }
}
