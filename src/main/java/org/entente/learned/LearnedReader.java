package org.entente.learned;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.entente.actor.Actor;
import org.entente.argument.Ground;
import org.entente.argument.Participants;
import org.entente.event.DateSide;
import org.entente.mention.AnnotatedSentence;
import org.entente.reference.ArticleTopic;
import org.entente.reference.Discourse;
import org.entente.syntax.Word;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Role;

/**
 * Asks a learned model about the words of an article. Safe to use from several threads; an {@link ArticleReading} is
 * for one.
 */
public final class LearnedReader {

  /** Less likely words are not asked about. */
  private static final double HARDLY = .03;

  private final LearnedModel model;
  private final WordPieces pieces;
  private final Encoder encoder;
  private final Function<String, Optional<Actor>> stateByCode;
  private final Witness witness;
  private final Timekeeper timekeeper;

  public LearnedReader(LearnedModel model, Function<String, Optional<Actor>> stateByCode) {
    this(model, LearnedModel.wordPieces(), model.tunedEncoder(), stateByCode, (sentence, tellings, features) -> {},
        Timekeeper.NONE);
  }

  private LearnedReader(
      LearnedModel model, WordPieces pieces, Encoder encoder, Function<String, Optional<Actor>> stateByCode,
      Witness witness, Timekeeper timekeeper) {
    this.model = model;
    this.pieces = pieces;
    this.encoder = encoder;
    this.stateByCode = stateByCode;
    this.witness = witness;
    this.timekeeper = timekeeper;
  }

  /** Is shown what sentences are taken to tell, to learn from it. */
  public interface Witness {

    /** @param features of each of what the sentence is taken to tell */
    void see(AnnotatedSentence sentence, List<Telling> tellings, List<Map<String, Float>> features);
  }

  /** The same reader, where somebody watches. */
  public LearnedReader watchedBy(Witness other) {
    return new LearnedReader(model, pieces, encoder, stateByCode, other, timekeeper);
  }

  /** Parts of the work that take time. */
  public enum Part {
    /** To see words in their surroundings. */
    ENCODE,
    /** To weigh what they may tell. */
    WEIGH
  }

  /** Does the parts of the work, and may time them; one part may be done in the midst of another. */
  public interface Timekeeper {

    Timekeeper NONE = new Timekeeper() {
      @Override
      public <T> T time(Part part, Supplier<T> work) {
        return work.get();
      }
    };

    <T> T time(Part part, Supplier<T> work);
  }

  /** The same reader, where somebody looks at the clock. */
  public LearnedReader timedBy(Timekeeper other) {
    return new LearnedReader(model, pieces, encoder, stateByCode, witness, other);
  }

  /**
   * Whether a word may tell of something at all.
   *
   * @param byRule whether it does for the rules
   */
  public static boolean isWorthAsking(Guess guess, boolean byRule) {
    return guess.probability() >= HARDLY || byRule;
  }

  /**
   * Gets ready to be asked about an article.
   *
   * @param issued when it was published
   */
  public ArticleReading begin(List<AnnotatedSentence> sentences, ArticleTopic topic, Optional<LocalDate> issued) {
    Cast cast = new Cast(sentences, topic);
    Encodings encodings = new Encodings(
        texts -> timekeeper.time(Part.ENCODE, () -> encoder.encode(texts)),
        Window.of(sentences, cast.listed(stateByCode), pieces));
    return new ArticleReading(encodings, cast, new DatesBefore(sentences), new DateSide(issued));
  }

  /** How likely a hypothesis is right: states and kind. */
  public record Judged(Hypothesis hypothesis, double probability) {}

  /** One article, asked about its sentences in order. */
  public final class ArticleReading {

    /** A word as likely as this tells of something. */
    private static final double LIKELY = .5;

    /** What is as likely as this is remembered as told. */
    private static final double TOLD = .35;

    private final Encodings encodings;
    private final Cast cast;
    private final DatesBefore dates;
    private final DateSide side;
    private final Map<String, Double> homes = new LinkedHashMap<>();
    /** The sentence that was asked about last, by its number. */
    private int lastAsked = -1;
    private List<Guess> guesses = List.of();
    /** The encoder's scores of who takes part in what that sentence tells; empty where it is not read as prose. */
    private Optional<PartyScores> scores = Optional.empty();
    /** How often the article seemed to tell of undertakings of just these states so far. */
    private final Map<Set<String>, Integer> told = new HashMap<>();
    /** The same for each field. */
    private final Map<String, Integer> fieldsTold = new HashMap<>();
    /** What it is taken to have told in sentences before. */
    private final List<TellingFeatures.Earlier> earlier = new ArrayList<>();

