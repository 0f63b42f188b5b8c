package org.entente.learned;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entente.actor.Actor;
import org.entente.argument.Ground;
import org.entente.argument.Participants;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Status;
import org.junit.jupiter.api.Test;

class HypothesisTest {

  private static final ByRule NOTHING =
      new ByRule(Participants.NONE, Optional.empty(), List.of(), Optional.empty(),
          (kind, parties) -> Participants.NONE);

  @Test
  void takesThoseWhoAreLikelyForThemselves() {
    assertTrue(states(all(List.of(chance("KEN", .9), chance("RWA", .8), chance("FRA", .1)))).contains("KEN+RWA"));
  }

  @Test
  void triesTheSameWithOneMoreAndOneLess() {
    Set<String> tried =
        states(all(List.of(chance("KEN", .9), chance("RWA", .8), chance("UGA", .7), chance("FRA", .1))));
    assertTrue(tried.containsAll(Set.of("KEN+RWA+UGA", "KEN+RWA", "FRA+KEN+RWA+UGA")), tried.toString());
  }

  @Test
  void triesWhoeverDidSomethingBeforeThoughNobodyNamesThem() {
    List<Hypothesis> all =
        Hypothesis.of(
            guess(Kind.VISIT, .9), List.of(chance("KEN", .9), chance("RWA", .2), chance("FRA", .1), chance("PER", .05)),
            NOTHING, List.of(Set.of("FRA", "PER")));
    assertTrue(states(all).contains("FRA+PER"), all.toString());
  }

  @Test
  void triesEveryPairOfThoseWhoMayTakePart() {
    Set<String> tried =
        states(all(List.of(chance("KEN", .9), chance("RWA", .4), chance("UGA", .3), chance("FRA", .2))));
    assertTrue(tried.containsAll(Set.of("RWA+UGA", "FRA+UGA", "FRA+KEN")), tried.toString());
  }

  @Test
  void leavesOutWhatNeedsAnotherParty() {
    assertEquals(Set.of(), states(all(List.of(chance("KEN", .9)))));
  }

  @Test
  void takesOneStateWithABody() {
    Actor union = new Actor(Actor.Type.INSTITUTION, "african-union", "African Union", "Body", Optional.empty(), true);
    List<Hypothesis> all =
        all(List.of(chance("KEN", .9), new Chance(new Candidate(union, List.of()), .8)));
    assertEquals(Set.of("KEN"), states(all));
    assertTrue(all.getFirst().hasBody(), all.toString());
  }

  @Test
  void triesTheKindThatTheRulesSayBesideTheLikeliest() {
    Participants byRule = new Participants(Set.of("KEN", "RWA"), Map.of(), false, Ground.FRAME);
    List<Hypothesis> all =
        Hypothesis.of(
            guess(Kind.VISIT, .9), List.of(chance("KEN", .9), chance("RWA", .8)),
            new ByRule(byRule, Optional.of(Kind.MEETING), List.of(), Optional.empty(),
                (kind, parties) -> Participants.NONE),
            List.of());
    assertEquals(
        Set.of(Kind.VISIT, Kind.MEETING), all.stream().map(Hypothesis::kind).collect(Collectors.toSet()));
  }

  private static List<Hypothesis> all(List<Chance> chances) {
    return Hypothesis.of(guess(Kind.VISIT, .9), chances, NOTHING, List.of());
  }

  private static Set<String> states(List<Hypothesis> all) {
    Set<String> states = new LinkedHashSet<>();
    all.forEach(h -> states.add(String.join("+", new TreeSet<>(h.states()))));
    return states;
  }

  private static Chance chance(String code, double probability) {
    Actor state = new Actor(Actor.Type.STATE, code, code, "State", Optional.of(code), true);
    return new Chance(new Candidate(state, List.of()), probability);
  }

  private static Guess guess(Kind kind, double probability) {
    double[] kinds = new double[Kind.values().length + 1];
    kinds[0] = 1 - probability;
    kinds[kind.ordinal() + 1] = probability;
    return new Guess(null, kinds, new double[Status.values().length], Map.of("trade", 1.), new double[] {1, 0, 0});
  }
}
