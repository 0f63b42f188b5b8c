package org.entente.learned;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.entente.actor.Actor;
import org.entente.event.Bodies;
import org.entente.event.Treaties;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.ActorMention;
import org.entente.reference.Discourse;
import org.entente.syntax.Word;

/**
 * Who or what may take part in what a word tells: a state, a body that acts beside states, or a treaty that is joined.
 *
 * @param mentions how the sentence names it; empty where it does not
 */
public record Candidate(Actor actor, List<ActorMention> mentions) {

  /** So many states that the sentence does not name are considered. */
  private static final int OTHERS = 16;

  public Candidate {
    mentions = List.copyOf(mentions);
  }

  public boolean isBody() {
    return actor.type() != Actor.Type.STATE;
  }

  /** What is no party of anything but an accession to it. */
  boolean isTreaty() {
    return Treaties.isTreaty(actor);
  }

  /** Whether a mention names him or who acts for him. */
  boolean isMeantBy(ActorMention mention) {
    return isBody() ? mention.actors().contains(actor)
        : actor.state().filter(mention.states()::contains).isPresent();
  }

  /** The same candidates, in one list those that a sentence coordinates and names nowhere else. */
  static List<List<Candidate>> coordinated(List<Candidate> candidates, AnnotatedSentence sentence) {
    Map<Object, List<Candidate>> together = new LinkedHashMap<>();
    for (Candidate c : candidates) {
      List<Word> firsts = c.mentions().stream()
          .map(m -> sentence.graph().firstConjunct(sentence.headOf(m.span()))).distinct().toList();
      together.computeIfAbsent(firsts.size() == 1 ? firsts.getFirst() : c, x -> new ArrayList<>()).add(c);
    }
    return List.copyOf(together.values());
  }

  /** Whoever a sentence names, with the mentions. */
  static Map<Actor, List<ActorMention>> named(
      AnnotatedSentence sentence, Function<String, Optional<Actor>> stateByCode) {
    Map<Actor, List<ActorMention>> found = new LinkedHashMap<>();
    for (ActorMention m : sentence.actors()) {
      for (String code : m.states()) {
        stateByCode.apply(code).ifPresent(s -> found.computeIfAbsent(s, x -> new ArrayList<>()).add(m));
      }
      if (Bodies.isBody(m) || Treaties.isTreaty(m)) {
        m.actors().stream()
            .filter(a -> a.type() == Actor.Type.INSTITUTION)
            .forEach(a -> found.computeIfAbsent(a, x -> new ArrayList<>()).add(m));
      }
    }
    return found;
  }

  /** Everybody in the sentence, then those whom the article spoke of. */
  static List<Candidate> of(
      AnnotatedSentence sentence, Discourse discourse, Cast cast, Function<String, Optional<Actor>> stateByCode) {
    Map<Actor, List<ActorMention>> found = named(sentence, stateByCode);
    List<String> others = new ArrayList<>(discourse.lastEvent(sentence));
    others.addAll(discourse.topic().main());
    others.addAll(discourse.recent().stream().limit(OTHERS / 2).toList());
    others.addAll(cast.states());
    others.stream().distinct().limit(OTHERS)
        .forEach(code -> stateByCode.apply(code).ifPresent(s -> found.computeIfAbsent(s, x -> List.of())));
    discourse.body().ifPresent(
        m -> m.actors().stream()
            .filter(a -> a.type() == Actor.Type.INSTITUTION)
            .forEach(a -> found.computeIfAbsent(a, x -> List.of())));
    List<Candidate> candidates = new ArrayList<>();
    found.forEach((actor, mentions) -> candidates.add(new Candidate(actor, mentions)));
    return candidates;
  }
}
