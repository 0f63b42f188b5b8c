package org.entente.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** The arithmetic of months, seasons, parts of years, years and what is longer, and of units counted from the present one. */
final class Spans {

  private static final int DAYS_OF_ONE_EVENT = 7;
  private static final int FISCAL_FROM = 4;
  private static final int ACADEMIC_FROM = 8;

  private Spans() {}

  private static Optional<TimeInterval> month(YearMonth month) {
    return Optional.of(CalendarUnit.months(month, 1));
  }

  static Optional<TimeInterval> isoMonth(Slots s, Moment at) {
    int month = s.number(Slot.MM);
    return month < 1 ? Optional.empty() : month(YearMonth.of(s.number(Slot.YEAR), month));
  }

  static Optional<TimeInterval> month(Slots s, Moment at) {
    return month(YearMonth.of(Days.year(s, at, s.month()), s.month()));
  }

  /** "May" and "March" are words too; a month stands alone only where it is written as one. */
  static Optional<TimeInterval> monthAlone(Slots s, Moment at) {
    return Character.isUpperCase(s.text().charAt(0)) ? month(at.nearestMonth(s.month())) : Optional.empty();
  }

  /** "last November", "next May": the one on that side of the present month; "this May" is this year's. */
  static Optional<TimeInterval> monthBeside(Slots s, Moment at) {
    YearMonth present = YearMonth.from(at.now());
    YearMonth here = present.withMonth(s.month());
    int which = s.number(Slot.WHICH);
    boolean thisYear = which == 0 || (which > 0 ? here.isAfter(present) : here.isBefore(present));
    return month(thisYear ? here : here.plusYears(which));
  }

  static Optional<TimeInterval> months(Slots s, Moment at) {
    int first = s.number(Slot.MONTH);
    int last = s.number(Slot.MONTH, 2);
    int lastYear = s.has(Slot.YEAR, 2) ? s.number(Slot.YEAR, 2) : Days.year(s, at, last);
    int firstYear = s.has(Slot.YEAR, 2) ? s.number(Slot.YEAR) : first <= last ? lastYear : lastYear - 1;
    YearMonth from = YearMonth.of(firstYear, first);
    YearMonth to = YearMonth.of(lastYear, last);
    return to.isBefore(from)
        ? Optional.empty()
        : Optional.of(TimeInterval.lasting(from.atDay(1), to.atEndOfMonth()));
  }

  // ---- parts of years

  /** "the third quarter of 2021", "the second half of the year". */
  static Optional<TimeInterval> part(Slots s, Moment at) {
    int year = s.any(Slot.YEAR)
        .orElseGet(() -> at.now().getYear() + s.any(Slot.WHICH).orElse(0));
    return part(year, s.number(Slot.ORDINAL), s.number(Slot.PART));
  }

  private static Optional<TimeInterval> part(int year, int ordinal, int months) {
    int parts = 12 / months;
    int nth = ordinal < 0 ? parts : ordinal;
    return nth > parts
        ? Optional.empty()
        : Optional.of(CalendarUnit.months(YearMonth.of(year, (nth - 1) * months + 1), months));
  }

  /** "in the fourth quarter": the nearest on the side that the verb tells. */
  static Optional<TimeInterval> partAlone(Slots s, Moment at) {
    return nearestQuarter(s.number(Slot.ORDINAL), at);
  }

  static Optional<TimeInterval> quarter(Slots s, Moment at) {
    return s.any(Slot.YEAR)
        .map(year -> part(year, s.number(Slot.Q), 3))
        .orElseGet(() -> nearestQuarter(s.number(Slot.Q), at));
  }

  private static Optional<TimeInterval> nearestQuarter(int ordinal, Moment at) {
    LocalDate now = at.now();
    return part(now.getYear(), ordinal, 3).flatMap(
        here -> at.ahead()
            ? here.latest().isBefore(now) ? part(now.getYear() + 1, ordinal, 3) : Optional.of(here)
            : here.earliest().isAfter(now) ? part(now.getYear() - 1, ordinal, 3) : Optional.of(here));
  }

