package org.entente.learned;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entente.undertaking.Kind;

/**
 * What a word may tell of: an undertaking of this kind between just these.
 *
 * @param parties in the order of how likely they take part
 * @param states ISO alpha-3 codes of those that are states, in the order of the alphabet
 */
public record Hypothesis(Kind kind, List<Candidate> parties, Set<String> states) {

  /** Whoever is as likely as this takes part. */
  private static final double LIKELY = .5;

  /** Where fewer take part than anything between actors needs, whoever is as likely as this is let in. */
  private static final double PERHAPS = .1;

  /** A second kind is worth a hypothesis where it is as likely as this beside the first. */
  private static final double OTHER_KIND = .2;

  /** More states than these are not tried one by one and in pairs. */
  private static final int TRIED = 4;

  public Hypothesis {
    parties = List.copyOf(parties);
    states = Collections.unmodifiableSet(states);
  }

  private static Hypothesis of(Kind kind, List<Candidate> parties) {
    return new Hypothesis(kind, parties, codes(parties));
  }

  /** Those of two are seldom of the same kind and states: what they have for parties besides need not be gone through. */
  @Override
  public int hashCode() {
    return 31 * kind.hashCode() + states.hashCode();
  }

  boolean hasBody() {
    return parties.stream().anyMatch(Candidate::isBody);
  }

  /** Enough for something between actors: two states, or one and a body. */
  boolean isComplete() {
    int states = states().size();
    return states >= 2 || states == 1 && hasBody();
  }

  /**
   * What one may take a word for.
   *
   * @param sets the states of undertakings told before, of whom the article is about, and those it names together
   */
  static List<Hypothesis> of(Guess guess, List<Chance> chances, ByRule byRule,
      Collection<? extends Collection<String>> sets) {
    List<Chance> ranked = ranked(chances);
    List<Candidate> bodies =
        ranked.stream().filter(c -> c.candidate().isBody() && c.probability() >= LIKELY).map(Chance::candidate)
            .toList();
    List<Candidate> states =
        ranked.stream().map(Chance::candidate).filter(c -> !c.isBody()).toList();
    Set<Set<String>> tried = new LinkedHashSet<>();
    Set<String> usual = usual(chances);
    tried.add(usual);
    for (int n = 1; n <= Math.min(TRIED, states.size()); n++) {
      tried.add(codes(states.subList(0, n)));
    }
    states.stream().limit(TRIED + 1).forEach(s -> tried.add(toggled(usual, s)));
    List<Candidate> first = states.subList(0, Math.min(TRIED, states.size()));
    first.forEach(one -> first.forEach(other -> tried.add(codes(List.of(one, other)))));
    tried.add(new TreeSet<>(byRule.participants().states()));
    sets.forEach(s -> tried.add(new TreeSet<>(s)));
    List<Hypothesis> all = new ArrayList<>();
    for (Kind kind : kinds(guess, byRule)) {
      for (Set<String> set : tried) {
        List<Candidate> parties = new ArrayList<>(states.stream().filter(s -> set.contains(code(s))).toList());
        if (parties.size() == set.size()) {
          bodies.stream().filter(b -> kind == Kind.ACCESSION || !b.isTreaty()).forEach(parties::add);
          all.add(of(kind, parties));
        }
      }
    }
    return all.stream().filter(Hypothesis::isComplete).toList();
  }

  private static List<Chance> ranked(List<Chance> chances) {
    return chances.stream().sorted(Comparator.comparingDouble((Chance c) -> -c.probability())).toList();
  }

  private static Set<Kind> kinds(Guess guess, ByRule byRule) {
    Set<Kind> kinds = new LinkedHashSet<>(List.of(guess.kind()));
    for (Kind kind : Kind.values()) {
      if (guess.probability(kind) >= OTHER_KIND) {
        kinds.add(kind);
      }
    }
    byRule.told().ifPresent(kinds::add);
    return kinds;
  }

  /** The states that are likely for themselves; where that is too few, the next that may be. */
  static Set<String> usual(List<Chance> chances) {
    Set<String> usual = new TreeSet<>();
    int enough = chances.stream().anyMatch(c -> c.candidate().isBody() && c.probability() >= LIKELY) ? 1 : 2;
    for (Chance c : ranked(chances)) {
      boolean complete = usual.size() >= enough;
      if (!c.candidate().isBody() && (c.probability() >= LIKELY || !complete && c.probability() >= PERHAPS)) {
        usual.add(code(c.candidate()));
      }
    }
    return usual;
  }

  private static Set<String> toggled(Set<String> set, Candidate state) {
    Set<String> other = new TreeSet<>(set);
    if (!other.remove(code(state))) {
      other.add(code(state));
    }
    return other;
  }

  private static Set<String> codes(Collection<Candidate> candidates) {
    return candidates.stream().filter(c -> !c.isBody()).map(Hypothesis::code)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static String code(Candidate state) {
    return state.actor().state().orElseThrow();
  }
}
