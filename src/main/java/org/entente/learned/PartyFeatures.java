package org.entente.learned;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.entente.argument.Participants;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.ActorMention;
import org.entente.mention.Mention.Sense;
import org.entente.reference.Discourse;

/**
 * From what one can tell whether somebody takes part in what a word tells: how the sentence names him and what the
 * encoder makes of it; where it does not, how the article spoke of him before, and whether somebody is missing.
 */
final class PartyFeatures {

  /** So many of the likeliest states each is compared with. */
  private static final int COMPARED = 3;

  /** The score of a state that is not there. */
  private static final double NOBODY = -8;

  private final AnnotatedSentence sentence;
  private final Guess guess;
  private final Discourse discourse;
  private final Participants byRule;
  private final Map<String, Double> homes;
  private final List<Candidate> candidates;
  private final List<Double> marks;
  private final List<Double> elsewhere;
  private final int likely;
  /** Scores of the states that the sentence names, of those that it does not, and of all, the greatest first. */
  private final List<Double> marksHere;
  private final List<Double> marksOut;
  private final List<Double> marksOfStates;
  private final double firstHome;
  private final List<String> recent;

  /**
   * @param byRule whom the rules take for parties; none where they do not read the word
   * @param homes how likely the article is about each of its states
   * @param marks for each candidate the encoder's score that it takes part
   * @param elsewhere for each candidate the best such score with another word of the sentence that tells of something;
   *     empty where no other does
   */
  PartyFeatures(
      AnnotatedSentence sentence, Guess guess, Discourse discourse, Participants byRule, Map<String, Double> homes,
      List<Candidate> candidates, List<Double> marks, List<Double> elsewhere) {
    this.sentence = sentence;
    this.guess = guess;
    this.discourse = discourse;
    this.byRule = byRule;
    this.homes = homes;
    this.candidates = candidates;
    this.marks = marks;
    this.elsewhere = elsewhere;
    this.likely = (int) here().filter(i -> marks.get(i) > 0).count();
    this.marksHere = ranked(true, false);
    this.marksOut = ranked(false, true);
    this.marksOfStates = ranked(true, true);
    this.firstHome = homes.values().stream().mapToDouble(Double::doubleValue).max().orElse(-1);
    this.recent = discourse.recent();
  }

  private List<Double> ranked(boolean named, boolean unnamed) {
    return IntStream.range(0, candidates.size()).filter(i -> !candidates.get(i).isBody())
        .filter(i -> candidates.get(i).mentions().isEmpty() ? unnamed : named)
        .mapToObj(marks::get).sorted(Comparator.reverseOrder()).toList();
  }

  Map<String, Float> of(int number) {
    Candidate candidate = candidates.get(number);
    Map<String, Float> f = new LinkedHashMap<>();
    String sort = candidate.isBody() ? "body " : "state ";
    f.put(sort, 1f);
    if (candidate.mentions().isEmpty()) {
      absent(candidate, marks.get(number), sort + "out ", f);
    } else {
      named(candidate, marks.get(number), sort, f);
    }
    if (!elsewhere.isEmpty()) {
      String here = candidate.mentions().isEmpty() ? "out " : "in ";
      f.put(sort + here + "ahead of elsewhere" + bin((marks.get(number) - elsewhere.get(number)) / 2), 1f);
      f.put(sort + here + "mark" + bin(marks.get(number)) + " elsewhere" + bin(elsewhere.get(number)), 1f);
    }
    published(candidate, sort, f);
    among(marks.get(number), f);
    if (!byRule.roles().isEmpty()) {
      boolean has = byRule.roles().containsKey(candidate.actor())
          || candidate.actor().state().filter(byRule.states()::contains).isPresent() && !candidate.isBody();
      String ground = byRule.complete() ? byRule.ground().name() : "incomplete";
      f.put(sort + "rule " + has + " " + ground + (candidate.mentions().isEmpty() ? " out" : ""), 1f);
    }
    return f;
  }

  private void named(Candidate candidate, double mark, String sort, Map<String, Float> f) {
    f.put(sort + "mark", (float) Math.max(-3, Math.min(3, mark / 2)));
    f.put(sort + "mark" + bin(mark), 1f);
    int rank = (int) here().filter(i -> marks.get(i) > mark).count();
    f.put(sort + "place" + Math.min(rank, 3) + " of " + Math.min(likely, 3), 1f);
    home(candidate, sort + "in ", f);
    for (ActorMention m : candidate.mentions()) {
      f.put(sort + m.sense(), 1f);
      f.put(sort + m.sense() + " " + guess.kind(), 1f);
      f.put(sort + m.sense() + bin(mark), 1f);
      f.put(sort + Ways.between(sentence, m, guess.word()), 1f);
      int distance = sentence.headOf(m.span()).index() - guess.word().index();
      f.put(sort + (distance < 0 ? "before" : "behind") + (Math.abs(distance) > 8 ? " far" : ""), 1f);
    }
    f.put(sort + "times" + Math.min(3, candidate.mentions().size()), 1f);
    boolean onlyPlace = candidate.mentions().stream().allMatch(m -> m.sense() == Sense.LOCATION);
    if (onlyPlace) {
      f.put(sort + "place " + guess.kind() + Math.min(likely, 3), 1f);
    }
  }

