package org.entente.learned;

import java.util.Optional;
import org.entente.argument.Participants;
import org.entente.undertaking.Kind;

/**
 * What the rules made of a word.
 *
 * @param participants whom they take for parties, as far as they asked
 * @param told what they take it for; empty where they tell of nothing
 */
public record ByRule(Participants participants, Optional<Kind> told) {

  public static final ByRule NOTHING = new ByRule(Participants.NONE, Optional.empty());
}
