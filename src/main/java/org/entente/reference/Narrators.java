package org.entente.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.entente.article.Block;
import org.entente.lexicon.Lexicon;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.ActorMention;
import org.entente.mention.Mention.Sense;
import org.entente.syntax.Word;
import org.entente.text.WordTable;

/**
 * For which state "we" speaks: in an op-ed or a note its author's, in an interview that of who answers, between quotation
 * marks that of who is quoted. A state that is named beside "us" is hardly ever our own; what tells is the office in the
 * headline or the introduction, who publishes the article, and the places where "we" are.
 */
public final class Narrators {

  private static final String TABLE = "narrator.tsv";

  /** Sentences that introduce who speaks. */
  private static final int OPENING = 3;

  /** Sentences in which a note on the author may stand. */
  private static final int CLOSING = 2;

  /** So many questions that stand alone make an interview. */
  private static final int INTERVIEW = 3;

  /** Characters; longer paragraphs that end in a question are not put to anybody. */
  private static final int LONGEST_QUESTION = 240;

  /** More mentions in one place say no more. */
  private static final int TWICE = 2;

  /** What is said of a state; the lines of the table, where the bound stands too. */
  private enum Sign {
    BOUND,
    WITH_US,
    PLACED_WITH_US,
    NEVER_WITH_US,
    SHARE,
    IMPRINT,
    MAIN,
    ONE_OF_TWO,
    TITLE_NAME,
    TITLE_OFFICE,
    TITLE_METONYM,
    TITLE_LOCATION,
    OPENING_NAME,
    OPENING_OFFICE,
    OPENING_METONYM,
    OPENING_DEMONYM,
    OPENING_LOCATION,
    CLOSING_NAME,
    CLOSING_METONYM;

    /** What a name of that sense is there; empty where it says nothing. */
    static Optional<Sign> of(Where where, Sense sense) {
      return Arrays.stream(values()).filter(s -> s.name().equals(where + "_" + sense)).findFirst();
    }
  }

  private enum Where {
    TITLE,
    OPENING,
    BODY,
    CLOSING
  }

  /** The words of one speaker, or of the article itself. */
  private record Voice(Optional<String> speaker) {}

  private static final Map<Sign, Double> WEIGHTS = weights();

  private final Lexicon lexicon;
  private final ArticleTopic topic;
  private final Function<String, List<String>> statesNamed;
  private final List<AnnotatedSentence> article;
  private final Map<Voice, List<AnnotatedSentence>> ours = new HashMap<>();
  private final Map<Voice, Optional<String>> known = new HashMap<>();
  /** By the number of a sentence, its words that stand between quotation marks. */
  private final Map<Integer, Set<Integer>> quoted = new HashMap<>();

  /**
   * @param article its sentences in order, their references not yet resolved
   * @param statesNamed the states that a speaker's label names
   */
  public Narrators(
      Collection<AnnotatedSentence> article, ArticleTopic topic, Lexicon lexicon,
      Function<String, List<String>> statesNamed) {
    this.article = List.copyOf(article);
    this.topic = topic;
    this.lexicon = lexicon;
    this.statesNamed = statesNamed;
    quotations();
    for (AnnotatedSentence sentence : this.article) {
      boolean us =
          sentence.graph().words().stream().anyMatch(w -> lexicon.isA(w.form(), "Us") && !isQuoted(sentence, w));
      if (us) {
        ours.computeIfAbsent(voice(sentence), v -> new ArrayList<>()).add(sentence);
      }
    }
  }

  private static Map<Sign, Double> weights() {
    Map<Sign, Double> weights = new EnumMap<>(Sign.class);
    WordTable.bundled(TABLE, 2).rows()
        .forEach(row -> weights.put(row.constant(0, Sign.class), Double.valueOf(row.cell(1))));
    return weights;
  }

  private static Voice voice(AnnotatedSentence sentence) {
    return new Voice(sentence.block().speaker());
  }

  private void quotations() {
    Block block = null;
    boolean open = false;
    for (AnnotatedSentence sentence : article) {
      open &= sentence.block().equals(block);
      block = sentence.block();
      for (Word word : sentence.graph().words()) {
        if (lexicon.isA(word.form(), "QuotationMark")) {
          open = lexicon.isA(word.form(), "OpeningQuotationMark")
              || !open && !lexicon.isA(word.form(), "ClosingQuotationMark");
        } else if (open) {
          quoted.computeIfAbsent(sentence.number(), n -> new HashSet<>()).add(word.index());
        }
      }
    }
  }

  /** Whether a word stands between quotation marks. */
  boolean isQuoted(AnnotatedSentence sentence, Word word) {
    return quoted.getOrDefault(sentence.number(), Set.of()).contains(word.index());
  }

  /** The state for which a sentence's voice says "we" outside of quotations; empty where that cannot be told. */
  Optional<String> of(AnnotatedSentence sentence) {
    return known.computeIfAbsent(voice(sentence), this::of);
  }

