package org.entente.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.actor.Actor;
import org.entente.mention.Mention.ActorMention;
import org.entente.undertaking.Party;
import org.entente.undertaking.Role;

/** Who takes part in one undertaking: states, bodies, persons and offices, with their roles, in text order. */
final class Cast {

  /** How the states were found, the surest first. */
  enum Ground {
    /** All of them stand in the trigger's own frame. */
    FRAME,
    /** At least one stands elsewhere in the sentence, or is meant by a reference. */
    SENTENCE,
    /** At least one is known from the text before only. */
    DISCOURSE
  }

  private final Set<String> states = new LinkedHashSet<>();
  private final Map<Actor, Role> roles = new LinkedHashMap<>();
  private boolean body;
  private Ground ground = Ground.FRAME;

  void add(ActorMention mention, Role role) {
    states.addAll(mention.states());
    body |= TriggerFinder.isBody(mention);
    for (Actor actor : mention.actors()) {
      if (actor.type() != Actor.Type.PLACE) {
        roles.putIfAbsent(actor, role);
      }
    }
  }

  void addState(Actor state, Role role) {
    state.state().ifPresent(states::add);
    roles.putIfAbsent(state, role);
  }

  void weaken(Ground to) {
    if (to.compareTo(ground) > 0) {
      ground = to;
    }
  }

  Set<String> states() {
    return states;
  }

  boolean body() {
    return body;
  }

  Ground ground() {
    return ground;
  }

  /** Enough for something between actors: two states, or one and a body. */
  boolean complete() {
    return states.size() >= 2 || !states.isEmpty() && body;
  }

  Role roleOf(Actor actor) {
    return roles.getOrDefault(actor, Role.PARTICIPANT);
  }

  List<Party> parties() {
    List<Party> parties = new ArrayList<>();
    roles.forEach((actor, role) -> parties.add(new Party(actor, role)));
    return parties;
  }
}
