package org.entente.learned;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.entente.mention.AnnotatedSentence;
import org.entente.reading.Readers;
import org.entente.reading.SentenceVisitor;
import org.entente.reference.ArticleTopic;
import org.entente.reference.Discourse;

/** The sentences of an article as the learned reader gets them. */
final class ArticleSentences {

  private ArticleSentences() {}

  static List<AnnotatedSentence> of(String text) {
    List<AnnotatedSentence> all = new ArrayList<>();
    Readers.READER.show(Readers.article(text), new SentenceVisitor() {
      @Override
      public void begin(List<AnnotatedSentence> sentences, ArticleTopic topic, Optional<LocalDate> issued) {
        all.addAll(sentences);
      }

      @Override
      public void see(AnnotatedSentence sentence, Discourse discourse, IntFunction<ByRule> byRule) {
        // The sentences as they stand are enough.
      }
    });
    return all;
  }
}
