package org.entente.reading;

import java.util.List;
import java.util.function.IntFunction;
import org.entente.argument.Participants;
import org.entente.mention.AnnotatedSentence;
import org.entente.reference.ArticleTopic;
import org.entente.reference.Discourse;

/** Is shown an article as the reader goes through it. */
public interface SentenceVisitor {

  /** @param sentences all of the article, as they stand, references unresolved */
  void begin(List<AnnotatedSentence> sentences, ArticleTopic topic);

  /**
   * @param sentence with its references resolved
   * @param discourse what the article said so far; good for the moment only
   * @param byRule whom the rules take for parties of the event that the word of an index tells; none where they read none
   */
  void see(AnnotatedSentence sentence, Discourse discourse, IntFunction<Participants> byRule);
}
