package org.entente.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.entente.mention.DateFinder;
import org.entente.time.TimeInterval;

/**
 * The year and month that a chronology's heading sets for the entries under it: "2013", "March 2019", "JANUARY".
 *
 * @param dates finds the dates of its entries
 * @param issued when the article was published
 */
record SectionCalendar(
    DateFinder dates, Optional<LocalDate> issued, Optional<Year> year, Optional<Month> month) {

  /** Longer than any month with its year. */
  private static final int LONGEST = 20;

  private static final DateTimeFormatter YEAR = format("uuuu");
  private static final DateTimeFormatter MONTH_OF_YEAR = format("MMMM uuuu");
  private static final DateTimeFormatter MONTH = format("MMMM");

  static SectionCalendar of(DateFinder dates, Optional<LocalDate> issued) {
    return new SectionCalendar(dates, issued, Optional.empty(), Optional.empty());
  }

  /** What holds under a block: another year or month where that is all it says. */
  SectionCalendar under(String block) {
    String words = block.strip();
    if (words.length() > LONGEST) {
      return this;
    }
    Optional<YearMonth> monthOfYear = parsed(words, MONTH_OF_YEAR, YearMonth::from);
    Optional<Year> newYear = parsed(words, YEAR, Year::from).or(() -> monthOfYear.map(m -> Year.of(m.getYear())));
    Optional<Month> newMonth = parsed(words, MONTH, Month::from).or(() -> monthOfYear.map(YearMonth::getMonth));
    return newYear.isEmpty() && newMonth.isEmpty() ? this
        : new SectionCalendar(dates, issued, newYear.or(() -> year), newMonth);
  }

  /** The day against which dates without a year are resolved: the year's end, or publication where that is earlier. */
  private Optional<LocalDate> now() {
    return year.map(y -> y.atMonth(12).atEndOfMonth())
        .filter(end -> issued.filter(i -> i.isBefore(end)).isEmpty())
        .or(() -> issued);
  }

  boolean isSet() {
    return year.isPresent() || month.isPresent();
  }

  /** Resolves dates of the section. */
  DateFinder.Reading reading(String text) {
    return dates.begin(now(), text);
  }

  /** A day of the month that the heading names; without a year the last such month before publication. */
  Optional<TimeInterval> day(int day) {
    return month.flatMap(m -> year.or(() -> lastYearOf(m)).flatMap(y -> date(y.atMonth(m), day)));
  }

  private Optional<Year> lastYearOf(Month named) {
    return issued.map(i -> Year.of(i.getMonth().compareTo(named) < 0 ? i.getYear() - 1 : i.getYear()));
  }

  private static Optional<TimeInterval> date(YearMonth month, int day) {
    return Optional.of(day).filter(month::isValidDay).map(d -> TimeInterval.day(month.atDay(d)));
  }

  private static DateTimeFormatter format(String pattern) {
    return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern).toFormatter(Locale.ENGLISH);
  }

  private static <T> Optional<T> parsed(
      String words, DateTimeFormatter form, Function<TemporalAccessor, T> from) {
    try {
      return Optional.of(from.apply(form.parse(words)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
