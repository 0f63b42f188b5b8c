package org.entente.text;

/**
 * One word or punctuation mark of a sentence, with what the parser found.
 *
 * @param index position in the sentence, from 0
 * @param span where it stands in the article's text
 * @param form the word as written
 * @param lemma its dictionary form, lower case
 * @param pos its Penn Treebank part of speech
 * @param head index of the token it depends on, -1 for the root
 * @param relation its dependency label in the NLP4J (ClearNLP) scheme: nsbj, obj, prep, pobj, ...
 */
public record Token(int index, Span span, String form, String lemma, String pos, int head, String relation) {

  public boolean isVerb() {
    return pos.startsWith("VB") || pos.equals("MD");
  }

  public boolean isNoun() {
    return pos.startsWith("NN");
  }

  public boolean isProperNoun() {
    return pos.startsWith("NNP");
  }

  public boolean isPunctuation() {
    return !pos.isEmpty() && !Character.isLetter(pos.charAt(0)) && !pos.equals("$");
  }
}
