package org.entente.mention;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.entente.actor.Actor;
import org.entente.actor.Gazetteer;
import org.entente.mention.Mention.ActorMention;
import org.entente.mention.Mention.Sense;
import org.entente.text.Span;

/**
 * For whom a person acts whom an article names: for the body of many states that he leads on its date, else for his
 * state.
 *
 * @param issued the article's date
 */
record Representatives(Gazetteer gazetteer, Optional<LocalDate> issued) {

  ActorMention named(Span span, Actor person) {
    return gazetteer.bodyOf(person, issued)
        .map(body -> new ActorMention(span, List.of(person, body), Sense.NAME, List.of()))
        .orElseGet(() -> new ActorMention(span, List.of(person), Sense.NAME, person.state().stream().toList()));
  }
}
