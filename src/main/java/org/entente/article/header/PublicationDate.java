package org.entente.article.header;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a calendar day in a header line: "August 10, 2018", "10 Aug. 2018", "2018-08-10T09:00Z", "30.08.2018". Only
 * whole days: "August 2018" is no date, and "08/10/2018" or "08.10.2018" is none either, because the month could be
 * either number, unless a weekday beside it tells.
 * Dates that events in the text have are left to {@code mention}.
 */
public record PublicationDate(LocalDate day, int start, int end) {

  private static final String MONTH =
      "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
          + "|nov(?:ember)?|dec(?:ember)?)";
  private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
  private static final String YEAR = "((?:17|18|19|20|21)\\d\\d)";
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  private static final Pattern MONTH_FIRST = pattern(MONTH + "\\.?\\s+" + DAY + "\\s*,?\\s*" + YEAR);
  private static final Pattern DAY_FIRST =
      pattern(DAY + "(?:\\s+(?:of\\s+)?|-)" + MONTH + "\\.?,?(?:\\s+|-)" + YEAR);
  private static final Pattern YEAR_FIRST = pattern(YEAR + "([-/.])(\\d{1,2})\\2(\\d{1,2})");
  private static final Pattern NUMBERS = pattern("(\\d{1,2})([./-])(\\d{1,2})\\2" + YEAR);

  private static Pattern pattern(String body) {
    return Pattern.compile("(?<![\\p{L}\\d])" + body + "(?!\\d)", Pattern.CASE_INSENSITIVE);
  }

  public static Optional<PublicationDate> in(String line) {
    List<Pattern> patterns = List.of(MONTH_FIRST, DAY_FIRST, YEAR_FIRST, NUMBERS);
    for (Pattern pattern : patterns) {
      Matcher matcher = pattern.matcher(line);
      while (matcher.find()) {
        Optional<LocalDate> day = day(pattern, matcher.toMatchResult(), line);
        if (day.isPresent()) {
          return Optional.of(new PublicationDate(day.get(), matcher.start(), matcher.end()));
        }
      }
    }
    return Optional.empty();
  }

  /** The day alone, for values such as a meta element's content. */
  public static Optional<LocalDate> dayIn(String value) {
    return value.length() > 200 ? Optional.empty() : in(value).map(PublicationDate::day);
  }

  private static Optional<LocalDate> day(Pattern pattern, MatchResult found, String line) {
    if (pattern == MONTH_FIRST) {
      return day(found.group(3), month(found.group(1)), found.group(2));
    }
    if (pattern == DAY_FIRST) {
      return day(found.group(3), month(found.group(2)), found.group(1));
    }
    if (pattern == YEAR_FIRST) {
      return day(found.group(1), Integer.parseInt(found.group(3)), found.group(4));
    }
    return numbers(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(3)), found.group(4), line);
  }

  /** The day and the month are told apart by a number above twelve, or by the weekday that stands beside them. */
  private static Optional<LocalDate> numbers(int first, int second, String year, String line) {
    Optional<LocalDate> dayFirst = day(year, second, String.valueOf(first));
    Optional<LocalDate> monthFirst = day(year, first, String.valueOf(second));
    if (dayFirst.isEmpty() || monthFirst.isEmpty() || first == second) {
      return dayFirst.or(() -> monthFirst);
    }
    boolean dayTold = isOn(dayFirst.get(), line);
    return dayTold == isOn(monthFirst.get(), line) ? Optional.empty() : dayTold ? dayFirst : monthFirst;
  }

  private static boolean isOn(LocalDate day, String line) {
    String weekday = day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    return Pattern.compile("\\b" + weekday + "[a-z]*\\b", Pattern.CASE_INSENSITIVE).matcher(line).find();
  }

  private static int month(String name) {
    return MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) / 3 + 1;
  }

  private static Optional<LocalDate> day(String year, int month, String day) {
    try {
      return Optional.of(LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
