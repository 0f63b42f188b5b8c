package org.entente.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.entente.actor.Actor;
import org.entente.article.Article;
import org.entente.learned.AnnotatedRow;
import org.entente.learned.ByRule;
import org.entente.learned.LearnedModel;
import org.entente.learned.LearnedReader;
import org.entente.learned.TrainingSet;
import org.entente.mention.AnnotatedSentence;
import org.entente.reading.RuleReader;
import org.entente.reading.SentenceVisitor;
import org.entente.reference.ArticleTopic;
import org.entente.reference.Discourse;

/**
 * Trains the learned reader. The rankers of parties, hypotheses and fields have to know how far the encoder can be
 * trusted on texts that it does not know: so it is first tuned on one half of the articles and asked about the other, and the other
 * way round; then on all. Likewise the ranker of hypotheses sees what the ranker of parties makes of articles that it has
 * not learned from, and what weighs tellings sees what the ranker of hypotheses makes of such.
 */
public final class Training {

  /** In so many parts the articles are kept from the encoder in turn. */
  private static final int PARTS = 2;

  private static final int EPOCHS = 3;

  /** Fewer, to save time: from the parts the rankers learn no more than how far an encoder can be trusted. */
  private static final int EPOCHS_OF_PARTS = 2;

  /** What was tuned before needs less to learn what is new. */
  private static final int EPOCHS_FURTHER = 1;

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
    List<LearnedModel> ofOthers = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      List<Annotated> heldOut = part(articles, part);
      TrainingSet others = new TrainingSet(stateByCode);
      articles.stream().filter(a -> !heldOut.contains(a)).forEach(a -> add(others, a));
      progress.accept(
          "part %d of %d: %d undertakings, to see what can be made of the other %d articles"
              .formatted(part + 1, PARTS, others.size(), heldOut.size()));
      ofOthers.add(others.tune(EPOCHS_OF_PARTS, progress));
    }
    TrainingSet all = asked(articles, ofOthers);
    addAll(all, articles);
    return all.judging(all.tune(EPOCHS, progress));
  }

  /**
   * Tunes the encoder of a model further, on articles of which it may know some. What the model knows besides the encoder and its
   * heads stays, since that has to be learned from articles that an encoder does not know.
   *
   * @throws org.entente.learned.LearnedException when there is too little to learn from
   */
  public LearnedModel trainFurther(LearnedModel model, List<Annotated> articles) {
    TrainingSet all = new TrainingSet(stateByCode);
    addAll(all, articles);
    return all.tuneFurther(model, EPOCHS_FURTHER, progress);
  }

  private void addAll(TrainingSet all, List<Annotated> articles) {
    articles.forEach(a -> add(all, a));
    progress.accept(
        "all %d undertakings in %d articles; %d more have no word of their own"
            .formatted(all.size(), articles.size(), all.unplaced().size()));
  }

  /**
   * What the rankers learn from. Each sees what the ones before it make of articles from which they have not learned.
   *
   * @param ofOthers for each part, the encoder that was tuned on the others
   */
  private TrainingSet asked(List<Annotated> articles, List<LearnedModel> ofOthers) {
    List<TrainingSet> parties =
        inParts(articles, ofOthers, (reader, here, a) -> ask(a, reader, here::addParties));
    List<LearnedModel> casting = learnedFromOthers(parties, ofOthers);
    List<TrainingSet> hypotheses =
        inParts(articles, casting, (reader, here, a) -> ask(a, reader, here::addHypotheses));
    IntStream.range(0, PARTS).forEach(part -> hypotheses.get(part).addParties(parties.get(part)));
    List<LearnedModel> judging = learnedFromOthers(hypotheses, ofOthers);
    List<TrainingSet> tellings = inParts(articles, judging, this::weigh);
    TrainingSet all = new TrainingSet(stateByCode);
    hypotheses.forEach(all::addAll);
    tellings.forEach(all::addAll);
    return all;
  }

  /** For each part the models of its encoder with what the other parts teach. */
  private static List<LearnedModel> learnedFromOthers(List<TrainingSet> sets, List<LearnedModel> ofOthers) {
    return IntStream.range(0, PARTS).mapToObj(part -> sets.get((part + 1) % PARTS).judging(ofOthers.get(part)))
        .toList();
  }

  /** What a reader makes of an article that it has not learned from. */
  private interface Asking {
    void ask(LearnedReader asked, TrainingSet here, Annotated annotated);
  }

  private List<TrainingSet> inParts(List<Annotated> articles, List<LearnedModel> models, Asking asking) {
    List<TrainingSet> sets = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      LearnedReader asked = new LearnedReader(models.get(part), stateByCode);
      TrainingSet here = new TrainingSet(stateByCode);
      part(articles, part).forEach(a -> asking.ask(asked, here, a));
      sets.add(here);
    }
    return sets;
  }

  private void weigh(LearnedReader asked, TrainingSet here, Annotated annotated) {
    LearnedReader watched =
        asked.watchedBy((sentence, tellings, features) -> here.addTellings(
            sentence, tellings, features, annotated.article().text(), annotated.rows()));
    reader.beside(watched, true).read(annotated.article());
  }

  private static List<Annotated> part(List<Annotated> articles, int part) {
    return IntStream.range(0, articles.size()).filter(i -> i % PARTS == part).mapToObj(articles::get).toList();
  }

  private void add(TrainingSet set, Annotated annotated) {
    Map<Integer, AnnotatedSentence> sentences = new TreeMap<>();
    List<ArticleTopic> topics = new ArrayList<>();
    reader.show(
        annotated.article(),
        new SentenceVisitor() {
          @Override
          public void begin(List<AnnotatedSentence> all, ArticleTopic topic, Optional<LocalDate> issued) {
            all.forEach(s -> sentences.put(s.number(), s));
            topics.add(topic);
          }

          @Override
          public void see(AnnotatedSentence sentence, Discourse discourse, IntFunction<ByRule> byRule) {
            sentences.put(sentence.number(), sentence);
          }
        });
    topics.forEach(t -> set.add(List.copyOf(sentences.values()), t, annotated.article().text(), annotated.rows()));
  }

  /** What a training set learns from a sentence about which a reader is asked. */
  private interface Lesson {
    void add(
        LearnedReader.ArticleReading reading, AnnotatedSentence sentence, Discourse discourse, String text,
        List<AnnotatedRow> rows, IntFunction<ByRule> byRule);
  }

  private void ask(Annotated annotated, LearnedReader asked, Lesson lesson) {
    reader.show(
        annotated.article(),
        new SentenceVisitor() {
          private LearnedReader.ArticleReading reading;

          @Override
          public void begin(List<AnnotatedSentence> all, ArticleTopic topic, Optional<LocalDate> issued) {
            reading = asked.begin(all, topic, issued);
          }

          @Override
          public void see(AnnotatedSentence sentence, Discourse discourse, IntFunction<ByRule> byRule) {
            lesson.add(reading, sentence, discourse, annotated.article().text(), annotated.rows(), byRule);
          }
        });
  }
}