    ArticleReading(Encodings encodings, Cast cast, DatesBefore dates, DateSide side) {
      this.encodings = encodings;
      this.cast = cast;
      this.dates = dates;
      this.side = side;
      cast.states().forEach(s -> homes.put(s, model.home().probability(cast.features(s))));
    }

    /** Does a part of the work, under the eyes of whoever looks at the clock. */
    public <T> T timed(Part part, Supplier<T> work) {
      return timekeeper.time(part, work);
    }

    /** What it makes of each word of a sentence that may tell of an undertaking. */
    public List<Guess> guesses(AnnotatedSentence sentence) {
      if (lastAsked != sentence.number()) {
        lastAsked = sentence.number();
        Optional<Encodings.Encoded> asked = encodings.of(sentence);
        scores = asked.map(encoded -> new PartyScores(encoded, model.heads().get(4)));
        guesses = asked
            .map(encoded -> Predicates.of(sentence).stream().map(word -> guess(word, encoded)).toList())
            .orElse(List.of());
      }
      return guesses;
    }

    private Guess guess(Word word, Encodings.Encoded encoded) {
      float[] seen = encoded.place(word).vector(encoded.states());
      return new Guess(word, model.heads().get(0).probabilities(seen), new Guess.Asked(() -> details(seen)));
    }

    private Guess.Details details(float[] seen) {
      Head ofField = model.heads().get(2);
      double[] chances = ofField.probabilities(seen);
      Map<String, Double> fields = new HashMap<>();
      for (int i = 0; i < chances.length; i++) {
        fields.put(ofField.labels().get(i), chances[i]);
      }
      return new Guess.Details(
          model.heads().get(1).probabilities(seen), fields, model.heads().get(3).probabilities(seen));
    }

    /**
     * Who may take part in what a word tells, and how likely.
     *
     * @param byRule whom the rules take for parties; none where they do not read the word
     */
    List<Chance> parties(AnnotatedSentence sentence, Guess guess, Discourse discourse, Participants byRule) {
      List<Candidate> candidates = candidates(sentence, discourse);
      PartyFeatures features = features(sentence, guess, discourse, byRule, candidates);
      double[] likely =
          model.party().probabilities(IntStream.range(0, candidates.size()).mapToObj(features::of).toList());
      return IntStream.range(0, likely.length).mapToObj(i -> new Chance(candidates.get(i), likely[i])).toList();
    }

    /**
     * What a word may tell of, the likeliest first.
     *
     * @param byRule what the rules made of it
     * @param bystanders who takes no part for sure
     */
    public List<Judged> judged(
        AnnotatedSentence sentence, Guess guess, Discourse discourse, ByRule byRule, Set<Actor> bystanders) {
      Map<Hypothesis, Map<String, Float>> features = hypotheses(sentence, guess, discourse, byRule, bystanders);
      List<Hypothesis> hypotheses = List.copyOf(features.keySet());
      double[] likely = model.judge().probabilities(List.copyOf(features.values()));
      return IntStream.range(0, likely.length).mapToObj(i -> new Judged(hypotheses.get(i), likely[i]))
          .sorted(Comparator.comparingDouble((Judged j) -> -j.probability())).toList();
    }

    /** What a word may tell of, with what tells whether it does. */
    Map<Hypothesis, Map<String, Float>> hypotheses(
        AnnotatedSentence sentence, Guess guess, Discourse discourse, ByRule byRule, Set<Actor> bystanders) {
      List<Chance> chances = parties(sentence, guess, discourse, byRule.participants()).stream()
          .filter(c -> !bystanders.contains(c.candidate().actor())).toList();
      List<Set<String>> before = discourse.lastEvents();
      List<Collection<String>> sets = new ArrayList<>(before);
      sets.add(discourse.topic().main());
      sets.add(discourse.topic().dyad());
      sets.addAll(cast.groups());
      List<Hypothesis> hypotheses = Hypothesis.of(guess, chances, byRule, sets);
      HypothesisFeatures features =
          new HypothesisFeatures(
              sentence, guess, guesses(sentence), chances, byRule,
              new HypothesisFeatures.Earlier(before, told, cast.groups(), discourse.topic()), homes, hypotheses);
      Map<Hypothesis, Map<String, Float>> all = new LinkedHashMap<>();
      hypotheses.forEach(h -> all.put(h, features.of(h)));
      if (guess.probability() >= LIKELY) {
        Set<String> usual = Hypothesis.usual(chances);
        told.merge(usual, 1, Integer::sum);
        fieldsTold.merge(guess.likelyFields().getFirst(), 1, Integer::sum);
        byRule.date().filter(d -> d.interval().isPresent()).ifPresent(d -> dates.tell(d, sentence));
        if (byRule.told().isEmpty()) {
          discourse.event(usual, sentence);
        }
      }
      return all;
    }

