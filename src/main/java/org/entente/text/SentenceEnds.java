package org.entente.text;

import java.util.regex.Pattern;

/**
 * Where sentences end that NLP4J's tokenizer does not end: it takes any word without vowels and with a full stop for a short
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

  /**
   * Whether a sentence ends between two of its words.
   *
   * @param word with its full stop
   * @param next the word behind it
   */
  boolean isEnd(String word, String next) {
    return initialsAndStop.matcher(word).matches() && OPENING.matcher(next).matches()
        && !morphology.standsBeforeName(word.substring(0, word.length() - 1));
  }
}
