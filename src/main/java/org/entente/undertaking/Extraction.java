package org.entente.undertaking;

import java.util.List;
import org.entente.actor.Actor;
import org.entente.text.Span;

/**
 * Everything one article says about relations between states.
 *
 * @param undertakings in text order, ordinals from 1 without gaps
 * @param proposals in text order
 * @param mentioned every actor and place that the article names, in order of first mention, no duplicates
 * @param namings where it names them, by name or by reference, in text order
 */
public record Extraction(
    List<Undertaking> undertakings, List<Proposal> proposals, List<Actor> mentioned, List<Naming> namings) {

  /** A stretch of the text that means an actor or place. */
  public record Naming(Actor actor, Span span) {}

  public Extraction {
    undertakings = List.copyOf(undertakings);
    proposals = List.copyOf(proposals);
    mentioned = List.copyOf(mentioned);
    namings = List.copyOf(namings);
  }

  /** One of which it is not known where the names stand. */
  public Extraction(List<Undertaking> undertakings, List<Proposal> proposals, List<Actor> mentioned) {
    this(undertakings, proposals, mentioned, List.of());
  }

  public Extraction naming(List<Naming> where) {
    return new Extraction(undertakings, proposals, mentioned, where);
  }
}
