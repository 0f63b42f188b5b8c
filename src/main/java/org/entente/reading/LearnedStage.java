package org.entente.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.entente.actor.Actor;
import org.entente.argument.Ground;
import org.entente.argument.Participants;
import org.entente.event.EventMention;
import org.entente.factuality.Veridicality;
import org.entente.learned.ByRule;
import org.entente.learned.Dating;
import org.entente.learned.Guess;
import org.entente.learned.Hypothesis;
import org.entente.learned.LearnedReader;
import org.entente.learned.LearnedReader.Judged;
import org.entente.learned.Telling;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.DateMention;
import org.entente.merge.Finding;
import org.entente.reference.Discourse;
import org.entente.syntax.ClauseGraph;
import org.entente.syntax.Relation;
import org.entente.syntax.VerbForm.Tense;
import org.entente.syntax.Word;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Role;
import org.entente.undertaking.Status;

/**
 * Brings together what the rules found and what the learned reader sees: for each word the likeliest hypothesis is told,
 * if it is likely enough, whoever it comes from. Rules have the last word on whether something is asserted: what they
 * leave open or deny is never taken for something that happened, unless they only lack an entry for a word.
 */
final class LearnedStage implements SentenceStage {

  /** Less likely findings are not even weighed. */
  private static final double LEAST = .17;

  /** How likely a finding must be to be told. Chosen on the development articles, like the other figures here. */
  private static final double TOLD = .3;

  /** What the rules found stays unless another hypothesis is so many times as likely. */
  private static final double STAYS = 1.2;

  /** How likely it must be that something happened or goes on, to be told as such. */
  private static final double HOLDS = .9;

  /**
   * The same where the rules leave it open only because they know no entry for a word that governs it: of some 170 such in
   * articles that the encoder had not seen, two had not happened.
   */
  private static final double VOUCHED = .97;

  /** What the rules take for something that happened is told otherwise where it is as unlikely as this. */
  private static final double HARDLY_HOLDS = .2;

  private static final String LEARNED = "%s, learned: likelihood %.2f";
  private static final String DOUBTED = "left out: likelihood %.2f";

  private final LearnedReader.ArticleReading learned;
  private final boolean keepsRules;
  private final SentenceReader sentenceReader;
  private final Supposed supposed;
  private final StatusReader statuses;
  private final Deals deals = new Deals();

  /** @param keepsRules whether what the rules found stays */
  LearnedStage(
      LearnedReader.ArticleReading learned,
      boolean keepsRules,
      SentenceReader sentenceReader,
      Supposed supposed,
      StatusReader statuses) {
    this.learned = learned;
    this.keepsRules = keepsRules;
    this.sentenceReader = sentenceReader;
    this.supposed = supposed;
    this.statuses = statuses;
  }

  /**
   * A finding before it is weighed.
   *
   * @param rule what the rules made of its word
   * @param event what the learned reader takes the word for; empty for a finding of the rules
   */
  private record Weighed(Finding finding, Guess guess, Optional<EventReading> rule, Optional<EventMention> event) {

    Telling telling() {
      return new Telling(
          guess.word(), finding.kind(), finding.states(), finding.status(), finding.told().likelihood().orElseThrow(),
          guess.probability(), event.isEmpty(), finding.told().definite(), finding.details().when());
    }
  }

