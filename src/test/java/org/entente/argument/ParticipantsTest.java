package org.entente.argument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.entente.actor.Actor;
import org.entente.undertaking.Role;
import org.junit.jupiter.api.Test;

class ParticipantsTest {

  private static final Actor KENYA = state("KEN");
  private static final Actor RWANDA = state("RWA");

  @Test
  void whoIsBesideAProviderReceives() {
    assertEquals(
        Role.RECIPIENT,
        both(Role.PROVIDER, Role.PARTICIPANT).withOpposites().roles().get(RWANDA));
  }

  @Test
  void whoIsBesideASpeakerIsAddressed() {
    assertEquals(
        Role.ADDRESSEE,
        both(Role.SPEAKER, Role.PARTICIPANT).withOpposites().roles().get(RWANDA));
  }

  @Test
  void aRoleThatTheTextGivesStays() {
    Participants visitors = both(Role.VISITOR, Role.MEDIATOR);
    assertEquals(visitors, visitors.withOpposites());
  }

  @Test
  void whereBothSidesAreKnownNobodyIsPutOnEither() {
    Participants three = both(Role.PROVIDER, Role.RECIPIENT).with(state("UGA"), Role.PARTICIPANT);
    assertEquals(three, three.withOpposites());
  }

  @Test
  void whereNothingIsDirectedAllOnlyTakePart() {
    Participants two = both(Role.PARTICIPANT, Role.PARTICIPANT);
    assertEquals(two, two.withOpposites());
  }

  @Test
  void whoActsForAStateIsOnNoSideOfItsOwn() {
    Actor minister = actor(Actor.Type.PERSON, "minister", Optional.of("RWA"));
    Participants beside = Participants.NONE.with(KENYA, Role.PROVIDER).with(minister, Role.PARTICIPANT);
    assertEquals(Role.PARTICIPANT, beside.withOpposites().roles().get(minister));
    Participants acting = Participants.NONE.with(minister, Role.PROVIDER).with(KENYA, Role.PARTICIPANT);
    assertEquals(acting, acting.withOpposites());
  }

  @Test
  void whoActsForAStateTakesTheRoleThatItIsGiven() {
    Actor minister = actor(Actor.Type.PERSON, "minister", Optional.of("RWA"));
    Participants hosts = both(Role.VISITOR, Role.HOST).with(minister, Role.HOST).as(Map.of(RWANDA, Role.RECIPIENT));
    assertEquals(Map.of(KENYA, Role.VISITOR, RWANDA, Role.RECIPIENT, minister, Role.RECIPIENT), hosts.roles());
  }

  @Test
  void twoStatesOrAStateAndABodyAreEnoughForSomethingBetweenThem() {
    Actor bank = actor(Actor.Type.INSTITUTION, "bank", Optional.empty());
    Participants one = Participants.NONE.with(KENYA, Role.PARTICIPANT);
    Participants withBank = one.with(bank, Role.PARTICIPANT, true);
    assertFalse(one.complete());
    assertTrue(both(Role.PARTICIPANT, Role.PARTICIPANT).complete());
    assertTrue(withBank.complete());
    assertFalse(withBank.withoutBodies().complete());
    assertFalse(Participants.NONE.with(bank, Role.PARTICIPANT, true).complete());
  }

  private static Participants both(Role kenya, Role rwanda) {
    return Participants.NONE.with(KENYA, kenya).with(RWANDA, rwanda);
  }

  private static Actor state(String code) {
    return new Actor(Actor.Type.STATE, code, code, "State", Optional.of(code), true);
  }

  private static Actor actor(Actor.Type type, String name, Optional<String> state) {
    return new Actor(type, name, name, "Actor", state, true);
  }
}
