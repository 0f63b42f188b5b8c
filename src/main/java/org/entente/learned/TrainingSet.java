package org.entente.learned;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.entente.actor.Actor;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.ActorMention;
import org.entente.reference.ArticleTopic;
import org.entente.reference.Discourse;
import org.entente.syntax.Word;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Role;
import org.entente.undertaking.Status;

/**
 * Annotated sentences to learn from, gathered article by article. First the encoder and its heads learn from some
 * articles; then the ranker of parties learns from others, which the encoder has not seen, since it has to know how far
 * the encoder can be trusted.
 */
public final class TrainingSet {

  /** Below this nothing that holds elsewhere can be learned. */
  static final int FEWEST = 200;

  /** What fewer hypotheses have is no ground to judge them by. */
  private static final int RARE = 10;

  /** The same for parties and fields: no leaf of their trees would hold what is rarer. */
  private static final int SELDOM = 40;

  private static final String NONE = "none";

  /** The first heads of a model: kind, status, field and missing states; what follows is about parties. */
  private static final int HEADS_OF_WORDS = 4;

  private static final int FIELD = 2;

  private static final List<String> MISSING = List.of("0", "1", "2");

  /** A state that takes part in this share of an article's undertakings is whom the article is about. */
  private static final double ABOUT = .5;

  private record Rows(Window window, Map<Integer, Map<Integer, AnnotatedRow>> bySentence) {

    int size() {
      return bySentence.values().stream().mapToInt(Map::size).sum();
    }
  }

  private final Function<String, Optional<Actor>> stateByCode;
  private final WordPieces pieces = LearnedModel.wordPieces();
  private final List<Rows> windows = new ArrayList<>();
  private final List<SparseModel.Example> homes = new ArrayList<>();
  private final Examples parties = new Examples();
  private final Examples hypotheses = new Examples();
  private final Examples tellings = new Examples();
  private final Examples fields = new Examples();
  private final List<SparseModel.Example> dates = new ArrayList<>();
  private final List<SparseModel.Example> roles = new ArrayList<>();
  private final Map<Kind, Set<Role>> rolesOfKind = new EnumMap<>(Kind.class);
  private final List<String> unplaced = new ArrayList<>();

  /** @param stateByCode the state of an ISO alpha-3 code */
  public TrainingSet(Function<String, Optional<Actor>> stateByCode) {
    this.stateByCode = stateByCode;
  }

  /**
   * Adds an article's sentences for the encoder to learn from, and what its states look like, with which of them it is
   * about.
   *
   * @param text the article's text
   */
  public void add(List<AnnotatedSentence> article, ArticleTopic topic, String text, List<AnnotatedRow> rows) {
    Cast cast = new Cast(article, topic);
    addHomes(cast, rows);
    Set<AnnotatedRow> placed = new LinkedHashSet<>();
    for (Window window : Window.of(article, cast.listed(stateByCode), pieces)) {
      Map<Integer, Map<Integer, AnnotatedRow>> here = new HashMap<>();
      window.sentences().forEach(
          r -> here.put(r.sentence().number(), AnnotatedRow.in(r.sentence(), text, rows)));
      here.values().forEach(h -> placed.addAll(h.values()));
      windows.add(new Rows(window, here));
    }
    rows.stream().filter(r -> !placed.contains(r)).forEach(r -> unplaced.add(r.anchor()));
  }

  private void addHomes(Cast cast, List<AnnotatedRow> rows) {
    Map<String, Integer> counts = new HashMap<>();
    rows.forEach(r -> r.states().forEach(s -> counts.merge(s, 1, Integer::sum)));
    for (String state : cast.states()) {
      homes.add(
          new SparseModel.Example(cast.features(state), counts.getOrDefault(state, 0) >= ABOUT * rows.size()));
    }
  }

  /**
   * Adds who takes part in a sentence's undertakings, as a reader sees it whose encoder has not learned from it.
   *
   * @param text the article's text
   * @param byRule what the rules make of the word with that index
   */
  public void addParties(
      LearnedReader.ArticleReading reading, AnnotatedSentence sentence, Discourse discourse, String text,
      List<AnnotatedRow> rows, IntFunction<ByRule> byRule) {
    Map<Integer, AnnotatedRow> here = AnnotatedRow.in(sentence, text, rows);
    if (here.isEmpty()) {
      return;
    }
    for (Guess guess : reading.guesses(sentence)) {
      AnnotatedRow row = here.get(guess.word().index());
      if (row != null) {
        List<Candidate> candidates = reading.candidates(sentence, discourse);
        PartyFeatures features =
            reading.features(sentence, guess, discourse, byRule.apply(guess.word().index()).participants(), candidates);
        for (int i = 0; i < candidates.size(); i++) {
          parties.add(features.of(i), row.has(candidates.get(i)));
        }
      }
    }
  }

  /** Adds what another set knows of who takes part. */
  public void addParties(TrainingSet other) {
    parties.addAll(other.parties);
  }

