package org.entente.syntax;

import java.util.Locale;
import org.entente.text.Span;
import org.entente.text.Token;

/**
 * A word in its place in the clause graph.
 *
 * @param head index of the word it depends on, -1 for the root
 * @param marker lemma of the preposition or subordinating conjunction that introduces it ("to", "ahead of", "if");
 *     empty where there is none
 */
public record Word(Token token, int head, Relation relation, String marker) {

  public int index() {
    return token.index();
  }

  public String lemma() {
    return token.lemma();
  }

  /** As written, lower case. */
  public String form() {
    return token.form().toLowerCase(Locale.ROOT);
  }

  /** Penn Treebank part of speech. */
  public String tag() {
    return token.pos();
  }

  public Span span() {
    return token.span();
  }

  public boolean isVerb() {
    return token.isVerb();
  }

  public boolean isNoun() {
    return token.isNoun();
  }

  public boolean isAdjective() {
    return tag().startsWith("JJ");
  }

  /** Whether it is a word of a question or relative clause: "which", "who", "that". */
  public boolean isRelative() {
    return tag().startsWith("W");
  }

  public boolean is(Relation... any) {
    for (Relation r : any) {
      if (relation == r) {
        return true;
      }
    }
    return false;
  }

  /** "will", "should". */
  public boolean isModal() {
    return token.isModal();
  }

  /** Whether it helps another verb: "has signed", "was signed". */
  public boolean isAuxiliary() {
    return relation == Relation.AUX || relation == Relation.AUX_PASS;
  }
}
