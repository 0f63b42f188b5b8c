package org.entente.reading;

import java.util.List;
import java.util.function.IntSupplier;
import org.entente.mention.AnnotatedSentence;
import org.entente.merge.Finding;
import org.entente.reference.Discourse;

/** What becomes of a sentence of prose after the rules read its events. */
@FunctionalInterface
interface SentenceStage {

  /** Keeps what the rules found. */
  SentenceStage RULES = (sentence, events, discourse, ids) -> ofRules(events);

  /**
   * @param events what the rules made of its events
   * @param discourse what the article said so far, the rules' findings of this sentence included
   * @param ids gives each new finding its id
   */
  List<Finding> findings(
      AnnotatedSentence sentence, List<EventReading> events, Discourse discourse, IntSupplier ids);

  static List<Finding> ofRules(List<EventReading> events) {
    return events.stream().flatMap(e -> e.finding().stream()).toList();
  }
}
