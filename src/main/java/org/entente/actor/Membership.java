package org.entente.actor;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which state was a member of a body from when until when; an empty end is "still".
 *
 * @param state its ISO 3166-1 alpha-3 code
 */
record Membership(String state, Optional<LocalDate> from, Optional<LocalDate> until) {

  /** Whether it was a member on that day; without a day, whether it still is. */
  boolean covers(Optional<LocalDate> day) {
    return day.map(d -> from.filter(d::isBefore).isEmpty() && until.filter(d::isAfter).isEmpty())
        .orElse(until.isEmpty());
  }
}