  @Override
  public List<Finding> findings(
      AnnotatedSentence sentence, List<EventReading> byRule, Discourse discourse, IntSupplier ids) {
    Map<Integer, EventReading> rules = new LinkedHashMap<>();
    byRule.forEach(e -> rules.put(e.event().word().index(), e));
    List<Weighed> weighed = new ArrayList<>();
    for (Guess seen : learned.guesses(sentence)) {
      Optional<EventReading> rule = Optional.ofNullable(rules.get(seen.word().index()));
      if (LearnedReader.isWorthAsking(seen, rule.flatMap(EventReading::finding).isPresent())) {
        Guess guess = inEntry(sentence, seen, rule);
        ByRule view = sentenceReader.byRule(sentence, guess.word().index(), byRule);
        String field = learned.field(guess, view);
        Optional<Dating> date = learned.date(sentence, guess, view);
        Set<Actor> bystanders =
            supposed.onlyTalkedAbout(supposed.event(sentence, guess.word(), guess.kind(), rule));
        List<Judged> judged = learned.judged(sentence, guess, discourse, view, bystanders);
        if (judged.isEmpty()) {
          continue;
        }
        rules.remove(guess.word().index());
        finding(sentence, guess, rule, judged, byRule, ids)
            .map(w -> new Weighed(
                dated(w.finding().about(field), date).as(roles(sentence, guess, discourse, w.finding(), judged, view)),
                guess, w.rule(), w.event()))
            .ifPresent(weighed::add);
      }
    }
    List<Finding> found = new ArrayList<>();
    told(sentence, weighed).forEach(f -> found.addAll(oneByOne(sentence, f, byRule)));
    if (keepsRules) {
      byRule.stream().filter(e -> !rules.containsKey(e.event().word().index()))
          .filter(e -> e.participants().ground() == Ground.FRAME && supposed.arguments().isLookedAt(e.event()))
          .forEach(e -> e.finding().ifPresent(f -> insist(f, found)));
      rules.values().forEach(e -> e.finding().ifPresent(found::add));
    }
    found.sort(Comparator.comparing(Finding::trigger));
    return found;
  }

  /**
   * Tells what the rules read off a noun of which somebody thinks something, where nothing is told of it, and that it is there,
   * where it seemed to have ended by what he thinks.
   */
  private static void insist(Finding byRule, List<Finding> found) {
    Optional<Finding> same = found.stream().filter(f -> what(f).equals(what(byRule))).findFirst();
    boolean taken = same.filter(f -> f.status() != Status.ENDED || !holds(byRule.status())).isPresent();
    if (!taken) {
      found.removeAll(same.stream().toList());
      found.add(byRule.likely(same.map(f -> f.told().likelihood().orElse(TOLD)).orElse(TOLD)));
    }
  }

  /**
   * "signed an agreement on fisheries and a memorandum on tourism": one word tells of as many documents as are coordinated
   * under it.
   */
  private List<Finding> oneByOne(AnnotatedSentence sentence, Finding told, List<EventReading> byRule) {
    List<EventReading> documents = Documents.under(sentence, told, byRule);
    if (!keepsRules || documents.size() < 2) {
      return List.of(told);
    }
    return documents.stream().flatMap(d -> d.finding().stream())
        .map(f -> f.as(told.participants().roles()).dated(told.details().when(), told.details().dateText())
            .likely(told.told().likelihood().orElseThrow()))
        .toList();
  }

  private Map<Actor, Role> roles(
      AnnotatedSentence sentence, Guess guess, Discourse discourse, Finding finding, List<Judged> judged, ByRule view) {
    Map<Actor, Role> chosen = learned.roles(
        sentence, guess, discourse, finding.kind(), finding.participants().roles().keySet(), view);
    return judged.stream().map(Judged::hypothesis).filter(h -> isMeant(finding, h)).findFirst()
        .map(h -> deals.roles(h, view.roles().of(Kind.TRANSFER, h.parties()).roles(), chosen)).orElse(chosen);
  }

  /** An entry of a chronology tells in the present tense what happened on its day: no plan, nor a habit. */
  private Guess inEntry(AnnotatedSentence sentence, Guess guess, Optional<EventReading> rule) {
    boolean present = guess.status() == Status.PLANNED || guess.status() == Status.ONGOING;
    // "they agree to build" is a plan on that day as well.
    boolean ofMore = sentence.graph().child(guess.word(), Relation.XCOMP, Relation.CCOMP).isPresent();
    if (!present || ofMore || sentence.heading().isEmpty()) {
      return guess;
    }
    EventMention event = supposed.event(sentence, guess.word(), guess.kind(), rule);
    return Optional.of(event).filter(e -> e.veridicality() == Veridicality.FACT)
        .filter(e -> e.factuality().finite().filter(f -> f.tense() == Tense.PRESENT).isPresent())
        .flatMap(statuses::read).filter(s -> s.group() == Status.Group.DONE).map(guess::standing).orElse(guess);
  }

