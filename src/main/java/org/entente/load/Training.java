package org.entente.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
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
 * Trains the learned reader. The ranker of parties has to know how far the encoder can be trusted on texts that it does
 * not know: so the encoder
 * is first tuned on one half of the articles and asked about the other, and the other way round; then on all.
 */
public final class Training {

  /** In so many parts the articles are kept from the encoder in turn. */
  private static final int PARTS = 2;

  /** An article with what annotators found in it. */
  public record Annotated(Article article, List<AnnotatedRow> rows) {}

  private final RuleReader reader;
  private final Function<String, Optional<Actor>> stateByCode;
  private final Consumer<String> progress;

  /** @param progress told how far it is */
  public Training(
      RuleReader reader, Function<String, Optional<Actor>> stateByCode,
      Consumer<String> progress) {
    this.reader = reader;
    this.stateByCode = stateByCode;
    this.progress = progress;
  }

  /** @throws org.entente.learned.LearnedException when there is too little to learn from */
  public LearnedModel train(List<Annotated> articles) {
    TrainingSet all = new TrainingSet();
    for (int part = 0; part < PARTS; part++) {
      List<Annotated> heldOut = new ArrayList<>();
      TrainingSet others = new TrainingSet();
      for (int i = 0; i < articles.size(); i++) {
        if (i % PARTS == part) {
          heldOut.add(articles.get(i));
        } else {
          add(others, articles.get(i));
          addCast(others, articles.get(i));
        }
      }
      progress.accept(
          "part %d of %d: %d undertakings, to see what the ranker of parties can make of the other %d articles"
              .formatted(part + 1, PARTS, others.size(), heldOut.size()));
      LearnedReader asked = new LearnedReader(others.tune(progress), stateByCode);
      heldOut.forEach(a -> addParties(all, a, asked));
    }
    articles.forEach(a -> add(all, a));
    articles.forEach(a -> addCast(all, a));
    progress.accept(
        "all %d undertakings in %d articles; %d more have no word of their own"
            .formatted(all.size(), articles.size(), all.unplaced().size()));
    return all.withParties(all.tune(progress));
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
