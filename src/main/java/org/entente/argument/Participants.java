package org.entente.argument;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.actor.Actor;
import org.entente.event.Bodies;
import org.entente.mention.Mention.ActorMention;
import org.entente.undertaking.Party;
import org.entente.undertaking.Role;

/**
 * Who takes part in one event: states, bodies, persons and offices with their roles, in the order in which they were
 * found.
 *
 * @param states ISO alpha-3 codes
 * @param body whether an international body takes part
 */
public record Participants(Set<String> states, Map<Actor, Role> roles, boolean body, Ground ground) {

  public static final Participants NONE = new Participants(Set.of(), Map.of(), false, Ground.FRAME);

  public Participants {
    states = new LinkedHashSet<>(states);
    roles = new LinkedHashMap<>(roles);
  }

  public Participants with(ActorMention mention, Role role) {
    Set<String> all = new LinkedHashSet<>(states);
    all.addAll(mention.states());
    Map<Actor, Role> cast = new LinkedHashMap<>(roles);
    mention.actors().stream().filter(a -> a.type() != Actor.Type.PLACE).forEach(a -> cast.putIfAbsent(a, role));
    return new Participants(all, cast, body || Bodies.isBody(mention), ground);
  }

  public Participants with(Actor state, Role role) {
    Set<String> all = new LinkedHashSet<>(states);
    state.state().ifPresent(all::add);
    Map<Actor, Role> cast = new LinkedHashMap<>(roles);
    cast.putIfAbsent(state, role);
    return new Participants(all, cast, body, ground);
  }

  /** The same with somebody whose state, if he acts for one, takes part as well. */
  Participants with(Actor actor, Role role, boolean isBody) {
    Participants more = isBody ? new Participants(states, roles, true, ground) : this;
    Map<Actor, Role> cast = new LinkedHashMap<>(more.roles);
    cast.putIfAbsent(actor, role);
    Set<String> all = new LinkedHashSet<>(more.states);
    if (!isBody) {
      actor.state().ifPresent(all::add);
    }
    return new Participants(all, cast, more.body, more.ground);
  }

  /**
   * The same, where states and bodies of which it is only known that they take part stand on the other side of those of
   * which more is known: who is beside a provider is the recipient.
   */
  public Participants withOpposites() {
    List<Role> directed =
        roles.entrySet().stream().filter(e -> isParty(e.getKey())).map(Map.Entry::getValue)
            .filter(r -> r.opposite().isPresent()).distinct().toList();
    if (directed.size() != 1) {
      return this;
    }
    Map<Actor, Role> cast = new LinkedHashMap<>(roles);
    cast.replaceAll(
        (actor, role) -> isParty(actor) && role == Role.PARTICIPANT ? directed.getFirst().opposite().orElseThrow()
            : role);
    return new Participants(states, cast, body, ground);
  }

  /** The same, where persons and offices stand on the side of their state: who receives a guest at home is no visitor. */
  public Participants beside() {
    Map<Actor, Role> cast = new LinkedHashMap<>(roles);
    roles.forEach((state, role) -> {
      if (state.type() == Actor.Type.STATE) {
        cast.replaceAll(
            (who, his) -> isPerson(who) && actsFor(who, state) && areOpposite(his, role) ? role : his);
      }
    });
    return new Participants(states, cast, body, ground);
  }

  private static boolean areOpposite(Role one, Role other) {
    return one.opposite().filter(o -> o == other).isPresent() || other.opposite().filter(o -> o == one).isPresent();
  }

  private static boolean isPerson(Actor actor) {
    return actor.type() == Actor.Type.PERSON || actor.type() == Actor.Type.POST;
  }

  /**
   * The same with other roles; persons, offices and bodies follow the state for which they act.
   *
   * @param others of some of them
   */
  public Participants as(Map<Actor, Role> others) {
    Map<Actor, Role> cast = new LinkedHashMap<>(roles);
    others.forEach((actor, role) -> {
      Role former = roles.get(actor);
      cast.replaceAll(
          (who, his) -> who.equals(actor) || !others.containsKey(who) && actsFor(who, actor)
              && (his == former || isParty(who)) ? role : his);
    });
    return new Participants(states, cast, body, ground);
  }

  /** Whether somebody is of a state: its minister, its navy. */
  private static boolean actsFor(Actor who, Actor state) {
    return state.type() == Actor.Type.STATE && who.type() != Actor.Type.STATE && who.state().isPresent()
        && who.state().equals(state.state());
  }

  private static boolean isParty(Actor actor) {
    return actor.type() == Actor.Type.STATE || actor.type() == Actor.Type.INSTITUTION;
  }

  /** The same without a body. */
  Participants without(Actor body) {
    Map<Actor, Role> cast = new LinkedHashMap<>(roles);
    cast.remove(body);
    boolean others = cast.keySet().stream().anyMatch(a -> a.type() == Actor.Type.INSTITUTION && a.state().isEmpty());
    return new Participants(states, cast, this.body && others, ground);
  }

  /** The same without any body. */
  Participants withoutBodies() {
    Participants rest = this;
    for (Actor actor : List.copyOf(roles.keySet())) {
      boolean isBody = actor.type() == Actor.Type.INSTITUTION && actor.state().isEmpty();
      rest = isBody ? rest.without(actor) : rest;
    }
    return rest;
  }

  /** The same with another body in the place of one. */
  Participants replacing(Actor body, Actor other) {
    Map<Actor, Role> cast = new LinkedHashMap<>();
    roles.forEach((actor, role) -> cast.putIfAbsent(actor.equals(body) ? other : actor, role));
    return new Participants(states, cast, this.body, ground);
  }

  /** The same, found otherwise. */
  Participants resting(Ground on) {
    return new Participants(states, roles, body, on);
  }

  /** The same, resting on less. */
  public Participants weakened(Ground to) {
    return to.compareTo(ground) > 0 ? new Participants(states, roles, body, to) : this;
  }

  /** Enough for something between actors: two states, or one and a body. */
  public boolean complete() {
    return states.size() >= 2 || !states.isEmpty() && body;
  }

  public List<Party> parties() {
    List<Party> parties = new ArrayList<>();
    roles.forEach((actor, role) -> parties.add(new Party(actor, role)));
    return parties;
  }
}