  /**
   * What is likely enough beside the rest. Words that tell of the same kind between the same states share what speaks for
   * it: their likelihoods together are how many such undertakings the sentence tells of. So many of them are told, the
   * likeliest first, and take up what the others say.
   */
  private List<Finding> told(AnnotatedSentence sentence, List<Weighed> weighed) {
    List<Double> likelihoods = learned.weighed(sentence, weighed.stream().map(Weighed::telling).toList());
    Map<List<Object>, List<Integer>> alike = new LinkedHashMap<>();
    IntStream.range(0, weighed.size()).boxed()
        .sorted(Comparator.comparing(i -> -likelihoods.get(i)))
        .forEach(i -> alike.computeIfAbsent(what(weighed.get(i).finding()), x -> new ArrayList<>()).add(i));
    List<Finding> all = new ArrayList<>();
    for (List<Integer> same : alike.values()) {
      double left = same.stream().mapToDouble(likelihoods::get).sum();
      List<Finding> told = new ArrayList<>();
      for (int i : same) {
        Finding finding = weighed.get(i).finding();
        double likelihood = Math.min(1, left);
        boolean enough = likelihood >= TOLD;
        note(weighed.get(i), enough ? likelihood : likelihoods.get(i), enough);
        if (enough) {
          told.add(finding.likely(likelihood));
          left--;
        } else if (!told.isEmpty()) {
          told.set(0, told.getFirst().absorbing(finding));
        }
      }
      all.addAll(told);
    }
    return all;
  }

  private static List<Object> what(Finding finding) {
    return List.of(finding.kind(), finding.states());
  }

  private void note(Weighed weighed, double likelihood, boolean told) {
    Finding finding = weighed.finding();
    if (weighed.event().isPresent() && told) {
      sentenceReader.note(weighed.event().get(), finding.participants(),
          String.format(Locale.ROOT, LEARNED, finding.status().conceptName(), likelihood));
    } else if (weighed.event().isEmpty() && !told) {
      // The rules' own note says that they told it.
      EventReading rule = weighed.rule().orElseThrow();
      sentenceReader.note(rule.event(), rule.participants(), String.format(Locale.ROOT, DOUBTED, likelihood));
    }
  }

  private static Finding dated(Finding finding, Optional<Dating> date) {
    return finding.dated(date.map(Dating::days), date.flatMap(Dating::words).map(DateMention::text));
  }

  /**
   * The likelier of what the rules found and what the learned reader sees, if either is likely enough to be weighed.
   *
   * @param judged not empty
   */
  private Optional<Weighed> finding(
      AnnotatedSentence sentence, Guess guess, Optional<EventReading> rule, List<Judged> judged,
      List<EventReading> byRule, IntSupplier ids) {
    Optional<Weighed> kept =
        rule.flatMap(EventReading::finding).filter(f -> keepsRules).map(f -> sobered(f, rule.orElseThrow(), guess))
            .flatMap(f -> found(f, judged)).map(f -> new Weighed(f, guess, rule, Optional.empty()));
    Judged best = judged.getFirst();
    boolean stays =
        kept.filter(k -> STAYS * k.finding().told().likelihood().orElseThrow() >= best.probability()).isPresent();
    return stays ? kept : seen(sentence, guess, rule, best, byRule, ids).or(() -> kept);
  }

  /** The rules' finding; as not yet done, or ended, where that is what the learned reader is sure of. */
  private Finding sobered(Finding finding, EventReading rule, Guess guess) {
    boolean holds = !holds(finding.status()) || guess.probability(LearnedStage::holds) > HARDLY_HOLDS;
    return holds ? finding
        : sentenceReader.describe(
            rule.event(), finding.kind(), rule.participants(), guess.status(), finding.id());
  }

  /** What the rules found, with how likely that is. */
  private static Optional<Finding> found(Finding finding, List<Judged> judged) {
    return judged.stream().filter(j -> isMeant(finding, j.hypothesis())).filter(j -> j.probability() >= LEAST)
        .findFirst().map(j -> finding.likely(j.probability()));
  }

  private static boolean isMeant(Finding finding, Hypothesis hypothesis) {
    return finding.kind() == hypothesis.kind() && finding.states().equals(hypothesis.states());
  }

