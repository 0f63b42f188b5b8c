package org.entente.rdf;

import java.time.LocalDate;
import java.util.Optional;
import org.entente.actor.Actor;

/** Who held a post throughout some days, where that is beyond doubt. */
@FunctionalInterface
public interface Holders {

  /** The one holder of a post from the first to the last of these days. */
  Optional<Actor> of(Actor post, LocalDate first, LocalDate last);
}
