package org.entente.learned;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.entente.learned.LearnedReader.Chance;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.Sense;
import org.entente.undertaking.Status;

/**
 * From what one can tell whether a hypothesis is right: what the encoder makes of the word, who is likely for himself,
 * what the rules say, and whether just these did something together before.
 */
final class HypothesisFeatures {

  /** From here on another word of the sentence may tell of the same thing. */
  private static final double RIVAL = .3;

  private final Guess guess;
  private final int rank;
  private final boolean belongs;
  private final boolean sameKind;
  private final List<Chance> chances;
  private final ByRule byRule;
  private final Set<String> named = new TreeSet<>();
  private final Collection<? extends Collection<String>> before;
  private final Map<Set<String>, Integer> told;
  private final int allTold;
  private final Map<String, Double> homes;
  private final List<Double> likelihoods;

  /**
   * @param others what the encoder makes of all words of the sentence
   * @param before the states of the undertakings told before, the latest first
   * @param told how often the article seemed to tell of undertakings of just these states so far
   * @param homes how likely the article is about each of its states
   */
  HypothesisFeatures(
      AnnotatedSentence sentence, Guess guess, List<Guess> others, List<Chance> chances, ByRule byRule,
      Collection<? extends Collection<String>> before, Map<Set<String>, Integer> told, Map<String, Double> homes,
      List<Hypothesis> hypotheses) {
    this.guess = guess;
    List<Guess> likelier = others.stream().filter(g -> g.probability() > guess.probability()).toList();
    this.rank = Math.min(3, likelier.size());
    this.belongs = likelier.stream().anyMatch(
        g -> g.word().index() == guess.word().head() || g.word().head() == guess.word().index());
    this.sameKind = likelier.stream().anyMatch(g -> g.kind() == guess.kind() && g.probability() > RIVAL);
    this.chances = chances;
    this.byRule = byRule;
    this.before = before;
    this.told = told;
    this.homes = homes;
    sentence.actors().stream().filter(m -> m.sense() != Sense.LOCATION).forEach(m -> named.addAll(m.states()));
    allTold = told.values().stream().mapToInt(Integer::intValue).sum();
    likelihoods = hypotheses.stream().map(this::likelihood).toList();
  }

  Map<String, Float> of(Hypothesis hypothesis) {
    Map<String, Float> f = new LinkedHashMap<>();
    String event = bin(SparseModel.logit(guess.probability()), 1);
    f.put("event" + event, 1f);
    f.put("event", (float) SparseModel.logit(guess.probability()));
    f.put("word " + rank + (belongs ? " belongs" : ""), 1f);
    f.put("word " + rank + (belongs ? " belongs" : "") + event, 1f);
    f.put(sameKind ? "rival" : "no rival", 1f);
    f.put("kind " + hypothesis.kind(), 1f);
    f.put("kind likely" + bin(SparseModel.logit(guess.probability(hypothesis.kind())), 1), 1f);
    f.put("kind likely", (float) SparseModel.logit(guess.probability(hypothesis.kind())));
    f.put("status " + group(), 1f);
    f.put("status " + group() + event, 1f);
    parties(hypothesis, f);
    rules(hypothesis, event, f);
    context(hypothesis, f);
    return f;
  }

  private Status.Group group() {
    return guess.status().group();
  }

  private void parties(Hypothesis hypothesis, Map<String, Float> f) {
    Set<String> states = hypothesis.states();
    double likelihood = likelihood(hypothesis);
    f.put("parties", (float) Math.max(-8, likelihood));
    f.put("parties" + bin(likelihood, .5), 1f);
    f.put("place " + Math.min(4, likelihoods.stream().filter(l -> l > likelihood).count()), 1f);
    String size = Math.min(states.size(), 5) + (hypothesis.hasBody() ? " and body" : "");
    f.put("size " + size, 1f);
    f.put("size " + size + " " + hypothesis.kind(), 1f);
    long here = states.stream().filter(named::contains).count();
    long others = named.size() - here;
    String share = Math.min(here, 4) + " of " + Math.min(states.size(), 4);
    f.put("named " + share, 1f);
    f.put("named " + share + " missing " + missing(), 1f);
    f.put("left out " + Math.min(others, 3) + " named " + share, 1f);
  }

  private String missing() {
    double[] m = guess.missing();
    int best = m[0] >= m[1] && m[0] >= m[2] ? 0 : m[1] >= m[2] ? 1 : 2;
    return best + (m[best] > .8 ? " sure" : "");
  }

  private void rules(Hypothesis hypothesis, String event, Map<String, Float> f) {
    boolean sameStates = byRule.participants().states().equals(hypothesis.states());
    String view = "rules silent";
    if (byRule.told().isPresent()) {
      boolean sameKind = byRule.told().get() == hypothesis.kind();
      view = "rules " + (sameKind ? "same kind " : "other kind ") + (sameStates ? "same states " : "other states ")
          + byRule.participants().ground();
    } else if (byRule.participants().complete()) {
      view = "rules doubt " + (sameStates ? "same states" : "other states");
    }
    f.put(view, 1f);
    f.put(view + event, 1f);
  }

  private void context(Hypothesis hypothesis, Map<String, Float> f) {
    Set<String> states = hypothesis.states();
    String implicit = named.containsAll(states) ? "named" : "implicit";
    int ago = 0;
    for (Collection<String> earlier : before) {
      if (new TreeSet<>(earlier).equals(states)) {
        break;
      }
      ago++;
    }
    String last = ago >= before.size() ? "never" : String.valueOf(Math.min(ago, 3));
    f.put("told before " + last + " " + implicit, 1f);
    double share = allTold == 0 ? -1 : (double) told.getOrDefault(states, 0) / allTold;
    f.put("share " + (share < 0 ? "first" : String.valueOf((int) Math.ceil(share * 4))) + " " + implicit, 1f);
    double home = states.stream().mapToDouble(s -> homes.getOrDefault(s, 0.)).max().orElse(0);
    double least = states.stream().mapToDouble(s -> homes.getOrDefault(s, 0.)).min().orElse(0);
    f.put("home" + bin(SparseModel.logit(home), 1) + " " + implicit, 1f);
    f.put("least home" + bin(SparseModel.logit(least), 1) + " " + implicit, 1f);
  }

  /** The logarithm of how likely these states and no others take part, each taken for himself. */
  private double likelihood(Hypothesis hypothesis) {
    Set<String> states = hypothesis.states();
    double sum = 0;
    for (Chance c : chances) {
      if (!c.candidate().isBody()) {
        boolean in = states.contains(Hypothesis.code(c.candidate()));
        sum += Math.log(Math.max(1e-4, in ? c.probability() : 1 - c.probability()));
      }
    }
    return sum;
  }

  private static String bin(double value, double step) {
    return " " + (int) Math.max(-8, Math.min(6, Math.floor(value / step)));
  }
}
