package org.entente.reading;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.actor.Actor;
import org.entente.learned.Candidate;
import org.entente.learned.Hypothesis;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Role;

/**
 * Who sells or gives to whom, by what an article told before: where a later sentence does not say it, things go the same
 * way. "Chile ordered six boats from Norway. The first two were delivered in 2023." One instance reads one article.
 */
final class Deals {

  private static final Set<Role> DIRECTED = EnumSet.of(Role.PROVIDER, Role.RECIPIENT);

  private final Map<Set<String>, Map<String, Role>> told = new HashMap<>();

  /**
   * The roles in what a word tells, by the deal told before where its own sentence says nothing of them; takes note of a deal
   * of which it says who gets what from whom.
   *
   * @param hypothesis what the word is taken to tell
   * @param bySentence what the places of its parties in the sentence say, supposed that it tells of a transfer
   * @param chosen the roles otherwise
   */
  Map<Actor, Role> roles(Hypothesis hypothesis, Map<Actor, Role> bySentence, Map<Actor, Role> chosen) {
    if (hypothesis.states().size() != 2) {
      return chosen;
    }
    List<Candidate> states = hypothesis.parties().stream().filter(c -> c.actor().type() == Actor.Type.STATE).toList();
    Map<String, Role> here = states.stream().filter(c -> !c.mentions().isEmpty())
        .filter(c -> DIRECTED.contains(bySentence.get(c.actor())))
        .collect(Collectors.toMap(c -> c.actor().state().orElseThrow(), c -> bySentence.get(c.actor())));
    if (here.size() == 2 && Set.copyOf(here.values()).equals(DIRECTED)) {
      told.put(hypothesis.states(), here);
    }
    boolean silent = hypothesis.kind() == Kind.TRANSFER && here.isEmpty() && told.containsKey(hypothesis.states());
    if (!silent) {
      return chosen;
    }
    Map<Actor, Role> roles = new LinkedHashMap<>(chosen);
    states.forEach(c -> roles.put(c.actor(), told.get(hypothesis.states()).get(c.actor().state().orElseThrow())));
    return roles;
  }
}