  private void absent(Candidate candidate, double mark, String sort, Map<String, Float> f) {
    String missing = guess.missing()[0] > .7 ? "none" : guess.missing()[0] > .4 ? "perhaps" : "some";
    String open = missing + " " + Math.min(likely, 3);
    f.put(sort + open, 1f);
    f.put(sort + "missing", (float) (1 - guess.missing()[0]));
    f.put(sort + "missing two", (float) guess.missing()[2]);
    f.put(sort + "mark" + bin(mark) + " " + open, 1f);
    f.put(sort + "mark" + bin(mark), 1f);
    f.put(sort + "mark", (float) Math.max(-3, Math.min(3, mark / 2)));
    int rank =
        (int) IntStream.range(0, candidates.size())
            .filter(i -> candidates.get(i).mentions().isEmpty() && marks.get(i) > mark).count();
    f.put(sort + "place" + Math.min(rank, 3) + " " + open, 1f);
    if (candidate.isBody()) {
      return;
    }
    String code = candidate.actor().state().orElseThrow();
    home(candidate, sort, f);
    f.put(sort + "home " + bin(SparseModel.logit(homes.getOrDefault(code, 0.))) + " " + open, 1f);
    List<String> last = discourse.lastEvent(sentence);
    if (last.contains(code)) {
      f.put(sort + "last event " + Math.min(last.size(), 4) + " " + open, 1f);
    }
    if (discourse.lastSubject().contains(code)) {
      f.put(sort + "last subject " + open, 1f);
    }
    int ago = recent.indexOf(code);
    f.put(sort + "recent " + (ago < 0 ? "never" : Math.min(ago, 4)) + " " + open, 1f);
    if (discourse.topic().dyad().contains(code)) {
      f.put(sort + "dyad " + open, 1f);
    }
    boolean partner =
        strong().stream().anyMatch(s -> discourse.partnerOf(s).filter(code::equals).isPresent());
    if (partner) {
      f.put(sort + "partner " + open, 1f);
    }
  }

  /** Whether it is the state that the article speaks for, or that its imprint names. */
  private void published(Candidate candidate, String sort, Map<String, Float> f) {
    if (candidate.isBody()) {
      return;
    }
    String code = candidate.actor().state().orElseThrow();
    String open =
        (candidate.mentions().isEmpty() ? "out" : "in") + Math.min(likely, 3)
            + (guess.missing()[0] > .5 ? " none" : " some");
    if (discourse.topic().speaksFor().isPresent()) {
      f.put(sort + "speaks " + discourse.topic().speaksFor().get().equals(code) + " " + open, 1f);
    }
    int imprint = discourse.topic().imprint().indexOf(code);
    if (imprint >= 0) {
      f.put(sort + "imprint " + Math.min(1, imprint) + " " + open, 1f);
    }
  }

  /** The encoder's score beside those of the other states: who is the first, and how far ahead. */
  private void among(double mark, Map<String, Float> f) {
    f.put("score", (float) mark);
    f.put("event", (float) SparseModel.logit(guess.probability()));
    f.put("candidates", (float) candidates.size());
    f.put("ahead of it", (float) marksOfStates.stream().filter(m -> m > mark).count());
    for (int place = 0; place < COMPARED; place++) {
      f.put("behind " + place, (float) (mark - at(marksOfStates, place)));
      f.put("here " + place, (float) at(marksHere, place));
      f.put("out " + place, (float) at(marksOut, place));
    }
    f.put("likely here", (float) marksHere.stream().filter(m -> m > 0).count());
    f.put("likely out", (float) marksOut.stream().filter(m -> m > 0).count());
  }

  private static double at(List<Double> scores, int place) {
    return place < scores.size() ? scores.get(place) : NOBODY;
  }

  private List<String> strong() {
    return here().filter(i -> marks.get(i) > 0).mapToObj(candidates::get).filter(c -> !c.isBody())
        .flatMap(c -> c.actor().state().stream()).toList();
  }

  /** Numbers of the candidates that the sentence names. */
  private IntStream here() {
    return IntStream.range(0, candidates.size()).filter(i -> !candidates.get(i).mentions().isEmpty());
  }

  private void home(Candidate candidate, String sort, Map<String, Float> f) {
    Optional<Double> home =
        candidate.actor().state().map(s -> homes.getOrDefault(s, 0.)).filter(h -> !candidate.isBody());
    home.ifPresent(h -> f.put(sort + "home", h.floatValue()));
    home.filter(h -> h == firstHome)
        .ifPresent(h -> f.put(sort + "first home", 1f));
  }

  private static String bin(double score) {
    return " " + (int) Math.max(-4, Math.min(4, Math.floor(score)));
  }
}
