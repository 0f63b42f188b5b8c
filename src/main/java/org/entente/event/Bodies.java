package org.entente.event;

import java.util.Set;
import org.entente.actor.Actor;
import org.entente.mention.Mention.ActorMention;

/** Which institutions act beside states and are none of theirs. */
public final class Bodies {

  /** Classes whose known members act on the world stage though they are no international organisations. */
  private static final Set<String> BESIDE_STATES = Set.of("Bank", "ArmedGroup", "Programme", "Government");

  private Bodies() {}

  /** An international organisation, or a known bank, armed group, programme or government that is no state's. */
  public static boolean isBody(ActorMention mention) {
    return mention.states().isEmpty() && mention.actors().stream().anyMatch(Bodies::isBody);
  }

  private static boolean isBody(Actor actor) {
    return actor.type() == Actor.Type.INSTITUTION
        && (actor.className().equals("InternationalOrganization")
            || actor.linked() && BESIDE_STATES.contains(actor.className()));
  }
}