  static Optional<TimeInterval> half(Slots s, Moment at) {
    return part(s.number(Slot.YEAR), s.number(Slot.H), 6);
  }

  static Optional<TimeInterval> season(Slots s, Moment at) {
    return Optional.of(season(s.number(Slot.YEAR), s));
  }

  private static TimeInterval season(int year, Slots s) {
    return CalendarUnit.months(YearMonth.of(year, s.number(Slot.SEASON)), 3);
  }

  static Optional<TimeInterval> seasonBeside(Slots s, Moment at) {
    LocalDate now = at.now();
    TimeInterval here = season(now.getYear(), s);
    int which = s.number(Slot.WHICH);
    TimeInterval before = season(now.getYear() - 1, s);
    if (which == 0 && !before.latest().isBefore(now)) {
      // In January "this winter" began last year.
      return Optional.of(before);
    }
    boolean thisYear = which == 0 || (which > 0 ? here.earliest().isAfter(now) : here.latest().isBefore(now));
    return Optional.of(thisYear ? here : season(now.getYear() + which, s));
  }

  static Optional<TimeInterval> seasonAlone(Slots s, Moment at) {
    LocalDate now = at.now();
    TimeInterval here = season(now.getYear(), s);
    if (at.ahead()) {
      return Optional.of(here.latest().isBefore(now) ? season(now.getYear() + 1, s) : here);
    }
    return Optional.of(here.earliest().isAfter(now) ? season(now.getYear() - 1, s) : here);
  }

  // ---- years and more

  static Optional<TimeInterval> year(Slots s, Moment at) {
    return Optional.of(CalendarUnit.years(s.number(Slot.YEAR), 1));
  }

  /** "2016-2019", "between 2016 and 2019", "2016-19". */
  static Optional<TimeInterval> years(Slots s, Moment at) {
    int first = s.number(Slot.YEAR);
    int last = secondYear(s, first);
    return last < first
        ? Optional.empty()
        : Optional
            .of(last == first ? CalendarUnit.years(first, 1) : CalendarUnit.years(first, last - first + 1).whole());
  }

  private static int secondYear(Slots s, int first) {
    return s.has(Slot.YEAR, 2)
        ? s.number(Slot.YEAR, 2)
        : s.any(Slot.YY).map(yy -> first / 100 * 100 + yy).orElse(first);
  }

  static Optional<TimeInterval> decade(Slots s, Moment at) {
    return Optional.of(CalendarUnit.years(s.any(Slot.DECADE, Slot.DECADEWORD).orElseThrow(), 10));
  }

  /** The nineteenth century began in 1801, and everybody counts from 1800. */
  static Optional<TimeInterval> century(Slots s, Moment at) {
    int nth = s.day();
    return nth < 1 || nth > 22 ? Optional.empty() : Optional.of(CalendarUnit.years((nth - 1) * 100 + 1, 100));
  }

  /**
   * A fiscal year begins in April, July or October, and some are called by the year in which they end, some by that in
   * which they begin: the dates leave that open.
   */
  static Optional<TimeInterval> fiscal(Slots s, Moment at) {
    boolean two = s.has(Slot.YEAR, 2) || s.has(Slot.YEAR) && s.has(Slot.YY);
    int named = s.any(Slot.YEAR).or(() -> s.any(Slot.YY).map(yy -> 2000 + yy)).orElseThrow();
    int last = two ? secondYear(s, named) : named;
    if (two && last != named + 1) {
      return Optional.empty();
    }
    int first = two ? named : named - 1;
    int lastMonth = two ? 9 : 12;
    return Optional.of(
        TimeInterval.within(
            LocalDate.of(first, FISCAL_FROM, 1), YearMonth.of(last, lastMonth).atEndOfMonth()));
  }

  static Optional<TimeInterval> academic(Slots s, Moment at) {
    int first = s.number(Slot.YEAR);
    return secondYear(s, first) != first + 1
        ? Optional.empty()
        : Optional.of(
            TimeInterval.lasting(
                LocalDate.of(first, ACADEMIC_FROM, 1), YearMonth.of(first + 1, ACADEMIC_FROM - 1).atEndOfMonth()));
  }

  // ---- around publication

