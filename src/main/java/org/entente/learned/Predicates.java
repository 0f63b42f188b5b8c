package org.entente.learned;

import java.util.List;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.Sense;
import org.entente.syntax.Word;

/** Which words may tell of an undertaking: verbs that are no auxiliaries, and nouns that are no part of a name. */
final class Predicates {

  private Predicates() {}

  static List<Word> of(AnnotatedSentence sentence) {
    return sentence.graph().words().stream().filter(w -> mayTell(sentence, w)).toList();
  }

  private static boolean mayTell(AnnotatedSentence sentence, Word word) {
    boolean inName = sentence.mentionAt(word).filter(m -> m.sense() != Sense.REFERENCE).isPresent();
    boolean verb = word.isVerb() && !word.isAuxiliary() && !word.tag().equals("MD");
    return !inName && (verb || word.isNoun());
  }
}
