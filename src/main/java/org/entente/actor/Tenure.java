package org.entente.actor;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Who held a post from when until when; an empty end is unknown, not "today".
 *
 * @param from the first day that it may have been held
 * @param until the last day that it may have been held
 * @param surelyFrom the first day that it was surely held: the last of the month where only that is known
 * @param surelyUntil the last day that it was surely held; without an end the day on which it was known to last
 */
public record Tenure(
    Actor holder,
    Actor post,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    Optional<LocalDate> surelyFrom,
    Optional<LocalDate> surelyUntil) {

  /** Whether the post was held on that day, as far as the dates tell. */
  public boolean covers(LocalDate day) {
    return touches(day, day);
  }

  /** Whether the post may have been held on one of these days. */
  boolean touches(LocalDate first, LocalDate last) {
    return from.map(f -> !last.isBefore(f)).orElse(true) && until.map(u -> !first.isAfter(u)).orElse(true);
  }

  /** Whether the post was held on each of these days; what is unknown is no. */
  boolean surelyCovers(LocalDate first, LocalDate last) {
    return surelyFrom.map(f -> !first.isBefore(f)).orElse(false)
        && surelyUntil.map(u -> !last.isAfter(u)).orElse(false);
  }
}
