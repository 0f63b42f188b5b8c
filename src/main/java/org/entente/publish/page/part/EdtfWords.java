package org.entente.publish.page.part;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** An interval in words: a day, a month or a year where it is one, else both its ends. */
public final class EdtfWords {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

  private EdtfWords() {}

  /** "in 2018" or "from 2015 to 2018". */
  public static String years(int first, int last) {
    return first == last ? "in " + first : "from " + first + " to " + last;
  }

  public static String ofDay(LocalDate day) {
    return DAY.format(day);
  }

  /** What has only a last possible day. */
  public static String noLaterThan(LocalDate bound) {
    return "by " + DAY.format(bound);
  }

  public static String of(String edtf, LocalDate from, LocalDate to) {
    String words = interval(from, to);
    if (edtf.contains("~") || edtf.contains("?")) {
      return "about " + words;
    }
    return edtf.startsWith("[") && !from.equals(to) ? "within " + words : words;
  }

  private static String interval(LocalDate from, LocalDate to) {
    if (from.equals(to)) {
      return DAY.format(from);
    }
    boolean wholeMonths = from.getDayOfMonth() == 1 && to.equals(YearMonth.from(to).atEndOfMonth());
    if (wholeMonths && YearMonth.from(from).equals(YearMonth.from(to))) {
      return MONTH.format(from);
    }
    if (wholeMonths && from.getMonthValue() == 1 && to.getMonthValue() == 12) {
      return from.getYear() == to.getYear() ? String.valueOf(from.getYear()) : from.getYear() + "–" + to.getYear();
    }
    if (YearMonth.from(from).equals(YearMonth.from(to))) {
      return from.getDayOfMonth() + "–" + DAY.format(to);
    }
    return from.getYear() == to.getYear() ? DAY_OF_YEAR.format(from) + " – " + DAY.format(to)
        : DAY.format(from) + " – " + DAY.format(to);
  }
}