  private Optional<Weighed> seen(
      AnnotatedSentence sentence, Guess guess, Optional<EventReading> rule, Judged best, List<EventReading> byRule,
      IntSupplier ids) {
    Kind kind = best.hypothesis().kind();
    EventMention event = supposed.event(sentence, guess.word(), kind, rule);
    Optional<Status> status = status(event, guess)
        .map(s -> rule.isPresent() || !holds(s) ? s : ofObject(event, kind, byRule).orElse(s));
    boolean against = status.filter(s -> !holds(s) && s != Status.ENDED).isPresent()
        && isAdvisedAgainst(sentence, guess.word(), kind, byRule);
    boolean open = status.filter(LearnedStage::holds).isPresent() && leavesObjectOpen(event, kind, byRule);
    if (status.isEmpty() || against || open || sentenceReader.tellsNothing(event) || best.probability() < LEAST) {
      return Optional.empty();
    }
    Participants participants = supposed.participants(event, best.hypothesis().parties());
    Finding finding = sentenceReader.describe(event, kind, participants, status.get(), ids.getAsInt());
    boolean onlyTopics = participants.complete() && !finding.participants().complete();
    return Optional.of(finding).filter(f -> !f.told().asked() && !onlyTopics)
        .map(f -> new Weighed(f.likely(best.probability()), guess, rule, Optional.of(event)));
  }

  /** "would be <i>unwise</i> to sell", "is ill <i>advised</i> to sell": what a word governs is not to be, by the rules. */
  private static boolean isAdvisedAgainst(AnnotatedSentence sentence, Word word, Kind kind, List<EventReading> byRule) {
    ClauseGraph graph = sentence.graph();
    int over = word.is(Relation.PREDICATIVE) ? graph.head(word).orElse(word).index() : word.index();
    return byRule.stream().map(EventReading::event)
        .filter(e -> e.kind() == kind && e.word().index() != word.index() && e.factuality().denies())
        .anyMatch(e -> graph.path(e.word()).stream().anyMatch(w -> w.index() == over));
  }

  /** The learned status, but nothing happened or goes on that the text, as the rules read it, does not assert. */
  private Optional<Status> status(EventMention event, Guess guess) {
    Status learnedStatus = guess.status();
    if (!holds(learnedStatus)) {
      // "should not sign" is no advice to sign, what was "never cancelled" did not end, and "it is time to negotiate" is
      // advice.
      boolean advice = learnedStatus == Status.NEGOTIATING && event.veridicality() == Veridicality.PROPOSED;
      boolean end = learnedStatus == Status.PLANNED && StatusReader.isEnd(event);
      return Optional.of(advice ? Status.PROPOSED : end ? Status.ENDED : learnedStatus)
          .filter(s -> s == Status.ENDED ? !event.factuality().notEnded() && !isDoubted(event)
              : !event.factuality().denies());
    }
    double sure = guess.probability(LearnedStage::holds);
    boolean holds =
        event.veridicality().asserted() ? sure >= HOLDS : event.factuality().onlyUnknown() && sure >= VOUCHED;
    return holds ? Optional.of(learnedStatus)
        : statuses.read(event).filter(s -> !holds(s));
  }

  /** "doubted that A sold it": it is not said that it did not come about. */
  private static boolean isDoubted(EventMention event) {
    return event.veridicality() == Veridicality.OPEN && !event.factuality().onlyUnknown()
        && !event.factuality().denies();
  }

  /** "<i>approved</i> the sale of": what the rules say of the object that tells the same has not happened either. */
  private static Optional<Status> ofObject(EventMention event, Kind kind, List<EventReading> byRule) {
    List<Word> objects = event.word().isVerb() ? event.graph().objects(event.word()) : List.of();
    return byRule.stream().filter(e -> objects.contains(e.event().word())).flatMap(e -> e.finding().stream())
        .filter(f -> f.kind() == kind && !holds(f.status())).map(Finding::status).findFirst();
  }

  /** "<i>acknowledged</i> their partnership": what the rules leave open of the object has not happened by its verb either. */
  private static boolean leavesObjectOpen(EventMention event, Kind kind, List<EventReading> byRule) {
    List<Word> objects = event.word().isVerb() ? event.graph().objects(event.word()) : List.of();
    return byRule.stream().filter(e -> e.finding().isEmpty()).map(EventReading::event)
        .anyMatch(e -> e.kind() == kind && objects.contains(e.word()) && !e.veridicality().asserted()
            && !e.factuality().onlyUnknown());
  }

  /** Whether something of this status happened, or goes on. */
  private static boolean holds(Status status) {
    return status.group() == Status.Group.DONE || status.group() == Status.Group.ONGOING;
  }
}
