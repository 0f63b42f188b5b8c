package org.entente.learned;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.entente.argument.Participants;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.ActorMention;
import org.entente.reference.ArticleTopic;
import org.entente.reference.Discourse;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Status;

/**
 * Annotated sentences to learn from, gathered article by article. First the encoder and its heads learn from some
 * articles; then the ranker of parties learns from others, which the encoder has not seen, since it has to know how far
 * the encoder can be trusted.
 */
public final class TrainingSet {

  /** Below this nothing that holds elsewhere can be learned. */
  static final int FEWEST = 200;

  private static final String NONE = "none";
  private static final List<String> MISSING = List.of("0", "1", "2");

  /** A state that takes part in this share of an article's undertakings is whom the article is about. */
  private static final double ABOUT = .5;

  private record Row(AnnotatedSentence sentence, Map<Integer, AnnotatedRow> rows) {}

  private final WordPieces pieces = LearnedModel.wordPieces();
  private final List<Row> sentences = new ArrayList<>();
  private final List<SparseModel.Example> homes = new ArrayList<>();
  private final List<SparseModel.Example> parties = new ArrayList<>();
  private final List<String> unplaced = new ArrayList<>();

  /**
   * Adds an article's sentences for the encoder to learn from.
   *
   * @param text the article's text
   */
  public void add(Collection<AnnotatedSentence> article, String text, List<AnnotatedRow> rows) {
    Set<AnnotatedRow> placed = new LinkedHashSet<>();
    for (AnnotatedSentence sentence : article) {
      if (LearnedReader.isRead(sentence.block())) {
        Map<Integer, AnnotatedRow> here = AnnotatedRow.in(sentence, text, rows);
        placed.addAll(here.values());
        sentences.add(new Row(sentence, here));
      }
    }
    rows.stream().filter(r -> !placed.contains(r)).forEach(r -> unplaced.add(r.anchor()));
  }

  /** Adds what an article's states look like, and which of them it is about. */
  public void addCast(Collection<AnnotatedSentence> article, ArticleTopic topic, List<AnnotatedRow> rows) {
    Map<String, Integer> counts = new HashMap<>();
    rows.forEach(r -> r.states().forEach(s -> counts.merge(s, 1, Integer::sum)));
    Cast cast = new Cast(article, topic);
    for (String state : cast.states()) {
      homes.add(
          new SparseModel.Example(cast.features(state), counts.getOrDefault(state, 0) >= ABOUT * rows.size()));
    }
  }

  /**
   * Adds who takes part in a sentence's undertakings, as a reader sees it whose encoder has not learned from it.
   *
   * @param text the article's text
   * @param byRule whom the rules take for parties of the word with that index
   */
  public void addParties(
      LearnedReader.ArticleReading reading, AnnotatedSentence sentence, Discourse discourse, String text,
      List<AnnotatedRow> rows, java.util.function.IntFunction<Participants> byRule) {
    Map<Integer, AnnotatedRow> here = AnnotatedRow.in(sentence, text, rows);
    if (here.isEmpty()) {
      return;
    }
    for (Guess guess : reading.guesses(sentence)) {
      AnnotatedRow row = here.get(guess.word().index());
      if (row != null) {
        List<Candidate> candidates = reading.candidates(sentence, discourse);
        PartyFeatures features =
            reading.features(sentence, guess, discourse, byRule.apply(guess.word().index()), candidates);
        for (int i = 0; i < candidates.size(); i++) {
          parties.add(new SparseModel.Example(features.of(i), row.has(candidates.get(i))));
        }
      }
    }
  }

  /** How many undertakings the encoder can learn from. */
  public int size() {
    return sentences.stream().mapToInt(s -> s.rows().size()).sum();
  }

  /** Anchors of those that no word announces: several in the same word, or in a heading. */
  public List<String> unplaced() {
    return List.copyOf(unplaced);
  }

  /**
   * Tunes the encoder and its heads on the sentences added so far.
   *
   * @param progress told how far it is
   * @throws LearnedException when they are too few
   */
  public LearnedModel tune(Consumer<String> progress) {
    if (size() < FEWEST) {
      throw new LearnedException(
          "%d annotated undertakings are too few to learn from".formatted(size()),
          "It takes at least %d, in articles of many kinds.".formatted(FEWEST));
    }
    byte[] base = LearnedModel.encoderModel();
    List<List<String>> labels = List.of(kinds(), statuses(), fields(), MISSING);
    Tuner tuner = new Tuner(new OnnxModel(base), Tuner.Settings.USUAL, progress);
    Tuner.Tuned tuned = tuner.tune(sentences.stream().map(s -> tuning(s, labels)).toList(), labels);
    return new LearnedModel(
        LearnedModel.checksum(base), tuned.dense(), tuned.vectors(), tuned.heads(),
        SparseModel.learn(homes, 2, 1), new SparseModel(Map.of()));
  }

  /** The model with a ranker of parties, learned from those added so far. */
  public LearnedModel withParties(LearnedModel model) {
    return new LearnedModel(
        model.encoder(), model.dense(), model.vectors(), model.heads(), model.home(),
        SparseModel.learn(parties, 3, 1));
  }

  private static List<String> kinds() {
    List<String> kinds = new ArrayList<>(List.of(NONE));
    Arrays.stream(Kind.values()).map(Kind::className).forEach(kinds::add);
    return kinds;
  }

  private static List<String> statuses() {
    return Arrays.stream(Status.values()).map(Status::conceptName).toList();
  }

  private List<String> fields() {
    Set<String> fields = new TreeSet<>();
    sentences.forEach(s -> s.rows().values().forEach(r -> fields.add(r.field())));
    return List.copyOf(fields);
  }

  private TuningSentence tuning(Row row, List<List<String>> labels) {
    Pieces cut = pieces.of(row.sentence().graph());
    List<TuningSentence.Candidate> words =
        Predicates.of(row.sentence()).stream()
            .map(w -> {
              Place place = Place.of(row.sentence().graph(), w, cut);
              AnnotatedRow told = row.rows().get(w.index());
              return told == null
                  ? new TuningSentence.Candidate(
                      place, 0, TuningSentence.UNKNOWN, TuningSentence.UNKNOWN, TuningSentence.UNKNOWN, List.of())
                  : told(row.sentence(), place, told, cut, labels);
            })
            .toList();
    return new TuningSentence(cut, words);
  }

  private static TuningSentence.Candidate told(
      AnnotatedSentence sentence, Place place, AnnotatedRow row, Pieces cut, List<List<String>> labels) {
    List<TuningSentence.Named> named = new ArrayList<>();
    Set<String> open = new TreeSet<>(row.states());
    for (ActorMention m : sentence.actors()) {
      open.removeAll(m.states());
      if (!m.states().isEmpty()) {
        named.add(
            new TuningSentence.Named(
                LearnedReader.mentionPieces(sentence, m, cut), row.states().containsAll(m.states())));
      } else {
        named.add(
            new TuningSentence.Named(
                LearnedReader.mentionPieces(sentence, m, cut),
                m.actors().stream().anyMatch(a -> row.has(new Candidate(a, List.of())))));
      }
    }
    return new TuningSentence.Candidate(
        place,
        labels.get(0).indexOf(row.kind().className()),
        labels.get(1).indexOf(row.status().conceptName()),
        labels.get(2).indexOf(row.field()),
        Math.min(2, open.size()),
        named);
  }
}
