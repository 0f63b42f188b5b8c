package org.entente.time;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.Locale;
import java.util.function.Predicate;

/** A place in the pattern of a time expression, and what its words stand for. */
enum Slot {
  DAY(Slot::isNumber),
  DD(Slot::isNumber),
  NTH(Slot::isNumber),
  MONTH(Slot::isNumber),
  MON(Slot::isNumber),
  MM(Slot::isNumber),
  YEAR(Slot::isNumber),
  /** The last two figures of a year. */
  YY(Slot::isNumber),
  DECADE(Slot::isNumber),
  DECADEWORD(Slot::isNumber),
  WEEKDAY(Slot::isNumber),
  WEEKNUMBER(Slot::isNumber),
  WEEKDAYNUMBER(Slot::isNumber),
  Q(Slot::isNumber),
  H(Slot::isNumber),
  /** The first month of a season. */
  SEASON(Slot::isNumber),
  COUNT(Slot::isNumber),
  NUMBER(Slot::isNumber),
  ARTICLE(Slot::isNumber),
  ORDINAL(Slot::isNumber),
  UNIT(Slot::isUnit),
  PERIOD(Slot::isUnit),
  /** Months of a part of a year. */
  PART(Slot::isNumber),
  /** Which one, counted from the present: -1, 0, 1. */
  WHICH(Slot::isNumber),
  EDGE(Slot::isEdge),
  EDGENOUN(Slot::isEdge),
  DAYWORD(Slot::isNumber),
  WAY(Slot::isNumber),
  AROUND(Slot::isNumber),
  FEAST(Slot::isMonthDay),
  HIJRI(Slot::isNumber),
  HYEAR(Slot::isNumber),
  OTHERMONTH(Slot::isNumber),
  OTHERYEAR(Slot::isNumber);

  private final Predicate<String> valid;

  Slot(Predicate<String> valid) {
    this.valid = valid;
  }

  boolean accepts(String value) {
    return valid.test(value);
  }

  /** Its name in a pattern; a second one in the same pattern has a number. */
  String group(int nth) {
    String name = name().toLowerCase(Locale.ROOT);
    return nth == 1 ? name : name + nth;
  }

  private static boolean isNumber(String value) {
    try {
      Integer.parseInt(value);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean isUnit(String value) {
    return CalendarUnit.named(value).isPresent();
  }

  private static boolean isEdge(String value) {
    return Edge.named(value).isPresent();
  }

  /** What a value of {@link #FEAST} stands for: "12-25". */
  static MonthDay monthDay(String value) {
    return MonthDay.parse("--" + value);
  }

  private static boolean isMonthDay(String value) {
    try {
      monthDay(value);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
