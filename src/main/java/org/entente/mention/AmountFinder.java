package org.entente.mention;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.mention.Mention.AmountMention;
import org.entente.text.Sentence;
import org.entente.text.Span;
import org.entente.text.Token;

/** Finds sums of money with their currency and counted things ("twenty patrol boats"); no years, shares or distances. */
public final class AmountFinder {

  private static final Map<String, String> SYMBOLS =
      Map.ofEntries(
          Map.entry("$", "USD"), Map.entry("US$", "USD"), Map.entry("€", "EUR"), Map.entry("£", "GBP"),
          Map.entry("¥", "JPY"),
          Map.entry("₹", "INR"), Map.entry("A$", "AUD"), Map.entry("C$", "CAD"), Map.entry("Rs", "INR"),
          Map.entry("HK$", "HKD"));
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("dollar", "USD"), Map.entry("euro", "EUR"), Map.entry("yuan", "CNY"), Map.entry("renminbi", "CNY"),
          Map.entry("yen", "JPY"), Map.entry("rouble", "RUB"), Map.entry("ruble", "RUB"), Map.entry("rupee", "INR"),
          Map.entry("riyal", "SAR"), Map.entry("dirham", "AED"), Map.entry("won", "KRW"), Map.entry("lira", "TRY"),
          Map.entry("franc", "CHF"));
  private static final Map<String, BigDecimal> SCALES =
      Map.of("thousand", new BigDecimal("1000"), "million", new BigDecimal("1000000"), "billion",
          new BigDecimal("1000000000"),
          "trillion", new BigDecimal("1000000000000"), "bn", new BigDecimal("1000000000"), "m",
          new BigDecimal("1000000"));
  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("one", 1), Map.entry("two", 2), Map.entry("three", 3), Map.entry("four", 4), Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7), Map.entry("eight", 8), Map.entry("nine", 9), Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12), Map.entry("thirteen", 13), Map.entry("fourteen", 14), Map.entry("fifteen", 15),
          Map.entry("sixteen", 16),
          Map.entry("seventeen", 17), Map.entry("eighteen", 18), Map.entry("nineteen", 19), Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40), Map.entry("fifty", 50), Map.entry("sixty", 60), Map.entry("seventy", 70),
          Map.entry("eighty", 80),
          Map.entry("ninety", 90), Map.entry("hundred", 100));
  private static final Set<String> NO_THINGS =
      Set.of("year", "month", "week", "day", "hour", "minute", "kilometre", "kilometer", "mile", "metre", "meter",
          "per", "cent", "percent",
          "decade", "time", "country", "state", "side", "nation", "government", "point", "page", "century", "degree",
          "knot", "tonne", "ton", "january", "february", "march", "april", "may", "june", "july", "august", "september",
          "october", "november", "december");
  private static final Pattern MONEY =
      Pattern.compile(
          "(US\\$|HK\\$|A\\$|C\\$|[$€£¥₹]|Rs)\\s?(\\d[\\d,]*(?:\\.\\d+)?)(?:[\\s-]?(thousand|million|billion|trillion|bn|m)\\b)?"
              + "|\\b(\\d[\\d,]*(?:\\.\\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty)[\\s-](thousand|million|billion|trillion)[\\s-]"
              + "(?:US[\\s-]|Chinese[\\s-])?(dollar|euro|yuan|renminbi|yen|rouble|ruble|rupee|riyal|dirham|won|lira|franc)s?\\b",
          Pattern.CASE_INSENSITIVE);

  private AmountFinder() {}

  /** The amounts of a sentence in text order. */
  public static List<AmountMention> find(Sentence sentence, String text) {
    List<AmountMention> found = new ArrayList<>(money(sentence, text));
    for (Token token : sentence.tokens()) {
      boolean counted = token.pos().equals("CD") && found.stream().noneMatch(m -> m.span().overlaps(token.span()));
      if (counted) {
        things(sentence, token, text).ifPresent(found::add);
      }
    }
    found.sort((a, b) -> a.span().compareTo(b.span()));
    return found;
  }

  private static List<AmountMention> money(Sentence sentence, String text) {
    List<AmountMention> found = new ArrayList<>();
    Matcher m = MONEY.matcher(text).region(sentence.span().start(), sentence.span().end());
    while (m.find()) {
      boolean symbol = m.group(1) != null;
      BigDecimal number = number(symbol ? m.group(2) : m.group(4));
      String scale = symbol ? m.group(3) : m.group(5);
      BigDecimal value = scale == null ? number : number.multiply(SCALES.get(scale.toLowerCase(Locale.ROOT)));
      String currency =
          symbol ? SYMBOLS.getOrDefault(m.group(1), "USD") : WORDS.get(m.group(6).toLowerCase(Locale.ROOT));
      found.add(
          new AmountMention(new Span(m.start(), m.end()), value.stripTrailingZeros(), Optional.of(currency),
              Optional.empty()));
    }
    return found;
  }

  private static BigDecimal number(String word) {
    Integer known = NUMBERS.get(word.toLowerCase(Locale.ROOT));
    return known != null ? BigDecimal.valueOf(known) : new BigDecimal(word.replace(",", ""));
  }

  private static Optional<AmountMention> things(Sentence sentence, Token number, String text) {
    if (number.head() < 0) {
      return Optional.empty();
    }
    Token noun = sentence.token(number.head());
    String form = number.form().toLowerCase(Locale.ROOT);
    boolean year = form.matches("1[89]\\d\\d|20\\d\\d");
    boolean readable = NUMBERS.containsKey(form) || form.matches("\\d{1,3}(,\\d{3})*|\\d+");
    if (!noun.isNoun() || noun.index() <= number.index() || year || !readable || NO_THINGS.contains(noun.lemma())) {
      return Optional.empty();
    }
    Span unit = sentence.token(number.index() + 1).span().cover(noun.span());
    return Optional.of(
        new AmountMention(
            number.span().cover(noun.span()), number(form), Optional.empty(),
            Optional.of(unit.in(text).toLowerCase(Locale.ROOT))));
  }
}
