package org.entente.actor;

import java.time.LocalDate;
import java.util.Optional;

/** Who held a post from when until when; an empty end is unknown, not "today". */
public record Tenure(Actor holder, Actor post, Optional<LocalDate> from, Optional<LocalDate> until) {

  /** Whether the post was held on that day, as far as the dates tell. */
  public boolean covers(LocalDate day) {
    return from.map(f -> !day.isBefore(f)).orElse(true) && until.map(u -> !day.isAfter(u)).orElse(true);
  }
}
