package org.entente.event;

import org.entente.factuality.Factuality;
import org.entente.factuality.Veridicality;
import org.entente.lexicon.EventFrame;
import org.entente.mention.AnnotatedSentence;
import org.entente.syntax.ClauseGraph;
import org.entente.syntax.Word;
import org.entente.undertaking.Kind;

/** An event that a sentence tells of, with what the sentence says of its factuality; its parties are still open. */
public record EventMention(AnnotatedSentence sentence, Trigger trigger, Factuality factuality) {

  public ClauseGraph graph() {
    return sentence.graph();
  }

  public Word word() {
    return trigger.word();
  }

  public EventFrame frame() {
    return trigger.frame();
  }

  public Kind kind() {
    return trigger.kind();
  }

  public boolean isNoun() {
    return trigger.isNoun();
  }

  public Veridicality veridicality() {
    return factuality.veridicality();
  }

  /** Whether more than the bare noun speaks of it: a verb, a word that carries it, a word that says where it stands. */
  public boolean stated() {
    return !isNoun() || factuality.carried() || !factuality.steps().isEmpty();
  }
}