  /** Adds what readers made of another set's articles. */
  public void addAll(TrainingSet other) {
    addParties(other);
    hypotheses.addAll(other.hypotheses);
    fields.addAll(other.fields);
    dates.addAll(other.dates);
    roles.addAll(other.roles);
    tellings.addAll(other.tellings);
  }

  /**
   * Adds which hypotheses about a sentence's words are right, and which fields, dates and roles, as a reader sees it that
   * has not learned from it.
   *
   * @param text the article's text
   * @param byRule what the rules make of the word with that index
   */
  public void addHypotheses(
      LearnedReader.ArticleReading reading, AnnotatedSentence sentence, Discourse discourse, String text,
      List<AnnotatedRow> rows, IntFunction<ByRule> byRule) {
    Map<Integer, AnnotatedRow> here = AnnotatedRow.in(sentence, text, rows);
    for (Guess guess : reading.guesses(sentence)) {
      ByRule rule = byRule.apply(guess.word().index());
      if (LearnedReader.isWorthAsking(guess, rule.told().isPresent())) {
        Optional.ofNullable(here.get(guess.word().index()))
            .ifPresent(row -> {
              addFields(reading.fieldFeatures(guess, rule), row);
              addDates(reading.dateFeatures(sentence, guess, rule), row);
              addRoles(reading, sentence, guess, reading.candidates(sentence, discourse), rule, row);
            });
        reading.hypotheses(sentence, guess, discourse, rule, Set.of()).forEach(
            (hypothesis, features) -> hypotheses.add(
                features, here.values().stream().anyMatch(r -> r.isMeantBy(hypothesis))));
      }
    }
  }

  /**
   * Adds which of what a sentence is taken to tell is right, each undertaking once: what its own word tells first, then
   * what stands as it does, then what is likelier.
   *
   * @param text the article's text
   * @param features of each of them
   */
  public void addTellings(
      AnnotatedSentence sentence, List<Telling> told, List<Map<String, Float>> features, String text,
      List<AnnotatedRow> rows) {
    Map<Integer, AnnotatedRow> words = AnnotatedRow.in(sentence, text, rows);
    Set<Telling> right = new LinkedHashSet<>();
    for (AnnotatedRow row : AnnotatedRow.anchoredIn(sentence, text, rows)) {
      told.stream().filter(t -> !right.contains(t) && row.isMeantBy(t))
          .max(
              Comparator.comparing((Telling t) -> row.equals(words.get(t.word().index())))
                  .thenComparing(t -> t.status().group() == row.status().group())
                  .thenComparing(Telling::likelihood))
          .ifPresent(right::add);
    }
    for (int i = 0; i < told.size(); i++) {
      tellings.add(features.get(i), right.contains(told.get(i)));
    }
  }

  private void addFields(FieldFeatures features, AnnotatedRow row) {
    features.candidates()
        .forEach(field -> fields.add(features.of(field), field.equals(row.field())));
  }

  private void addDates(DateFeatures features, AnnotatedRow row) {
    features.candidates().forEach(date -> dates.add(new SparseModel.Example(features.of(date), row.isOf(date))));
  }

  /** Of the roles that were seen in the kind until then, which one is right. */
  private void addRoles(
      LearnedReader.ArticleReading reading, AnnotatedSentence sentence, Guess guess, List<Candidate> candidates,
      ByRule rule, AnnotatedRow row) {
    List<Candidate> parties = candidates.stream().filter(row::has).toList();
    RoleFeatures features = reading.roleFeatures(sentence, guess, row.kind(), parties, rule);
    Set<Role> seen = rolesOfKind.computeIfAbsent(row.kind(), kind -> EnumSet.noneOf(Role.class));
    for (Candidate party : parties) {
      row.roleOf(party).ifPresent(right -> {
        seen.add(right);
        seen.forEach(role -> roles.add(new SparseModel.Example(features.of(party, role), role == right)));
      });
    }
  }

  /** How many undertakings the encoder can learn from. */
  public int size() {
    return windows.stream().mapToInt(Rows::size).sum();
  }

  /** Anchors of those that no word announces: several in the same word, or in a heading. */
  public List<String> unplaced() {
    return List.copyOf(unplaced);
  }

  /**
   * Tunes the encoder and its heads on the sentences added so far.
   *
   * @param epochs how often it sees each of them
   * @param progress told how far it is
   * @throws LearnedException when they are too few
   */
  public LearnedModel tune(int epochs, Consumer<String> progress) {
    requireEnough();
    byte[] base = LearnedModel.encoderModel();
    List<List<String>> labels = List.of(kinds(), statuses(), fields(), MISSING);
    Tuner tuner = new Tuner(new OnnxModel(base), Tuner.Settings.usual(epochs), progress);
    Tuner.Tuned tuned = tuner.tune(windows.stream().map(w -> tuning(w, labels)).toList(), labels);
    return new LearnedModel(
        LearnedModel.checksum(base), tuned.dense(), tuned.vectors(), tuned.heads(),
        SparseModel.learn(homes, 2, 1), BoostedTrees.NONE, BoostedTrees.NONE, BoostedTrees.NONE, SparseModel.NONE,
        SparseModel.NONE, BoostedTrees.NONE);
  }

