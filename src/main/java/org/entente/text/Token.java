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

  /** Whether it helps another verb: "has signed", "will sign". */
  public boolean isAuxiliary() {
    return relation.startsWith("aux");
  }

  public boolean isModal() {
    return pos.equals("MD");
  }

  /** Whether it is a finite verb in the past tense. */
  public boolean isPast() {
    return pos.equals("VBD");
  }

  /** Whether it is a finite verb in the present tense. */
  public boolean isPresent() {
    return pos.equals("VBZ") || pos.equals("VBP");
  }

  public boolean isNoun() {
    return pos.startsWith("NN");
  }

  public boolean isProperNoun() {
    return pos.startsWith("NNP");
  }

  /** Whether it is a cardinal number, in figures or words. */
  public boolean isNumber() {
    return pos.equals("CD");
  }

  public boolean isSingularNoun() {
    return pos.equals("NN");
  }

  public boolean isAdjective() {
    return pos.startsWith("JJ");
  }

  public boolean isAdverb() {
    return pos.equals("RB");
  }

  /** Whether it is a preposition or subordinating conjunction. */
  public boolean isPreposition() {
    return pos.equals("IN");
  }

  /** Whether it coordinates: "and", "but". */
  public boolean isCoordinator() {
    return pos.equals("CC");
  }

  /** Whether it is the sign of a possessive: "'s". */
  public boolean isPossessiveMark() {
    return pos.equals("POS");
  }

  public boolean isDeterminer() {
    return pos.equals("DT");
  }

  public boolean isPersonalPronoun() {
    return pos.equals("PRP");
  }

  /** Whether it is a word of another language. */
  public boolean isForeign() {
    return pos.equals("FW");
  }

  public boolean isPunctuation() {
    return !pos.isEmpty() && !Character.isLetter(pos.charAt(0)) && !pos.equals("$");
  }
}
