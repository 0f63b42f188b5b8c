package org.entente.learned;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.Sense;
import org.entente.reference.ArticleTopic;
import org.entente.text.Numerals;
import org.entente.undertaking.Status;

/**
 * From what one can tell whether a hypothesis is right: what the encoder makes of the word, who is likely for himself,
 * what the rules say, and whether just these did something together before. Trees ask about them, which find out by
 * themselves what counts beside what.
 */
final class HypothesisFeatures {

  /** From here on another word of the sentence may tell of the same thing. */
  private static final double RIVAL = .3;

  /** What is less likely than this makes no difference any more. */
  private static final float HARDLY = -12;

  private static final Numerals NUMERALS = Numerals.bundled();

  private final AnnotatedSentence sentence;
  private final Guess guess;
  private final List<Guess> likelier;
  private final List<Chance> chances;
  private final ByRule byRule;
  private final Set<String> named = new TreeSet<>();
  private final Set<Integer> counted;
  private final Earlier earlier;
  private final Map<String, Double> homes;
  /** By what states take part, the logarithm of how likely it is just these, each taken for himself. */
  private final Map<Set<String>, Double> likelihoods = new LinkedHashMap<>();
  /** What speaks for and against the states, whatever the kind. */
  private final Map<Set<String>, Map<String, Float>> ofStates = new HashMap<>();
  private final Map<String, Float> ofWord = new LinkedHashMap<>();

  /**
   * What the article told so far.
   *
   * @param last the states of the undertakings told before, the latest first
   * @param told how often it seemed to tell of undertakings of just these states
   * @param groups states that it names together
   * @param topic what it is about as a whole
   */
  record Earlier(
      List<? extends Collection<String>> last, Map<Set<String>, Integer> told, List<Set<String>> groups,
      ArticleTopic topic) {

    /** How many undertakings ago just these did something; as many as are remembered where they did not. */
    int ago(Set<String> states) {
      int ago = 0;
      while (ago < last.size() && !new TreeSet<>(last.get(ago)).equals(states)) {
        ago++;
      }
      return ago;
    }

    double share(Set<String> states) {
      int all = told.values().stream().mapToInt(Integer::intValue).sum();
      return all == 0 ? 0 : (double) told.getOrDefault(states, 0) / all;
    }
  }

  /**
   * @param others what the encoder makes of all words of the sentence
   * @param homes how likely the article is about each of its states
   */
  HypothesisFeatures(
      AnnotatedSentence sentence, Guess guess, List<Guess> others, List<Chance> chances, ByRule byRule,
      Earlier earlier, Map<String, Double> homes, List<Hypothesis> hypotheses) {
    this.sentence = sentence;
    this.guess = guess;
    this.likelier = others.stream().filter(g -> g.probability() > guess.probability()).toList();
    this.chances = chances;
    this.byRule = byRule;
    this.earlier = earlier;
    this.homes = homes;
    chances.stream().map(Chance::candidate)
        .filter(c -> !c.isBody() && c.mentions().stream().anyMatch(m -> m.sense() != Sense.LOCATION))
        .forEach(c -> named.add(Hypothesis.code(c)));
    counted = sentence.graph().words().stream().flatMap(w -> NUMERALS.cardinal(w.form()).stream())
        .collect(Collectors.toSet());
    hypotheses.forEach(h -> likelihoods.computeIfAbsent(h.states(), this::likelihood));
    word(ofWord);
  }

  Map<String, Float> of(Hypothesis hypothesis) {
    Map<String, Float> f = new LinkedHashMap<>(ofWord);
    f.put("kind " + hypothesis.kind(), 1f);
    f.put("kind likely", (float) SparseModel.logit(guess.probability(hypothesis.kind())));
    f.putAll(ofStates.computeIfAbsent(hypothesis.states(), this::ofStates));
    if (hypothesis.hasBody()) {
      f.put("with body", 1f);
    }
    rules(hypothesis, f);
    return f;
  }

  private Map<String, Float> ofStates(Set<String> states) {
    Map<String, Float> f = new LinkedHashMap<>();
    parties(states, f);
    context(states, f);
    return f;
  }