  /** "last week", "this year": of the present one what lies on the side that the verb tells. */
  static Optional<TimeInterval> period(Slots s, Moment at) {
    int which = s.number(Slot.WHICH);
    return which == 0
        ? ofPresent(s.unit(), at)
        : Optional.of(s.unit().around(s.unit().plus(at.now(), which)));
  }

  static Optional<TimeInterval> weekend(Slots s, Moment at) {
    return ofPresent(CalendarUnit.WEEKEND, at);
  }

  private static Optional<TimeInterval> ofPresent(CalendarUnit unit, Moment at) {
    LocalDate now = at.now();
    TimeInterval whole = unit.around(now);
    if (at.ahead()) {
      return Optional.of(TimeInterval.within(later(now, whole.earliest()), whole.latest()));
    }
    TimeInterval begun = whole.earliest().isAfter(now) ? unit.around(unit.plus(now, -1)) : whole;
    return Optional.of(TimeInterval.within(begun.earliest(), earlier(now, begun.latest())));
  }

  /** "earlier this week", "later this year". */
  static Optional<TimeInterval> around(Slots s, Moment at) {
    return s.number(Slot.AROUND) < 0 ? soFar(s, at) : rest(s, at);
  }

  static Optional<TimeInterval> soFar(Slots s, Moment at) {
    return Optional.of(TimeInterval.within(s.unit().around(at.now()).earliest(), at.now()));
  }

  static Optional<TimeInterval> rest(Slots s, Moment at) {
    return Optional.of(TimeInterval.within(at.now(), s.unit().around(at.now()).latest()));
  }

  /** "early this year", "the end of next month". */
  static Optional<TimeInterval> edgeOfPeriod(Slots s, Moment at) {
    CalendarUnit unit = s.unit();
    return Optional.of(s.edge().of(unit.around(unit.plus(at.now(), s.any(Slot.WHICH).orElse(0)))));
  }

  static Optional<TimeInterval> ago(Slots s, Moment at) {
    return Optional.of(s.unit().precision(s.unit().plus(at.now(), -s.count())));
  }

  static Optional<TimeInterval> ahead(Slots s, Moment at) {
    return Optional.of(s.unit().precision(s.unit().plus(at.now(), s.count())));
  }

  /** "built in three days" tells how long it took, "will come in three days" when. */
  static Optional<TimeInterval> aheadIfFuture(Slots s, Moment at) {
    return at.ahead() ? ahead(s, at) : Optional.empty();
  }

  static Optional<TimeInterval> past(Slots s, Moment at) {
    return Optional.of(TimeInterval.within(s.unit().plus(at.now(), -s.count()), at.now()));
  }

  static Optional<TimeInterval> coming(Slots s, Moment at) {
    return Optional.of(TimeInterval.within(at.now(), s.unit().plus(at.now(), s.count())));
  }

  static Optional<TimeInterval> comingIfFuture(Slots s, Moment at) {
    return at.ahead() ? coming(s, at) : Optional.empty();
  }

  // ---- relative to what was said before

  static Optional<TimeInterval> shifted(Slots s, Moment at) {
    int by = s.count() * s.number(Slot.WAY);
    return at.said().map(
        t -> new TimeInterval(s.unit().plus(t.earliest(), by), s.unit().plus(t.latest(), by), t.meaning()));
  }

  static Optional<TimeInterval> same(Slots s, Moment at) {
    return at.said();
  }

  /** No day is meant where a season was named before. */
  static Optional<TimeInterval> sameDay(Slots s, Moment at) {
    return at.said().filter(t -> t.days() <= DAYS_OF_ONE_EVENT);
  }

  static Optional<TimeInterval> dayAfter(Slots s, Moment at) {
    return at.said().map(t -> TimeInterval.day(t.latest().plusDays(1)));
  }

  static Optional<TimeInterval> dayBefore(Slots s, Moment at) {
    return at.said().map(t -> TimeInterval.day(t.earliest().minusDays(1)));
  }

  static Optional<TimeInterval> following(Slots s, Moment at) {
    return at.said().map(t -> s.unit().around(s.unit().plus(t.latest(), 1)));
  }

  static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
