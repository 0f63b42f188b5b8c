package org.entente.curation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as a curator writes it, in the part of the Extended Date/Time Format that the data has: {@code 2018},
 * {@code 2018-08}, {@code 2018-08-10}, {@code a/b}, {@code [a..b]} and the bound {@code [..b]}, each end perhaps
 * approximate ({@code ~}).
 *
 * @param earliest empty for a bound
 */
record Edtf(Optional<LocalDate> earliest, LocalDate latest) {

  private static final String UNIT = "(\\d{4}(?:-\\d\\d(?:-\\d\\d)?)?)~?";
  private static final Pattern ONE = Pattern.compile(UNIT);
  private static final Pattern LASTING = Pattern.compile(UNIT + "/" + UNIT);
  private static final Pattern WITHIN = Pattern.compile("\\[" + UNIT + "\\.\\." + UNIT + "\\]");
  private static final Pattern BOUND = Pattern.compile("\\[\\.\\." + UNIT + "\\]");

  /**
   * @throws IllegalArgumentException when it is no such date
   */
  static Edtf parse(String text) {
    Matcher one = ONE.matcher(text);
    Matcher lasting = LASTING.matcher(text);
    Matcher within = WITHIN.matcher(text);
    Matcher bound = BOUND.matcher(text);
    try {
      if (one.matches()) {
        return ordered(first(one.group(1)), last(one.group(1)));
      }
      if (lasting.matches()) {
        return ordered(first(lasting.group(1)), last(lasting.group(2)));
      }
      if (within.matches()) {
        return ordered(first(within.group(1)), last(within.group(2)));
      }
      if (bound.matches()) {
        return new Edtf(Optional.empty(), last(bound.group(1)));
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("\"" + text + "\" is no date: " + e.getMessage(), e);
    }
    throw new IllegalArgumentException(
        "\"" + text + "\" is no date; write 2018-08-10, 2018-08, 2018, 2018-08-01/2018-08-10 or [..2018-08-10]");
  }

  private static Edtf ordered(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("the date ends before it begins: " + from + ".." + to);
    }
    return new Edtf(Optional.of(from), to);
  }

  private static LocalDate first(String unit) {
    return switch (unit.length()) {
      case 4 -> LocalDate.of(Integer.parseInt(unit), 1, 1);
      case 7 -> YearMonth.parse(unit).atDay(1);
      default -> LocalDate.parse(unit);
    };
  }

  private static LocalDate last(String unit) {
    return switch (unit.length()) {
      case 4 -> LocalDate.of(Integer.parseInt(unit), 12, 31);
      case 7 -> YearMonth.parse(unit).atEndOfMonth();
      default -> LocalDate.parse(unit);
    };
  }
}