  private void word(Map<String, Float> f) {
    f.put("event", (float) SparseModel.logit(guess.probability()));
    double best = likelier.stream().mapToDouble(Guess::probability).max().orElse(guess.probability());
    f.put("event behind", (float) (SparseModel.logit(best) - SparseModel.logit(guess.probability())));
    f.put("words ahead", (float) likelier.size());
    f.put("words", (float) sentence.graph().words().size());
    f.put("at", (float) guess.word().index());
    f.put("block " + sentence.block().kind(), 1f);
    if (guess.word().isVerb()) {
      f.put("verb", 1f);
    }
    if (likelier.stream().anyMatch(this::belongs)) {
      f.put("belongs", 1f);
    }
    if (likelier.stream().anyMatch(g -> g.kind() == guess.kind() && g.probability() > RIVAL)) {
      f.put("rival", 1f);
    }
    for (Status.Group group : Status.Group.values()) {
      f.put("status " + group, (float) guess.probability(status -> status.group() == group));
    }
    for (int open = 0; open < guess.missing().length; open++) {
      f.put("missing " + open, (float) guess.missing()[open]);
    }
  }

  private boolean belongs(Guess other) {
    return other.word().index() == guess.word().head() || other.word().head() == guess.word().index();
  }

  private void parties(Set<String> states, Map<String, Float> f) {
    double likelihood = likelihoods.get(states);
    f.put("parties", (float) Math.max(HARDLY, likelihood));
    double best = likelihoods.entrySet().stream().filter(h -> !h.getKey().equals(states))
        .mapToDouble(Map.Entry::getValue).max().orElse(HARDLY);
    f.put("parties ahead", (float) Math.max(HARDLY, likelihood - best));
    f.put("place", (float) likelihoods.values().stream().filter(l -> l > likelihood).distinct().count());
    f.put("size", (float) states.size());
    f.put("least in", (float) chances.stream().filter(c -> isIn(c, states)).mapToDouble(Chance::probability).min()
        .orElse(0));
    f.put("most out", (float) chances.stream().filter(c -> !c.candidate().isBody() && !isIn(c, states))
        .mapToDouble(Chance::probability).max().orElse(0));
    f.put("body", (float) chances.stream().filter(c -> c.candidate().isBody()).mapToDouble(Chance::probability).max()
        .orElse(0));
    long here = states.stream().filter(named::contains).count();
    f.put("named", (float) here);
    f.put("unnamed", (float) (states.size() - here));
    f.put("left out", (float) (named.size() - here));
    if (counted.contains(states.size()) && states.size() > 2) {
      f.put("counted", 1f);
    }
  }

  private static boolean isIn(Chance chance, Set<String> states) {
    return !chance.candidate().isBody() && states.contains(Hypothesis.code(chance.candidate()));
  }

  private void rules(Hypothesis hypothesis, Map<String, Float> f) {
    boolean sameStates = byRule.participants().states().equals(hypothesis.states());
    byRule.told().ifPresent(kind -> {
      f.put(kind == hypothesis.kind() ? "rules same kind" : "rules other kind", 1f);
      f.put("rules " + byRule.participants().ground(), 1f);
    });
    if (byRule.told().isPresent() || byRule.participants().complete()) {
      f.put(sameStates ? "rules same states" : "rules other states", 1f);
    }
  }

  private void context(Set<String> states, Map<String, Float> f) {
    f.put("ago", (float) earlier.ago(states));
    f.put("share", (float) earlier.share(states));
    f.put("home", (float) states.stream().mapToDouble(s -> homes.getOrDefault(s, 0.)).max().orElse(0));
    f.put("least home", (float) states.stream().mapToDouble(s -> homes.getOrDefault(s, 0.)).min().orElse(0));
    earlier.topic().speaksFor()
        .ifPresent(speaks -> f.put(states.contains(speaks) ? "with who speaks" : "without who speaks", 1f));
    if (earlier.topic().imprint().stream().anyMatch(states::contains)) {
      f.put("with imprint", 1f);
    }
    if (earlier.groups().contains(states)) {
      f.put("group", 1f);
    }
  }

  /** The logarithm of how likely these states and no others take part, each taken for himself. */
  private double likelihood(Set<String> states) {
    return chances.stream().filter(c -> !c.candidate().isBody())
        .mapToDouble(c -> Math.log(Math.max(1e-4, isIn(c, states) ? c.probability() : 1 - c.probability()))).sum();
  }
}
