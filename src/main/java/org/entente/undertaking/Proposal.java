package org.entente.undertaking;

import java.util.List;
import java.util.Optional;
import org.entente.actor.Actor;

/**
 * What somebody recommends in an article.
 *
 * @param proposes ordinals of the undertakings proposed, all of status proposed; at least one
 * @param proposedBy the author or quoted person; empty when the article names no author
 * @param addressedTo who should act
 * @param front the heading it stands under
 * @param position its place among the article's proposals, from 1
 */
public record Proposal(
    List<Integer> proposes,
    Optional<Actor> proposedBy,
    List<Actor> addressedTo,
    Optional<String> front,
    int position,
    List<Evidence> evidence) {

  public Proposal {
    proposes = List.copyOf(proposes);
    addressedTo = List.copyOf(addressedTo);
    evidence = List.copyOf(evidence);
  }
}
