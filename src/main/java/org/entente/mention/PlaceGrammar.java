package org.entente.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.actor.Actor;
import org.entente.actor.Gazetteer;
import org.entente.actor.NameWords;
import org.entente.mention.Mention.ActorMention;
import org.entente.mention.Mention.Sense;
import org.entente.text.Span;
import org.entente.text.Token;
import org.entente.vocab.IriScheme;

/** Places that the gazetteer does not have, by where their names stand: "in Gwadar", "flew to Sokcho". */
final class PlaceGrammar {

  private static final String PLACE = "Place";

  /** Longer names of places the gazetteer has, or they end with a word that tells it. */
  private static final int LONGEST = 3;

  private final Gazetteer gazetteer;
  private final Capitals capitals;
  private final NameSense sense;
  private final String text;

  PlaceGrammar(Gazetteer gazetteer, Capitals capitals, NameSense sense, String text) {
    this.gazetteer = gazetteer;
    this.capitals = capitals;
    this.sense = sense;
    this.text = text;
  }

  List<ActorMention> places(SentenceTokens sentence, NamedSpans named) {
    List<ActorMention> found = new ArrayList<>();
    for (Token preposition : sentence.all()) {
      if (leadsToPlace(sentence, preposition)) {
        place(sentence, preposition.index() + 1, named).ifPresent(found::add);
      }
    }
    return found;
  }

  private boolean leadsToPlace(SentenceTokens sentence, Token p) {
    boolean inside = p.isPreposition() && gazetteer.isA(p.lemma(), NameWords.INSIDE);
    return inside || gazetteer.isA(p.form(), NameWords.GOAL) && sense.isOfMovement(sentence, p);
  }

  private Optional<ActorMention> place(SentenceTokens sentence, int start, NamedSpans named) {
    int end = start;
    while (end < sentence.size() && end - start < LONGEST && isPartOfPlace(sentence.token(end), named)) {
      end++;
    }
    if (end == start) {
      return Optional.empty();
    }
    Span span = sentence.token(start).span().cover(sentence.token(end - 1).span());
    String name = span.in(text);
    Actor place = new Actor(Actor.Type.PLACE, IriScheme.nameSlug(name), name, PLACE, Optional.empty(), false);
    return Optional.of(new ActorMention(span, List.of(place), Sense.LOCATION, List.of()));
  }

  private boolean isPartOfPlace(Token t, NamedSpans named) {
    return t.isProperNoun()
        && Character.isUpperCase(t.form().charAt(0))
        && !capitals.isCalendar(t)
        && !gazetteer.isA(t.form(), NameWords.PERSON_TITLE)
        && named.at(t).isEmpty();
  }
}
