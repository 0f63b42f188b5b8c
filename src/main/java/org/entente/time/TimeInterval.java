package org.entente.time;

import java.time.LocalDate;

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

  public boolean overlaps(TimeInterval other) {
    return !latest.isBefore(other.earliest) && !other.latest.isBefore(earliest);
  }
}
