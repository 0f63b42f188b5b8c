package org.entente.text;

import edu.emory.mathcs.nlp.component.tokenizer.token.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts sentences where NLP4J's tokenizer does not: it takes any word without vowels and with a full stop for a short
 * form as "Ltd." is, so that "left the NPT. Ghana" goes on.
 */
final class SentenceEnds {

  private static final Pattern OPENING = Pattern.compile("[\\p{Lu}\"“‘'(\\[].*");

  private final Morphology morphology;
  private final Pattern initialsAndStop;

  SentenceEnds(Morphology morphology) {
    this.morphology = morphology;
    this.initialsAndStop = Pattern.compile("\\p{Lu}{2,}(?:" + morphology.plural("") + ")?\\.");
  }

  /** The same sentences, cut behind initials where what follows begins as a sentence does. */
  List<List<Token>> cut(List<List<Token>> sentences) {
    List<List<Token>> all = new ArrayList<>();
    for (List<Token> sentence : sentences) {
      List<Token> here = new ArrayList<>();
      for (int i = 0; i < sentence.size(); i++) {
        Token token = sentence.get(i);
        if (i + 1 < sentence.size() && isEnd(token.getWordForm(), sentence.get(i + 1).getWordForm())) {
          here.addAll(withoutStop(token));
          all.add(here);
          here = new ArrayList<>();
        } else {
          here.add(token);
        }
      }
      all.add(here);
    }
    return all;
  }

  private boolean isEnd(String form, String next) {
    return initialsAndStop.matcher(form).matches() && OPENING.matcher(next).matches()
        && !morphology.standsBeforeName(form.substring(0, form.length() - 1));
  }

  private static List<Token> withoutStop(Token token) {
    String form = token.getWordForm();
    int stop = token.getEndOffset() - 1;
    return List.of(
        new Token(form.substring(0, form.length() - 1), token.getStartOffset(), stop),
        new Token(form.substring(form.length() - 1), stop, token.getEndOffset()));
  }
}
