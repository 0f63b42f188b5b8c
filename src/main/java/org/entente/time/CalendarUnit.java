package org.entente.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A unit of the calendar: the one around a day, and so many of them before or after it. */
enum CalendarUnit {
  DAY(ChronoUnit.DAYS, 1),
  WEEK(ChronoUnit.WEEKS, 1),
  FORTNIGHT(ChronoUnit.WEEKS, 2),
  WEEKEND(ChronoUnit.WEEKS, 1),
  MONTH(ChronoUnit.MONTHS, 1),
  QUARTER(ChronoUnit.MONTHS, 3),
  YEAR(ChronoUnit.YEARS, 1),
  DECADE(ChronoUnit.YEARS, 10),
  CENTURY(ChronoUnit.YEARS, 100);

  private final ChronoUnit unit;
  private final int times;

  CalendarUnit(ChronoUnit unit, int times) {
    this.unit = unit;
    this.times = times;
  }

  static Optional<CalendarUnit> named(String name) {
    return Arrays.stream(values()).filter(u -> u.name().toLowerCase(Locale.ROOT).equals(name)).findFirst();
  }

  LocalDate plus(LocalDate day, long count) {
    return day.plus(count * times, unit);
  }

  /** The one that a day lies in; of weekends that of its week, of centuries that of the same first two figures. */
  TimeInterval around(LocalDate day) {
    return switch (this) {
      case DAY -> TimeInterval.day(day);
      case WEEK, FORTNIGHT -> TimeInterval.within(monday(day), monday(day).plusDays(6));
      case WEEKEND -> TimeInterval.within(monday(day).plusDays(5), monday(day).plusDays(6));
      case MONTH -> months(YearMonth.from(day), 1);
      case QUARTER -> months(YearMonth.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1), 3);
      case YEAR, DECADE, CENTURY -> years(day.getYear() - day.getYear() % times, times);
    };
  }

  /** What "two weeks ago" or "a decade ago" is: that day, calendar week, month or year. */
  TimeInterval precision(LocalDate day) {
    return switch (this) {
      case DECADE, CENTURY -> YEAR.around(day);
      case FORTNIGHT, WEEKEND -> WEEK.around(day);
      case QUARTER -> MONTH.around(day);
      case DAY, WEEK, MONTH, YEAR -> around(day);
    };
  }

  static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  static TimeInterval months(YearMonth first, int count) {
    return TimeInterval.within(first.atDay(1), first.plusMonths(count - 1L).atEndOfMonth());
  }

  static TimeInterval years(int first, int count) {
    return TimeInterval.within(LocalDate.of(first, 1, 1), LocalDate.of(first + count - 1, 12, 31));
  }
}
