package org.entente.mention;

import java.util.List;
import java.util.Optional;
import org.entente.actor.Actor;
import org.entente.mention.Mention.ActorMention;
import org.entente.text.Span;
import org.entente.text.Token;

/** The names found in a sentence so far. */
record NamedSpans(List<ActorMention> mentions) {

  NamedSpans {
    mentions = List.copyOf(mentions);
  }

  Optional<ActorMention> at(Token token) {
    return at(token.span());
  }

  Optional<ActorMention> at(Span span) {
    return mentions.stream().filter(m -> m.span().overlaps(span)).findFirst();
  }

  /** A mention there whose first actor is of that type. */
  Optional<ActorMention> at(Span span, Actor.Type type) {
    return at(span).filter(m -> m.actors().getFirst().type() == type);
  }
}