  private Optional<String> of(Voice voice) {
    List<String> labelled = voice.speaker().map(statesNamed).orElse(List.of());
    if (labelled.size() == 1) {
      return Optional.of(labelled.getFirst());
    }
    if (topic.speaksFor().isPresent() && voice.speaker().isEmpty()) {
      return topic.speaksFor();
    }
    Map<String, Map<Sign, Double>> signs = signs(ours.getOrDefault(voice, List.of()));
    return signs.keySet().stream()
        .max(Comparator.comparing((String state) -> score(signs.getOrDefault(state, Map.of())))
            .thenComparing(Comparator.reverseOrder()))
        .filter(state -> score(signs.getOrDefault(state, Map.of())) >= WEIGHTS.getOrDefault(Sign.BOUND, 0.));
  }

  private static double score(Map<Sign, Double> signs) {
    return signs.entrySet().stream().mapToDouble(s -> WEIGHTS.getOrDefault(s.getKey(), 0.) * s.getValue()).sum();
  }

  // ---- what is said of each state

  private Map<String, Map<Sign, Double>> signs(List<AnnotatedSentence> withUs) {
    Map<String, Map<Sign, Double>> signs = new TreeMap<>();
    Map<String, Integer> named = new HashMap<>();
    int prose = 0;
    for (AnnotatedSentence sentence : article) {
      boolean title = sentence.block().kind() == Block.Kind.TITLE;
      prose += title ? 0 : 1;
      boolean closing = sentence.number() > article.getLast().number() - CLOSING;
      Where where =
          title ? Where.TITLE : prose <= OPENING ? Where.OPENING : closing ? Where.CLOSING : Where.BODY;
      for (ActorMention mention : sentence.actors()) {
        for (String state : mention.states()) {
          named.merge(state, 1, Integer::sum);
          Map<Sign, Double> of = signs.computeIfAbsent(state, s -> new EnumMap<>(Sign.class));
          Sign.of(where, mention.sense()).ifPresent(sign -> of.merge(sign, 1., (a, b) -> Math.min(TWICE, a + b)));
        }
      }
    }
    int most = named.values().stream().mapToInt(Integer::intValue).max().orElse(1);
    signs.forEach((state, of) -> of.put(Sign.SHARE, (double) named.getOrDefault(state, 0) / most));
    beside(withUs, signs);
    Sign main = topic.main().size() == 1 ? Sign.MAIN : Sign.ONE_OF_TWO;
    topic.main().forEach(state -> signs.computeIfAbsent(state, s -> new EnumMap<>(Sign.class)).put(main, 1.));
    topic.imprint().stream().limit(1).filter(publisher -> !answersFromAbroad(publisher, signs))
        .forEach(state -> signs.computeIfAbsent(state, s -> new EnumMap<>(Sign.class)).put(Sign.IMPRINT, 1.));
    return signs;
  }

  /** Who publishes an interview is not who answers in it, where that is another state's ambassador or minister. */
  private boolean answersFromAbroad(String publisher, Map<String, Map<Sign, Double>> signs) {
    return isInterview() && signs.entrySet().stream().filter(of -> !of.getKey().equals(publisher))
        .anyMatch(of -> of.getValue().containsKey(Sign.OPENING_OFFICE) || of.getValue().containsKey(Sign.TITLE_OFFICE));
  }

  /** Whether questions stand alone between the answers. */
  private boolean isInterview() {
    Map<Block, Boolean> asked = new LinkedHashMap<>();
    article.forEach(s -> asked.put(s.block(), s.graph().question()));
    return asked.entrySet().stream()
        .filter(of -> of.getValue() && of.getKey().end() - of.getKey().start() <= LONGEST_QUESTION)
        .count() >= INTERVIEW;
  }

  /** Which states are named beside "us", as others or as where something is. */
  private static void beside(List<AnnotatedSentence> withUs, Map<String, Map<Sign, Double>> signs) {
    Map<String, Integer> others = new HashMap<>();
    Map<String, Integer> places = new HashMap<>();
    for (AnnotatedSentence sentence : withUs) {
      Set<String> here = new TreeSet<>();
      Set<String> where = new TreeSet<>();
      sentence.actors().forEach(m -> (m.sense() == Sense.LOCATION ? where : here).addAll(m.states()));
      here.forEach(s -> others.merge(s, 1, Integer::sum));
      where.forEach(s -> places.merge(s, 1, Integer::sum));
    }
    double all = Math.max(1, withUs.size());
    signs.forEach((state, of) -> {
      of.put(Sign.WITH_US, others.getOrDefault(state, 0) / all);
      of.put(Sign.PLACED_WITH_US, places.getOrDefault(state, 0) / all);
      of.put(Sign.NEVER_WITH_US, others.containsKey(state) ? 0. : 1.);
    });
  }
}
