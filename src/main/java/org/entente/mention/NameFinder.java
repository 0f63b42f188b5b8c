package org.entente.mention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.entente.actor.Actor;
import org.entente.actor.Gazetteer;
import org.entente.mention.Mention.ActorMention;
import org.entente.text.Sentence;
import org.entente.time.TimeGrammar;

/**
 * Finds whom and which places a sentence names: names of the gazetteer (the longest wins), institutions and places by
 * the grammar of their names, offices and persons by the grammar of titles. A capital counts as its government where
 * it acts ("Moscow signed") and as a place where something is ("in Moscow", "flew to Moscow").
 */
public final class NameFinder {

  private final Gazetteer gazetteer;
  private final Capitals capitals;

  /** @param times which names are months, weekdays and feasts */
  public NameFinder(Gazetteer gazetteer, TimeGrammar times) {
    this.gazetteer = gazetteer;
    this.capitals = new Capitals(gazetteer, times);
  }

  /**
   * Begins an article; its sentences are then read in order, since later ones take up names of earlier ones.
   *
   * @param issued the article's date, on which a bare surname means who is in office; without it nobody
   */
  public Reading begin(String text, Optional<LocalDate> issued) {
    return new Reading(text.replace('’', '\''), issued);
  }

  /**
   * "Gdansk", "Kamina Johnson-Smith": written otherwise than the gazetteer has them, and yet the same. "Ministry of Commerce"
   * may be another state's.
   */
  private ActorMention known(ActorMention mention) {
    boolean all = mention.actors().stream().allMatch(Actor::linked);
    return all ? mention
        : new ActorMention(mention.span(), mention.actors().stream().map(this::known).toList(), mention.sense(),
            mention.states());
  }

  private Actor known(Actor actor) {
    return actor.linked() ? actor
        : gazetteer.bySlug(actor.type(), actor.slug())
            .filter(same -> actor.state().equals(same.state())
                || actor.state().isEmpty() && !gazetteer.isOfAnyState(actor.name()))
            .orElse(actor);
  }

  /** One article being read. Not safe for use from several threads. */
  public final class Reading {

    private final String text;
    private final NameMatcher matcher;
    private final BodyGrammar bodies;
    private final TitleGrammar titles;
    private final PlaceGrammar places;
    private final Surnames surnames;
    private final Abbreviations abbreviations;

    private Reading(String text, Optional<LocalDate> issued) {
      this.text = text;
      StateCounts states = StateCounts.of(text, gazetteer);
      NameSense sense = new NameSense(gazetteer, text);
      Representatives representatives = new Representatives(gazetteer, issued);
      this.matcher = new NameMatcher(gazetteer, capitals, text, states, sense, representatives);
      this.bodies = new BodyGrammar(gazetteer, capitals, matcher, text);
      this.surnames = new Surnames(gazetteer, capitals, states, text, representatives);
      this.abbreviations = new Abbreviations(this.text);
      this.titles = new TitleGrammar(gazetteer, new PersonNames(gazetteer, capitals, surnames), text);
      this.places = new PlaceGrammar(gazetteer, capitals, sense, new PlaceStates(gazetteer, states, text), text);
    }

    /** The names of a sentence, in text order, none overlapping another. */
    public List<ActorMention> read(Sentence read) {
      SentenceTokens sentence = new SentenceTokens(read);
      List<ActorMention> found = new ArrayList<>();
      titles.withOffices(sentence, names(sentence)).forEach(m -> found.add(places.inItsState(sentence, m)));
      found.addAll(places.places(sentence, new NamedSpans(found)));
      found.sort(Comparator.comparing(ActorMention::span));
      found.replaceAll(NameFinder.this::known);
      found.forEach(surnames::remember);
      found.forEach(abbreviations::remember);
      return found;
    }

    private List<ActorMention> names(SentenceTokens sentence) {
      List<ActorMention> found = new ArrayList<>();
      int at = sentence.sentence().span().start();
      while (at < sentence.sentence().span().end()) {
        Step step = mayBegin(at) ? step(sentence, at) : Step.over(at + 1);
        step.name().ifPresent(found::add);
        at = step.next();
      }
      return found;
    }

    private boolean mayBegin(int offset) {
      char c = text.charAt(offset);
      return StateCounts.startsWord(text, offset) && (Character.isUpperCase(c) || Character.isDigit(c));
    }

    /** The name at an offset: the longer of a known one and one by its grammar, unless a longer one is no name. */
    private Step step(SentenceTokens sentence, int offset) {
      Optional<ActorMention> known = abbreviations.at(offset)
          .or(() -> matcher.knows(offset) ? matcher.at(sentence, offset) : surnames.at(sentence, offset));
      Optional<ActorMention> grammar = bodies.at(sentence, offset);
      int knownEnd = known.map(k -> k.span().end()).orElse(offset);
      int otherEnd = matcher.notAState(offset);
      if (grammar.map(g -> g.span().end()).filter(end -> end > knownEnd && end >= otherEnd).isPresent()) {
        return Step.to(grammar.get());
      }
      boolean isOther = otherEnd > knownEnd || otherEnd > offset && known.filter(k -> !isState(k)).isEmpty();
      return isOther ? Step.over(otherEnd) : known.map(Step::to).orElseGet(() -> Step.over(offset + 1));
    }

    private static boolean isState(ActorMention mention) {
      return mention.actors().stream().allMatch(a -> a.type() == Actor.Type.STATE);
    }
  }

  /** What stands at an offset, and where to go on. */
  private record Step(Optional<ActorMention> name, int next) {

    static Step to(ActorMention name) {
      return new Step(Optional.of(name), name.span().end());
    }

    static Step over(int offset) {
      return new Step(Optional.empty(), offset);
    }
  }
}
