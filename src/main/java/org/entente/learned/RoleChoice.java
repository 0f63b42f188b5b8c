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
 * Chooses the roles of all who take part together: each its likeliest, but where that leaves one side of two empty (two
 * hosts and no visitor), the party that loses least by it stands on the other side.
 */
final class RoleChoice {

  private RoleChoice() {}

  /** A party on the other side, and what that costs. */
  private record Change(Candidate party, Role role, double gain) {}

  /**
   * @param known roles that come into question
   * @param score how much speaks for a role of a party
   */
  static Map<Actor, Role> of(
      List<Candidate> parties, Collection<Role> known, ToDoubleBiFunction<Candidate, Role> score) {
    Map<Actor, Role> chosen = new LinkedHashMap<>();
    for (Candidate party : parties) {
      known.stream().max(Comparator.comparingDouble(role -> score.applyAsDouble(party, role)))
          .ifPresent(role -> chosen.put(party.actor(), role));
    }
    Set<Role> used = new HashSet<>(chosen.values());
    if (parties.size() > 1 && used.size() == 1) {
      Role only = used.iterator().next();
      likeliest(parties, only, known, score).ifPresent(change -> chosen.put(change.party().actor(), change.role()));
    }
    return chosen;
  }

  private static Optional<Change> likeliest(
      List<Candidate> parties, Role only, Collection<Role> known, ToDoubleBiFunction<Candidate, Role> score) {
    return known.stream().filter(role -> faces(only, role))
        .flatMap(role -> parties.stream()
            .map(p -> new Change(p, role, score.applyAsDouble(p, role) - score.applyAsDouble(p, only))))
        .max(Comparator.comparingDouble(Change::gain));
  }

  private static boolean faces(Role one, Role other) {
    return one.opposite().filter(other::equals).isPresent() || other.opposite().filter(one::equals).isPresent();
  }
}
