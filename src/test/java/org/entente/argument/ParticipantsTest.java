package org.entente.argument;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

  private static Participants both(Role kenya, Role rwanda) {
    return Participants.NONE.with(KENYA, kenya).with(RWANDA, rwanda);
  }

  private static Actor state(String code) {
    return new Actor(Actor.Type.STATE, code, code, "State", Optional.of(code), true);
  }
}
