package org.entente.undertaking;

import java.util.List;
import org.entente.actor.Actor;

/**
 * Everything one article says about relations between states.
 *
 * @param undertakings in text order, ordinals from 1 without gaps
 * @param proposals in text order
 * @param mentioned every actor and place that the article names, in order of first mention, no duplicates
 */
public record Extraction(List<Undertaking> undertakings, List<Proposal> proposals, List<Actor> mentioned) {

  public Extraction {
    undertakings = List.copyOf(undertakings);
    proposals = List.copyOf(proposals);
    mentioned = List.copyOf(mentioned);
  }
}
