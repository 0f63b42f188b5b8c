package org.entente.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.actor.Actor;
import org.entente.actor.Gazetteer;
import org.entente.actor.NameWords;
import org.entente.mention.Mention.ActorMention;
import org.entente.mention.Mention.Sense;
import org.entente.text.Span;
import org.entente.text.Token;
import org.entente.vocab.IriScheme;

/**
 * Places that the gazetteer does not have, by where their names stand: "in Gwadar", "flew to Sokcho", "the port of
 * Beira", "the Merke district"; and those of the table of places where a capital would be one: "visited Lobito".
 */
final class PlaceGrammar {

  private static final String PLACE = "Place";

  /** Longer names of places the gazetteer has, or they end with a word that tells it. */
  private static final int LONGEST = 5;

  /** So many small words may part two capitals: "Mubarak al-Kabeer", "Falda del Cañete". */
  private static final int LINKS = 2;

  private final Gazetteer gazetteer;
  private final Capitals capitals;
  private final NameSense sense;
  private final PlaceStates states;
  private final String text;

  PlaceGrammar(Gazetteer gazetteer, Capitals capitals, NameSense sense, PlaceStates states, String text) {
    this.gazetteer = gazetteer;
    this.capitals = capitals;
    this.sense = sense;
    this.states = states;
    this.text = text;
  }

  List<ActorMention> places(SentenceTokens sentence, NamedSpans named) {
    List<ActorMention> found = new ArrayList<>();
    int at = 0;
    while (at < sentence.size()) {
      int end = end(sentence, at, named);
      if (end > at && (isLedTo(sentence, at) || isOfPlace(sentence, at, end))) {
        found.add(place(sentence, at, isNamedSo(sentence, end) ? end + 1 : end));
      } else if (end > at) {
        listed(sentence, at, end, named).ifPresent(found::add);
      }
      at = Math.max(end, at + 1);
    }
    return found;
  }

  /** A place that is told by the words of its name, with the state that the table has for it: "Khovd Province". */
  ActorMention inItsState(SentenceTokens sentence, ActorMention mention) {
    Actor actor = mention.actors().getFirst();
    boolean open = actor.type() == Actor.Type.PLACE && !actor.linked() && mention.states().isEmpty();
    Span span = mention.span();
    return open ? place(span, states.of(span.in(text), sentence, sentence.last(span).index() + 1)) : mention;
  }

  /** Where a name that begins here ends; where it begins if none does. */
  private int end(SentenceTokens sentence, int start, NamedSpans named) {
    int end = start;
    int at = start;
    while (at < sentence.size() && at - start < LONGEST) {
      Token t = sentence.token(at);
      if (isPartOfPlace(t, named)) {
        end = at + 1;
      } else if (end == start || at - end >= LINKS || !gazetteer.isA(t.form(), NameWords.NAME_LINK)) {
        break;
      }
      at++;
    }
    return end;
  }

  private boolean isLedTo(SentenceTokens sentence, int start) {
    return sentence.before(sentence.token(start)).filter(p -> leadsToPlace(sentence, p)).isPresent();
  }

  private boolean leadsToPlace(SentenceTokens sentence, Token p) {
    boolean inside = p.isPreposition() && gazetteer.isA(p.lemma(), NameWords.INSIDE);
    return inside || gazetteer.isA(p.form(), NameWords.GOAL) && sense.isOfMovement(sentence, p)
        || sense.isBehindPlace(sentence, p);
  }

  /** Every word at the beginning of a sentence has a capital: alone it is no name because of what follows. */
  private boolean isOfPlace(SentenceTokens sentence, int start, int end) {
    return (start > 0 || end > 1) && end < sentence.size() && sense.isOfPlace(sentence.token(end));
  }

  /** Whether the word behind a name is part of it: "the Bocachica channel". */
  private boolean isNamedSo(SentenceTokens sentence, int end) {
    return end < sentence.size() && gazetteer.isA(sentence.token(end).form(), NameWords.PLACE_NAME_NOUN);
  }

  private ActorMention place(SentenceTokens sentence, int start, int end) {
    Span span = span(sentence, start, end);
    return place(span, states.of(span.in(text), sentence, end));
  }

  private static Span span(SentenceTokens sentence, int start, int end) {
    return sentence.token(start).span().cover(sentence.token(end - 1).span());
  }

  /** Of a name that may be another place in another article nothing is said but that this text means a state by it. */
  private ActorMention place(Span span, Optional<String> state) {
    String name = span.in(text);
    Actor place =
        new Actor(Actor.Type.PLACE, IriScheme.nameSlug(name), name, PLACE,
            state.filter(code -> states.isAlways(name, code)), false);
    return new ActorMention(span, List.of(place), Sense.LOCATION, state.stream().toList());
  }

  /** What stands where a capital would be a place, and is one by its name: "visited Lobito", "the Lobito summit". */
  private Optional<ActorMention> listed(SentenceTokens sentence, int start, int end, NamedSpans named) {
    Span span = span(sentence, start, end);
    boolean whole = sentence.before(sentence.token(start)).filter(t -> goesOn(t, named)).isEmpty()
        && sentence.after(sentence.token(end - 1)).filter(t -> goesOn(t, named)).isEmpty();
    return whole && sense.isPlace(sentence, span)
        ? states.of(span.in(text), sentence, end).map(code -> place(span, Optional.of(code)))
        : Optional.empty();
  }

  /** Whether a name that a word stands beside is part of a longer one: "Mr Konya", "the Konya Bank". */
  private boolean goesOn(Token t, NamedSpans named) {
    return Capitals.isCapital(t) && t.isProperNoun() && named.at(t).isEmpty() && !capitals.isCalendar(t)
        || gazetteer.isA(t.form().toLowerCase(Locale.ROOT), NameWords.PERSON_NOUN);
  }

  private boolean isPartOfPlace(Token t, NamedSpans named) {
    return t.isProperNoun()
        && Character.isUpperCase(t.form().charAt(0))
        && !capitals.isCalendar(t)
        && !gazetteer.isA(t.form(), NameWords.PERSON_TITLE)
        && named.at(t).isEmpty();
  }
}
