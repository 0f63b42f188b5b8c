package org.entente.learned;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.actor.Actor;
import org.entente.mention.AnnotatedSentence;
import org.entente.reading.Readers;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Role;
import org.entente.undertaking.Status;
import org.junit.jupiter.api.Test;

/** By what the roles of those who take part are told apart. */
class RoleFeaturesTest {

  private final AnnotatedSentence sentence =
      ArticleSentences.of("The Peruvian minister flew to Quito, Ecuador, on 5 March 2024.").getFirst();
  private final Candidate peru = candidate("PER");
  private final Candidate ecuador = candidate("ECU");
  private final Candidate chile = candidate("CHL");

  @Test
  void tellsOnWhichSideOfTheWordSomebodyIsNamedAndWhereAmongAll() {
    assertTrue(of(peru, Role.VISITOR).containsKey("VISIT VISITOR before fly"));
    assertTrue(of(peru, Role.VISITOR).containsKey("VISIT VISITOR place 0 of 2"));
    assertTrue(of(ecuador, Role.HOST).containsKey("VISIT HOST behind fly"));
  }

  @Test
  void tellsWhoIsNotNamed() {
    assertTrue(of(chile, Role.HOST).containsKey("VISIT HOST unnamed"));
    assertFalse(of(peru, Role.HOST).containsKey("VISIT HOST unnamed"));
  }

  @Test
  void tellsWhatTheRulesTakeSomebodyForAndWhoStandsBeside() {
    Map<Actor, Role> rules = Map.of(peru.actor(), Role.VISITOR);
    assertTrue(features(rules).of(peru, Role.VISITOR).containsKey("rules"));
    assertTrue(features(rules).of(peru, Role.HOST).containsKey("not rules"));
    assertTrue(features(rules).of(ecuador, Role.HOST).containsKey("VISIT HOST beside VISITOR"));
  }

  @Test
  void takesTheRoleOfARowWhereThereIsOne() {
    AnnotatedRow row =
        new AnnotatedRow(
            Kind.VISIT, Status.COMPLETED, "diplomacy", Set.of("PER", "ECU"), List.of(), Optional.empty(),
            List.of("visitor=PER", "host=ECU", "speaker=ECU"), "flew to", "flew");
    assertEquals(Optional.of(Role.VISITOR), row.roleOf(peru));
    assertEquals(Optional.empty(), row.roleOf(ecuador), "two things at once teach nothing");
    assertEquals(Optional.empty(), row.roleOf(chile));
  }

  private Map<String, Float> of(Candidate party, Role role) {
    return features(Map.of()).of(party, role);
  }

  private RoleFeatures features(Map<Actor, Role> byRule) {
    double[] kinds = new double[1 + Kind.values().length];
    kinds[1 + Kind.VISIT.ordinal()] = 1;
    Guess guess =
        new Guess(
            sentence.graph().words().stream().filter(w -> w.head() < 0).findFirst().orElseThrow(), kinds,
            new double[Status.values().length], Map.of(), new double[] {1, 0, 0});
    List<Candidate> parties = new ArrayList<>(List.of(ecuador, peru));
    return new RoleFeatures(sentence, guess, Kind.VISIT, parties, byRule);
  }

  private Candidate candidate(String code) {
    return new Candidate(
        Readers.GAZETTEER.state(code).orElseThrow(),
        sentence.actors().stream().filter(m -> m.states().contains(code)).toList());
  }
}
