package org.entente.mention;

import java.util.Locale;
import java.util.Optional;
import org.entente.actor.Gazetteer;
import org.entente.actor.NameWords;
import org.entente.text.Span;
import org.entente.text.Token;

/** Whether a name stands for a place where something is, and not for who acts: "in Moscow", "flew to Moscow". */
final class NameSense {

  /** "on the way to", "back to": how many words lie between a preposition and the word of movement. */
  private static final int NEAR = 2;

  private final Gazetteer gazetteer;
  private final String text;

  NameSense(Gazetteer gazetteer, String text) {
    this.gazetteer = gazetteer;
    this.text = text;
  }

  boolean isPlace(SentenceTokens sentence, Span span) {
    Token head = sentence.head(span);
    return isJoinedToBased(span)
        || sentence.premodified(head).filter(noun -> is(noun, NameWords.HELD) || isOfPlace(noun)).isPresent()
        || sentence.verbOfObject(head).filter(verb -> is(verb, NameWords.GONE_TO)).isPresent()
        || sentence.preposition(head).filter(p -> isLocal(sentence, p) || isBehindPlace(sentence, p)).isPresent();
  }

  /** Whether a name beside this noun is of a place: "the Merke <i>district</i>". */
  boolean isOfPlace(Token noun) {
    return gazetteer.isA(noun.form(), NameWords.PLACE_NOUN) || gazetteer.isA(noun.form(), NameWords.PLACE_NAME_NOUN);
  }

  /** "the port <i>of</i> Lomé". */
  boolean isBehindPlace(SentenceTokens sentence, Token preposition) {
    return gazetteer.isA(preposition.form(), NameWords.PLACE_OF)
        && sentence.before(preposition).filter(noun -> gazetteer.isA(noun.form(), NameWords.PLACE_NOUN)).isPresent();
  }

  private boolean isJoinedToBased(Span span) {
    return gazetteer.all(NameWords.BASED).stream().anyMatch(word -> text.startsWith(word, span.end()));
  }

  private boolean isLocal(SentenceTokens sentence, Token preposition) {
    return is(preposition, NameWords.INSIDE)
        || is(preposition, NameWords.TOWARDS) && isOfMovement(sentence, preposition);
  }

  /** Whether an ambiguous name stands behind a preposition of place. */
  boolean isInside(SentenceTokens sentence, Span span) {
    return sentence.preposition(sentence.first(span)).filter(p -> is(p, NameWords.INSIDE)).isPresent();
  }

  /** Whether a word of movement governs a preposition: "the flight <i>to</i> Oslo". */
  boolean isOfMovement(SentenceTokens sentence, Token preposition) {
    Optional<Token> governor = sentence.governor(preposition);
    for (int i = 0; i < NEAR && governor.isPresent(); i++) {
      Token word = governor.get();
      if (is(word, NameWords.MOVEMENT)) {
        return !is(preposition, NameWords.TOWARDS_VERB) || word.isVerb();
      }
      if (!word.isPreposition() && !word.isAdverb()) {
        return false;
      }
      governor = sentence.governor(word);
    }
    return false;
  }

  private boolean is(Token token, NameWords list) {
    return gazetteer.isA(token.lemma().toLowerCase(Locale.ROOT), list);
  }
}
