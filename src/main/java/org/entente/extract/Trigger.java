package org.entente.extract;

import java.util.Optional;
import org.entente.lexicon.EventNoun;
import org.entente.lexicon.EventVerb;
import org.entente.text.Span;
import org.entente.text.Token;

/**
 * Words that announce an undertaking.
 *
 * @param token the verb or head noun
 * @param span all words of it
 */
record Trigger(Token token, Span span, String kind, Optional<EventNoun> noun, Optional<EventVerb> verb) {

  static Trigger of(Token token, Span span, EventNoun noun) {
    return new Trigger(token, span, noun.announces(), Optional.of(noun), Optional.empty());
  }

  static Trigger of(Token token, Span span, EventVerb verb) {
    return new Trigger(token, span, verb.announces(), Optional.empty(), Optional.of(verb));
  }

  /** The status that the word itself implies in the past tense. */
  Optional<String> status() {
    return noun.flatMap(EventNoun::status).or(() -> verb.flatMap(EventVerb::status));
  }

  Optional<String> field() {
    return noun.flatMap(EventNoun::field).or(() -> verb.flatMap(EventVerb::field));
  }
}
