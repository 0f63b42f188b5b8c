package org.entente.learned;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import org.entente.actor.Actor;
import org.entente.undertaking.Role;

/**
 * Chooses the roles of all who take part together: each its likeliest, those that the sentence coordinates one for all ("visited
 * <i>Peru, Chile and Ecuador</i>"); but where that leaves one side of two empty (two hosts and no visitor), those that lose
 * least by it stand on the other side.
 */
final class RoleChoice {

  private RoleChoice() {}

  /** Parties on the other side, and what that costs. */
  private record Change(List<Candidate> parties, Role role, double gain) {}

  /** Whether the rules know of everybody on which of two sides he stands. */
  static boolean isDecided(List<Candidate> parties, Map<Actor, Role> byRule) {
    Set<Role> roles = new HashSet<>();
    parties.forEach(p -> roles.add(byRule.getOrDefault(p.actor(), Role.PARTICIPANT)));
    return roles.size() == 2 && roles.stream().allMatch(r -> roles.stream().anyMatch(other -> faces(r, other)));
  }

  /**
   * @param parties those in one list have one role
   * @param known roles that come into question
   * @param score how much speaks for a role of a party
   */
  static Map<Actor, Role> of(
      List<List<Candidate>> parties, Collection<Role> known, ToDoubleBiFunction<Candidate, Role> score) {
    ToDoubleBiFunction<List<Candidate>, Role> together =
        (all, role) -> all.stream().mapToDouble(p -> score.applyAsDouble(p, role)).sum();
    Map<Actor, Role> chosen = new LinkedHashMap<>();
    for (List<Candidate> one : parties) {
      known.stream().max(Comparator.comparingDouble(role -> together.applyAsDouble(one, role)))
          .ifPresent(role -> one.forEach(p -> chosen.put(p.actor(), role)));
    }
    Set<Role> used = new HashSet<>(chosen.values());
    if (parties.size() > 1 && used.size() == 1) {
      likeliest(parties, used.iterator().next(), known, together)
          .ifPresent(change -> change.parties().forEach(p -> chosen.put(p.actor(), change.role())));
    }
    return chosen;
  }

  private static Optional<Change> likeliest(
      List<List<Candidate>> parties, Role only, Collection<Role> known,
      ToDoubleBiFunction<List<Candidate>, Role> score) {
    return known.stream().filter(role -> faces(only, role))
        .flatMap(role -> parties.stream()
            .map(p -> new Change(p, role, score.applyAsDouble(p, role) - score.applyAsDouble(p, only))))
        .max(Comparator.comparingDouble(Change::gain));
  }

  private static boolean faces(Role one, Role other) {
    return one.opposite().filter(other::equals).isPresent() || other.opposite().filter(one::equals).isPresent();
  }
}
