package org.entente.mention;

import org.entente.syntax.ClauseGraph;
import org.entente.syntax.Word;

/**
 * What introduces the items of a list and says where they stand: "The ministers agreed to:", "The following documents
 * were signed:".
 *
 * @param sentence the sentence that ends in the colon
 * @param word the verb that the items complete, or the noun that they stand in for
 * @param marker the word between the verb and the colon, "to", "that" or a preposition; empty where there is none
 * @param open whether the verb comes last, so that clauses of their own may complete it
 */
public record Lead(AnnotatedSentence sentence, Word word, String marker, boolean open) {

  public ClauseGraph graph() {
    return sentence.graph();
  }

  /** Whether the items are what the noun names: it is told by them, one by one. */
  public boolean standsForItems() {
    return word.isNoun();
  }
}