  /**
   * Tunes an encoder and its heads further, on the sentences added so far: some that it knows, lest it forget them, and new ones.
   * What else the model has learned stays.
   *
   * @param epochs how often it sees each sentence
   * @param progress told how far it is
   * @throws LearnedException when they are too few, or tell of a kind or field that the model does not know
   */
  public LearnedModel tuneFurther(LearnedModel model, int epochs, Consumer<String> progress) {
    requireEnough();
    List<List<String>> labels = model.heads().stream().limit(HEADS_OF_WORDS).map(Head::labels).toList();
    requireKnown("kind", values(row -> row.kind().className()), labels.getFirst());
    requireKnown("field", fields(), labels.get(FIELD));
    Tuner tuner = new Tuner(model.tunedModel(), Tuner.Settings.further(epochs), progress);
    Tuner.Tuned tuned = tuner.tune(windows.stream().map(w -> tuning(w, labels)).toList(), labels, model.heads());
    return model.tunedTo(tuned);
  }

  private static void requireKnown(String what, List<String> told, List<String> known) {
    List<String> unknown = told.stream().filter(value -> !known.contains(value)).toList();
    if (!unknown.isEmpty()) {
      throw new LearnedException(
          "the model does not know the " + what + " " + String.join(", ", unknown),
          "Train it anew, without --further.");
    }
  }

  private void requireEnough() {
    if (size() < FEWEST) {
      throw new LearnedException(
          "%d annotated undertakings are too few to learn from".formatted(size()),
          "It takes at least %d, in articles of many kinds.".formatted(FEWEST));
    }
  }

  /** The model with what was learned about parties, hypotheses and all the rest, from those added so far. */
  public LearnedModel judging(LearnedModel model) {
    return model.with(
        TreeLearner.learn(parties, SELDOM, TreeLearner.Settings.MORE),
        TreeLearner.learn(hypotheses, RARE, TreeLearner.Settings.USUAL),
        TreeLearner.learn(fields, SELDOM, TreeLearner.Settings.MORE),
        SparseModel.learn(dates, 3, 1),
        SparseModel.learn(roles, 3, 1), TreeLearner.learn(tellings, RARE, TreeLearner.Settings.FEW));
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
    return values(AnnotatedRow::field);
  }

  /** What the rows have in a column, each once, by the alphabet. */
  private List<String> values(Function<AnnotatedRow, String> column) {
    return windows.stream().flatMap(w -> w.bySentence().values().stream()).flatMap(s -> s.values().stream())
        .map(column).distinct().sorted().toList();
  }

  private TuningWindow tuning(Rows rows, List<List<String>> labels) {
    List<TuningWindow.Candidate> words = new ArrayList<>();
    for (Window.Read read : rows.window().sentences()) {
      Map<Integer, AnnotatedRow> here = rows.bySentence().get(read.sentence().number());
      for (Word word : Predicates.of(read.sentence())) {
        Place place = Place.of(read.sentence().graph(), word, read.pieces());
        AnnotatedRow told = here.get(word.index());
        words.add(
            told == null
                ? new TuningWindow.Candidate(
                    place, 0, TuningWindow.UNKNOWN, TuningWindow.UNKNOWN, TuningWindow.UNKNOWN, List.of())
                : told(read, rows.window().cast(), place, told, labels));
      }
    }
    return new TuningWindow(rows.window().ids(), words);
  }

  private TuningWindow.Candidate told(
      Window.Read read, Map<String, int[]> cast, Place place, AnnotatedRow row, List<List<String>> labels) {
    Set<String> open = new TreeSet<>(row.states());
    read.sentence().actors().forEach(m -> open.removeAll(m.states()));
    List<TuningWindow.Named> named = new ArrayList<>();
    for (Candidate candidate : named(read, cast.keySet())) {
      Naming naming = Naming.of(candidate, read.sentence(), read.pieces(), read.before(), cast);
      named.add(new TuningWindow.Named(naming, row.has(candidate)));
    }
    return new TuningWindow.Candidate(
        place,
        labels.get(0).indexOf(row.kind().className()),
        labels.get(1).indexOf(row.status().conceptName()),
        labels.get(FIELD).indexOf(row.field()),
        Math.min(2, open.size()),
        named);
  }

  /** Whoever a window names before the end of a sentence, or in its list. */
  private List<Candidate> named(Window.Read read, Collection<String> cast) {
    Map<Actor, List<ActorMention>> found = Candidate.named(read.sentence(), stateByCode);
    for (Window.Around around : read.before()) {
      Candidate.named(around.sentence(), stateByCode).keySet().forEach(a -> found.putIfAbsent(a, List.of()));
    }
    cast.stream().sorted().flatMap(code -> stateByCode.apply(code).stream())
        .forEach(a -> found.putIfAbsent(a, List.of()));
    return found.entrySet().stream().map(f -> new Candidate(f.getKey(), f.getValue())).toList();
  }
}
