package org.entente.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** The arithmetic of days and weeks. */
final class Days {

  private static final int CHRISTMAS_IS_NEAR = 3;

  private Days() {}

  static Optional<TimeInterval> iso(Slots s, Moment at) {
    return day(s.number(Slot.YEAR), s.number(Slot.MM), s.number(Slot.DD));
  }

  /** "25.03.2021", "25/03/2021"; with strokes only where the first cannot be the month. */
  static Optional<TimeInterval> numeric(Slots s, Moment at) {
    int first = s.number(Slot.DD);
    int second = s.number(Slot.MM);
    return first > 12 || first == second || s.text().contains(".")
        ? day(s.number(Slot.YEAR), second, first)
        : Optional.empty();
  }

  static Optional<TimeInterval> day(Slots s, Moment at) {
    int month = s.month();
    return s.day() < 0 ? Optional.empty() : day(year(s, at, month), month, s.day());
  }

  /** The year in figures, "last year", or the nearest one. */
  static int year(Slots s, Moment at, int month) {
    return s.any(Slot.YEAR)
        .or(() -> s.any(Slot.WHICH).map(by -> at.now().getYear() + by))
        .orElseGet(() -> at.nearestYear(month));
  }

  private static Optional<TimeInterval> day(int year, int month, int day) {
    boolean real = month >= 1 && month <= 12 && day >= 1 && day <= YearMonth.of(year, month).lengthOfMonth();
    return real ? Optional.of(TimeInterval.day(LocalDate.of(year, month, day))) : Optional.empty();
  }

  /** From one day to another, of one month or two. */
  static Optional<TimeInterval> days(Slots s, Moment at) {
    int first = s.number(Slot.MONTH);
    int second = s.has(Slot.MONTH, 2) ? s.number(Slot.MONTH, 2) : first;
    int lastYear = s.has(Slot.YEAR, 2) ? s.number(Slot.YEAR, 2)
        : s.has(Slot.YEAR) ? s.number(Slot.YEAR) : at.nearestYear(second);
    int firstYear = s.has(Slot.YEAR) ? s.number(Slot.YEAR) : first <= second ? lastYear : lastYear - 1;
    Optional<TimeInterval> from = day(firstYear, first, s.number(Slot.DAY));
    Optional<TimeInterval> to = day(lastYear, second, s.number(Slot.DAY, 2));
    boolean ordered = from.isPresent() && to.isPresent() && !to.get().earliest().isBefore(from.get().earliest());
    return ordered ? Optional.of(TimeInterval.lasting(from.get().earliest(), to.get().earliest())) : Optional.empty();
  }

  /** "the 5th of next month". */
  static Optional<TimeInterval> ofMonth(Slots s, Moment at) {
    YearMonth month = YearMonth.from(at.now()).plusMonths(s.number(Slot.WHICH));
    return day(month.getYear(), month.getMonthValue(), s.day());
  }

  /** "on the 5th": of this month, or of the one beside it on the side that the verb tells. */
  static Optional<TimeInterval> alone(Slots s, Moment at) {
    YearMonth here = YearMonth.from(at.now());
    int today = at.now().getDayOfMonth();
    boolean other = at.ahead() ? s.day() < today : s.day() > today;
    YearMonth month = other ? here.plusMonths(at.ahead() ? 1 : -1) : here;
    return day(month.getYear(), month.getMonthValue(), s.day());
  }

  static Optional<TimeInterval> dayWord(Slots s, Moment at) {
    return Optional.of(TimeInterval.day(at.now().plusDays(s.number(Slot.DAYWORD))));
  }

  /** A bare weekday is the nearest one on the side that the verb tells. */
  static Optional<TimeInterval> weekday(Slots s, Moment at) {
    DayOfWeek day = DayOfWeek.of(s.number(Slot.WEEKDAY));
    int which = s.any(Slot.WHICH).orElse(0);
    LocalDate now = at.now();
    if (which == 0) {
      return Optional.of(
          TimeInterval.day(
              now.with(at.ahead() ? TemporalAdjusters.nextOrSame(day) : TemporalAdjusters.previousOrSame(day))));
    }
    return Optional.of(
        TimeInterval.day(now.with(which < 0 ? TemporalAdjusters.previous(day) : TemporalAdjusters.next(day))));
  }

