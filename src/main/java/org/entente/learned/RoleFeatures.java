package org.entente.learned;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.actor.Actor;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.ActorMention;
import org.entente.mention.Mention.Sense;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Role;

/**
 * From what one can tell what somebody does in an undertaking: its kind and word, how the sentence names him beside the
 * word and the others, and what the rules take him for.
 */
final class RoleFeatures {

  private final AnnotatedSentence sentence;
  private final Guess guess;
  private final Kind kind;
  private final List<Candidate> parties;
  private final Map<Actor, Role> byRule;
  /** Of each party, whatever its role. */
  private final Map<Candidate, List<String>> signs = new IdentityHashMap<>();

  /**
   * @param parties all who take part
   * @param byRule what the rules take them for
   */
  RoleFeatures(
      AnnotatedSentence sentence, Guess guess, Kind kind, List<Candidate> parties, Map<Actor, Role> byRule) {
    this.sentence = sentence;
    this.guess = guess;
    this.kind = kind;
    this.parties = parties.stream().sorted(Comparator.comparingInt(RoleFeatures::at)).toList();
    this.byRule = byRule;
  }

  private static int at(Candidate party) {
    return party.mentions().stream().mapToInt(m -> m.span().start()).min().orElse(Integer.MAX_VALUE);
  }

  /** What every example of a role in a kind has; what none had was never seen. */
  static String seen(Kind kind, Role role) {
    return kind + " " + role;
  }

  /** What speaks for and against a role of one of the parties. */
  Map<String, Float> of(Candidate party, Role role) {
    String of = seen(kind, role);
    Map<String, Float> f = new LinkedHashMap<>();
    f.put(of, 1f);
    for (String sign : signs.computeIfAbsent(party, this::signs)) {
      f.put(of + " " + sign, 1f);
    }
    Optional.ofNullable(byRule.get(party.actor())).ifPresent(rule -> {
      f.put(rule == role ? "rules" : "not rules", 1f);
      f.put(of + " rules " + rule, 1f);
    });
    return f;
  }

  private List<String> signs(Candidate party) {
    List<String> signs = new ArrayList<>();
    String place = "place " + Math.min(3, parties.indexOf(party)) + " of " + Math.min(3, parties.size());
    String word = guess.word().lemma();
    signs.add(place);
    signs.add("status " + guess.status().group());
    signs.add(party.isBody() ? "body" : "state");
    if (party.mentions().isEmpty()) {
      signs.add("unnamed");
      signs.add("unnamed " + word);
    }
    for (ActorMention m : party.mentions()) {
      boolean before = sentence.headOf(m.span()).index() < guess.word().index();
      String where = before ? "before " : "behind ";
      String way = Ways.between(sentence, m, guess.word());
      signs.add(way);
      signs.add(way + " " + word);
      signs.add(where + word);
      signs.add(where + place);
      signs.add(where + m.sense());
      signs.add("marker " + sentence.headOf(m.span()).marker());
    }
    boolean elsewhere = parties.stream().anyMatch(p -> !p.equals(party)
        && p.mentions().stream().anyMatch(m -> m.sense() == Sense.LOCATION));
    signs.add(elsewhere ? "with another as a place" : "with none as a place");
    parties.stream().filter(p -> !p.equals(party)).flatMap(p -> Optional.ofNullable(byRule.get(p.actor())).stream())
        .distinct()
        .forEach(role -> signs.add("beside " + role));
    return signs;
  }
}
