package org.entente.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The days within which something happened, began or was signed: both ends belong to it.
 *
 * @param meaning whether it is one day among these, the whole stretch, or an approximate date
 */
public record TimeInterval(LocalDate earliest, LocalDate latest, Meaning meaning) {

  /** How the two dates are meant. */
  public enum Meaning {
    /** Some day between the two: EDTF {@code [2018-08-06..2018-08-10]}. */
    WITHIN,
    /** The whole stretch: EDTF {@code 2018-08-06/2018-08-10}. */
    LASTING,
    /** About that time: EDTF {@code 2018-08~}. */
    ABOUT
  }

  public TimeInterval {
    if (latest.isBefore(earliest)) {
      throw new IllegalArgumentException("an interval that ends before it begins: " + earliest + ".." + latest);
    }
  }

  public static TimeInterval day(LocalDate day) {
    return new TimeInterval(day, day, Meaning.WITHIN);
  }

  public static TimeInterval within(LocalDate earliest, LocalDate latest) {
    return new TimeInterval(earliest, latest, Meaning.WITHIN);
  }

  public static TimeInterval lasting(LocalDate earliest, LocalDate latest) {
    return new TimeInterval(earliest, latest, Meaning.LASTING);
  }

  /** The same days about which the text is not sure. */
  public TimeInterval about() {
    return new TimeInterval(earliest, latest, Meaning.ABOUT);
  }

  /** The same days as one stretch. */
  public TimeInterval whole() {
    return new TimeInterval(earliest, latest, Meaning.LASTING);
  }

  /**
   * The days that are left of "some day between the two" when it was no later than that one; unchanged where it lies after
   * it as a whole, and where a whole stretch is meant ("until 2029").
   */
  public TimeInterval upTo(LocalDate last) {
    boolean bounded = meaning == Meaning.WITHIN && !earliest.isAfter(last) && latest.isAfter(last);
    return bounded ? within(earliest, last) : this;
  }

  /** Days from the first to the last, both counted. */
  public long days() {
    return ChronoUnit.DAYS.between(earliest, latest) + 1;
  }

  /**
   * The interval in the Extended Date/Time Format, see
   * <a href="https://www.loc.gov/standards/datetime/">EDTF</a>: a day, month or year by itself where the interval is
   * exactly that, else "one of" {@code [a..b]}, lasting {@code a/b}, or with both ends approximate {@code a~/b~}.
   */
  public String edtf() {
    return switch (meaning) {
      case LASTING -> earliest.equals(latest) ? earliest.toString() : earliest + "/" + latest;
      case WITHIN -> calendarUnit().orElse("[" + earliest + ".." + latest + "]");
      case ABOUT -> calendarUnit().map(unit -> unit + "~").orElse(earliest + "~/" + latest + "~");
    };
  }

  /** The day, month or year that the interval is exactly. */
  private Optional<String> calendarUnit() {
    if (earliest.equals(latest)) {
      return Optional.of(earliest.toString());
    }
    YearMonth month = YearMonth.from(earliest);
    if (earliest.getDayOfMonth() == 1 && latest.equals(month.atEndOfMonth())) {
      return Optional.of(month.toString());
    }
    boolean year = earliest.getDayOfYear() == 1 && latest.equals(earliest.withMonth(12).withDayOfMonth(31));
    return year ? Optional.of("%04d".formatted(earliest.getYear())) : Optional.empty();
  }

  public boolean overlaps(TimeInterval other) {
    return !latest.isBefore(other.earliest) && !other.latest.isBefore(earliest);
  }
}