  /** "Tuesday of next week". */
  static Optional<TimeInterval> weekdayOfWeek(Slots s, Moment at) {
    LocalDate monday = CalendarUnit.monday(at.now().plusWeeks(s.number(Slot.WHICH)));
    return Optional.of(TimeInterval.day(monday.plusDays(s.number(Slot.WEEKDAY) - 1L)));
  }

  /** "the first Monday of May". */
  static Optional<TimeInterval> weekdayOfMonth(Slots s, Moment at) {
    YearMonth month = YearMonth.of(year(s, at, s.month()), s.month());
    DayOfWeek day = DayOfWeek.of(s.number(Slot.WEEKDAY));
    LocalDate found = month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(s.number(Slot.ORDINAL), day));
    return YearMonth.from(found).equals(month) ? Optional.of(TimeInterval.day(found)) : Optional.empty();
  }

  static Optional<TimeInterval> weekOfMonth(Slots s, Moment at) {
    YearMonth month = s.has(Slot.MONTH)
        ? YearMonth.of(year(s, at, s.month()), s.month())
        : YearMonth.from(at.now()).plusMonths(s.number(Slot.WHICH));
    int nth = s.number(Slot.ORDINAL);
    int first = nth < 0 ? month.lengthOfMonth() - 6 : nth * 7 - 6;
    return first + 6 > month.lengthOfMonth()
        ? Optional.empty()
        : Optional.of(TimeInterval.within(month.atDay(first), month.atDay(first + 6)));
  }

  static Optional<TimeInterval> weekOfYear(Slots s, Moment at) {
    int nth = s.number(Slot.ORDINAL);
    LocalDate first = nth < 0
        ? LocalDate.of(s.number(Slot.YEAR), 12, 25)
        : LocalDate.of(s.number(Slot.YEAR), 1, 1).plusWeeks(nth - 1L);
    return Optional.of(TimeInterval.within(first, first.plusDays(6)));
  }

  /** Weeks by ISO 8601: the first is that of 4 January. */
  static Optional<TimeInterval> isoWeek(Slots s, Moment at) {
    int year = s.any(Slot.YEAR).orElseGet(() -> at.now().getYear());
    LocalDate inYear = LocalDate.of(year, 1, 4);
    int week = s.number(Slot.WEEKNUMBER);
    if (week < 1 || week > IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(inYear).getMaximum()) {
      return Optional.empty();
    }
    LocalDate monday = CalendarUnit.monday(inYear.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week));
    return Optional.of(
        s.any(Slot.WEEKDAYNUMBER)
            .map(day -> TimeInterval.day(monday.plusDays(day - 1L)))
            .orElseGet(() -> TimeInterval.within(monday, monday.plusDays(6))));
  }

  /** The next one where the verb lies ahead or the last one is long ago, else the last. */
  static Optional<TimeInterval> feast(Slots s, Moment at) {
    MonthDay feast = s.monthDay(Slot.FEAST);
    LocalDate now = at.now();
    LocalDate here = feast.atYear(now.getYear());
    LocalDate last = here.isAfter(now) ? feast.atYear(now.getYear() - 1) : here;
    LocalDate next = here.isBefore(now) ? feast.atYear(now.getYear() + 1) : here;
    boolean lateInYear = feast.getMonthValue() == 12;
    boolean longAgo = lateInYear && !last.isAfter(now.minusMonths(CHRISTMAS_IS_NEAR));
    return Optional.of(TimeInterval.day(at.ahead() || longAgo ? next : last));
  }

  /** By the Umm al-Qura tables; where the moon was sighted otherwise it is a day off. */
  static Optional<TimeInterval> hijri(Slots s, Moment at) {
    try {
      LocalDate day = LocalDate.from(HijrahDate.of(s.number(Slot.HYEAR), s.number(Slot.HIJRI), s.day()));
      return Optional.of(TimeInterval.within(day.minusDays(1), day.plusDays(1)).about());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static Optional<TimeInterval> hijriMonth(Slots s, Moment at) {
    try {
      HijrahDate first = HijrahDate.of(s.number(Slot.HYEAR), s.number(Slot.HIJRI), 1);
      HijrahDate last = first.with(ChronoField.DAY_OF_MONTH, first.lengthOfMonth());
      return Optional.of(TimeInterval.within(LocalDate.from(first), LocalDate.from(last)).about());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
