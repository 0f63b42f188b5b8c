package org.entente.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A stretch of a longer time: "early May", "mid-2024", "the end of the decade". */
enum Edge {
  EARLY(0),
  MID(1),
  LATE(2),
  START(0),
  END(2);

  private static final int WEEK = 7;
  private static final int MONTH = 31;

  private final int third;

  Edge(int third) {
    this.third = third;
  }

  static Optional<Edge> named(String name) {
    return Arrays.stream(values()).filter(e -> e.name().toLowerCase(Locale.ROOT).equals(name)).findFirst();
  }

  /** That stretch: of a month ten days, of a year four months, or one where its beginning or end is meant. */
  TimeInterval of(TimeInterval whole) {
    long days = whole.days();
    if (days == 1) {
      return whole;
    }
    TimeInterval part = days <= WEEK ? ofWeek(whole) : days <= MONTH ? ofMonth(whole) : ofMonths(whole);
    return new TimeInterval(part.earliest(), part.latest(), TimeInterval.Meaning.WITHIN);
  }

  private TimeInterval ofWeek(TimeInterval week) {
    LocalDate first = week.earliest();
    return switch (third) {
      case 0 -> TimeInterval.within(first, earlier(first.plusDays(1), week.latest()));
      case 1 -> TimeInterval.day(earlier(first.plusDays(2), week.latest()));
      default -> TimeInterval.within(earlier(first.plusDays(3), week.latest()), week.latest());
    };
  }

  private TimeInterval ofMonth(TimeInterval month) {
    LocalDate first = month.earliest();
    return switch (third) {
      case 0 -> TimeInterval.within(first, first.plusDays(9));
      case 1 -> TimeInterval.within(first.plusDays(10), earlier(first.plusDays(19), month.latest()));
      default -> TimeInterval.within(earlier(first.plusDays(20), month.latest()), month.latest());
    };
  }

  /** Of several months by months, of many years by years. */
  private TimeInterval ofMonths(TimeInterval whole) {
    YearMonth first = YearMonth.from(whole.earliest());
    int months = (int) first.until(YearMonth.from(whole.latest()), ChronoUnit.MONTHS) + 1;
    boolean tip = months == 12 && (this == START || this == END);
    int length = tip ? 1 : months == 120 ? decadePart() : Math.max(1, months / 3);
    int from = switch (third) {
      case 0 -> 0;
      case 1 -> (months - length) / 2;
      default -> months - length;
    };
    return TimeInterval.within(first.plusMonths(from).atDay(1), first.plusMonths(from + length - 1L).atEndOfMonth());
  }

  /** "The early 1990s" are four years, and so are the mid- and late ones: nobody draws the lines sharply. */
  private static int decadePart() {
    return 48;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
