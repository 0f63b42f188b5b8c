package org.entente.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.entente.learned.ByRule;
import org.entente.mention.AnnotatedSentence;
import org.entente.reference.ArticleTopic;
import org.entente.reference.Discourse;

/** Is shown an article as the reader goes through it. */
public interface SentenceVisitor {

  /**
   * @param sentences all of the article, as they stand, references unresolved
   * @param issued when it was published
   */
  void begin(List<AnnotatedSentence> sentences, ArticleTopic topic, Optional<LocalDate> issued);

  /**
   * @param sentence with its references resolved
   * @param discourse what the article said so far; good for the moment only
   * @param byRule what the rules make of the word of an index
   */
  void see(AnnotatedSentence sentence, Discourse discourse, IntFunction<ByRule> byRule);
}
