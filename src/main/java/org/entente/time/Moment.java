package org.entente.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * What is known where a time expression stands.
 *
 * @param issued the article's day
 * @param ahead whether what is told lies ahead of that day: its verb says so
 * @param expected whether it only lay ahead when it was told: "were due to meet in May"
 * @param said the time that the article named last
 */
public record Moment(Optional<LocalDate> issued, boolean ahead, boolean expected, Optional<TimeInterval> said) {

  /** A month this far back is rather the last of its name than the next, where something was only due then. */
  private static final int MONTHS_BEHIND = 5;

  LocalDate now() {
    return issued.orElseThrow();
  }

  /** The year in which a month lies nearest on the side that the verb tells. */
  int nearestYear(int month) {
    LocalDate now = now();
    int ago = now.getMonthValue() - month;
    if (expected && ago > 0 && ago <= MONTHS_BEHIND) {
      return now.getYear();
    }
    if (ahead) {
      return month >= now.getMonthValue() ? now.getYear() : now.getYear() + 1;
    }
    return month <= now.getMonthValue() ? now.getYear() : now.getYear() - 1;
  }

  YearMonth nearestMonth(int month) {
    return YearMonth.of(nearestYear(month), month);
  }
}
