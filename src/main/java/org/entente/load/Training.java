package org.entente.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.entente.actor.Actor;
import org.entente.argument.Participants;
import org.entente.article.Article;
import org.entente.learned.AnnotatedRow;
import org.entente.learned.LearnedModel;
import org.entente.learned.LearnedReader;
import org.entente.learned.TrainingSet;
import org.entente.mention.AnnotatedSentence;
import org.entente.reading.RuleReader;
import org.entente.reading.SentenceVisitor;
import org.entente.reference.ArticleTopic;
import org.entente.reference.Discourse;

/**
 * Trains the learned reader: the encoder on four fifths of the articles, the ranker of parties on the last, where it
 * sees how far the encoder can be trusted on texts that it does not know; then the encoder anew on all.
 */
public final class Training {

  /** Every so manieth article is kept from the encoder. */
  private static final int PART = 5;

  /** An article with what annotators found in it. */
  public record Annotated(Article article, List<AnnotatedRow> rows) {}

  private final RuleReader reader;
  private final java.util.function.Function<String, java.util.Optional<Actor>> stateByCode;
  private final Consumer<String> progress;

  /** @param progress told how far it is */
  public Training(
      RuleReader reader, java.util.function.Function<String, java.util.Optional<Actor>> stateByCode,
      Consumer<String> progress) {
    this.reader = reader;
    this.stateByCode = stateByCode;
    this.progress = progress;
  }

  /** @throws org.entente.learned.LearnedException when there is too little to learn from */
  public LearnedModel train(List<Annotated> articles) {
    List<Annotated> known = new ArrayList<>();
    List<Annotated> heldOut = new ArrayList<>();
    for (int i = 0; i < articles.size(); i++) {
      (i % PART == PART / 2 ? heldOut : known).add(articles.get(i));
    }
    TrainingSet set = new TrainingSet();
    known.forEach(a -> add(set, a));
    articles.forEach(a -> addCast(set, a));
    progress.accept(
        "%d undertakings in %d articles to learn from, %d articles for the ranker of parties"
            .formatted(set.size(), known.size(), heldOut.size()));
    LearnedModel partial = set.tune(progress);
    LearnedReader asked = new LearnedReader(partial, stateByCode);
    heldOut.forEach(a -> addParties(set, a, asked));
    if (Boolean.getBoolean("x.partial")) {
      return set.withParties(partial);
    }
    heldOut.forEach(a -> add(set, a));
    progress.accept("once more with all articles");
    return set.withParties(set.tune(progress));
  }

  private void add(TrainingSet set, Annotated annotated) {
    Map<Integer, AnnotatedSentence> sentences = new TreeMap<>();
    reader.show(
        annotated.article(),
        new SentenceVisitor() {
          @Override
          public void begin(List<AnnotatedSentence> all, ArticleTopic topic) {
            all.forEach(s -> sentences.put(s.number(), s));
          }

          @Override
          public void see(AnnotatedSentence sentence, Discourse discourse, IntFunction<Participants> byRule) {
            sentences.put(sentence.number(), sentence);
          }
        });
    set.add(List.copyOf(sentences.values()), annotated.article().text(), annotated.rows());
  }

  private void addCast(TrainingSet set, Annotated annotated) {
    reader.show(
        annotated.article(),
        new SentenceVisitor() {
          @Override
          public void begin(List<AnnotatedSentence> all, ArticleTopic topic) {
            set.addCast(all, topic, annotated.rows());
          }

          @Override
          public void see(AnnotatedSentence sentence, Discourse discourse, IntFunction<Participants> byRule) {
            // The cast is known from the start.
          }
        });
  }

  private void addParties(TrainingSet set, Annotated annotated, LearnedReader asked) {
    reader.show(
        annotated.article(),
        new SentenceVisitor() {
          private LearnedReader.ArticleReading reading;

          @Override
          public void begin(List<AnnotatedSentence> all, ArticleTopic topic) {
            reading = asked.begin(all, topic);
          }

          @Override
          public void see(AnnotatedSentence sentence, Discourse discourse, IntFunction<Participants> byRule) {
            set.addParties(reading, sentence, discourse, annotated.article().text(), annotated.rows(), byRule);
          }
        });
  }
}