    /**
     * How likely each of what a sentence is taken to tell is right and not told by another of its words, or before. Ask
     * once for each sentence.
     */
    public List<Double> weighed(AnnotatedSentence sentence, List<Telling> tellings) {
      TellingFeatures features = new TellingFeatures(sentence, tellings, earlier);
      List<Map<String, Float>> all = tellings.stream().map(features::of).toList();
      witness.see(sentence, tellings, all);
      tellings.stream().filter(t -> t.likelihood() >= TOLD)
          .forEach(t -> earlier.add(new TellingFeatures.Earlier(sentence.number(), t)));
      return model.own().isEmpty() ? tellings.stream().map(Telling::likelihood).toList()
          : Arrays.stream(model.own().probabilities(all)).boxed().toList();
    }

    /** Local name of the likeliest field, if the word tells of something. Ask before its hypotheses are judged. */
    public String field(Guess guess, ByRule byRule) {
      FieldFeatures features = fieldFeatures(guess, byRule);
      List<String> fields = List.copyOf(features.candidates());
      double[] likely = model.field().probabilities(fields.stream().map(features::of).toList());
      int best =
          IntStream.range(0, likely.length).boxed().max(Comparator.comparingDouble(i -> likely[i])).orElseThrow();
      return fields.get(best);
    }

    /** The likeliest date, if the word tells of something. Ask before its hypotheses are judged. */
    public Optional<Dating> date(AnnotatedSentence sentence, Guess guess, ByRule byRule) {
      DateFeatures features = dateFeatures(sentence, guess, byRule);
      return features.candidates().stream()
          .max(Comparator.comparingDouble(date -> model.date().score(features.of(date)))).orElseThrow();
    }

    DateFeatures dateFeatures(AnnotatedSentence sentence, Guess guess, ByRule byRule) {
      return new DateFeatures(sentence, guess, byRule.date(), dates, side);
    }

    /**
     * What states and bodies do in what a word tells.
     *
     * @param actors all who take part
     */
    public Map<Actor, Role> roles(
        AnnotatedSentence sentence, Guess guess, Discourse discourse, Kind kind, Set<Actor> actors, ByRule byRule) {
      List<Candidate> parties =
          candidates(sentence, discourse).stream().filter(c -> actors.contains(c.actor())).toList();
      Participants rules = byRule.roles().of(kind, parties);
      if (rules.ground() == Ground.FRAME && RoleChoice.isDecided(parties, rules.roles())) {
        Map<Actor, Role> decided = new LinkedHashMap<>();
        parties.forEach(p -> decided.put(p.actor(), rules.roles().get(p.actor())));
        return decided;
      }
      RoleFeatures features = new RoleFeatures(sentence, guess, kind, parties, rules.roles());
      List<Role> known = Arrays.stream(Role.values())
          .filter(role -> model.role().weights().containsKey(RoleFeatures.seen(kind, role))).toList();
      return RoleChoice.of(
          Candidate.coordinated(parties, sentence), known,
          (party, role) -> model.role().score(features.of(party, role)));
    }

    RoleFeatures roleFeatures(
        AnnotatedSentence sentence, Guess guess, Kind kind, List<Candidate> parties, ByRule byRule) {
      return new RoleFeatures(sentence, guess, kind, parties, byRule.roles().of(kind, parties).roles());
    }

    FieldFeatures fieldFeatures(Guess guess, ByRule byRule) {
      return new FieldFeatures(guess, byRule.fields(), fieldsTold);
    }

    List<Candidate> candidates(AnnotatedSentence sentence, Discourse discourse) {
      return Candidate.of(sentence, discourse, cast, stateByCode);
    }

    PartyFeatures features(
        AnnotatedSentence sentence, Guess guess, Discourse discourse, Participants byRule,
        List<Candidate> candidates) {
      List<Guess> others = guesses(sentence);
      List<Double> here = marks(guess, candidates);
      List<Double> elsewhere = List.of();
      for (Guess other : others) {
        if (other.word().index() != guess.word().index() && other.probability() >= LIKELY) {
          elsewhere = greater(elsewhere, marks(other, candidates));
        }
      }
      return new PartyFeatures(sentence, guess, discourse, byRule, homes, candidates, here, elsewhere);
    }

    /** For each candidate the encoder's score that it takes part in what a word tells. */
    private List<Double> marks(Guess guess, List<Candidate> candidates) {
      PartyScores known = scores.orElseThrow();
      return candidates.stream().map(c -> known.score(guess.word(), c)).toList();
    }

    private static List<Double> greater(List<Double> one, List<Double> other) {
      return one.isEmpty() ? other
          : IntStream.range(0, one.size()).mapToObj(i -> Math.max(one.get(i), other.get(i))).toList();
    }
  }
}
