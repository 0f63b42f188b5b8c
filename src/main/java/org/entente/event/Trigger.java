package org.entente.event;

import org.entente.lexicon.EventFrame;
import org.entente.syntax.Word;
import org.entente.text.Span;
import org.entente.undertaking.Kind;

/**
 * Words that announce an undertaking.
 *
 * @param word the verb or head noun
 * @param span all words of it
 * @param frame the entry that reads them
 */
public record Trigger(Word word, Span span, EventFrame frame) {

  public Kind kind() {
    return frame.kind();
  }

  public boolean isNoun() {
    return frame.isNoun();
  }
}
