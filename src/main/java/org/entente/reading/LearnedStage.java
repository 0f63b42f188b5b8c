package org.entente.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.entente.argument.Participants;
import org.entente.event.EventMention;
import org.entente.learned.ByRule;
import org.entente.learned.Dating;
import org.entente.learned.Guess;
import org.entente.learned.Hypothesis;
import org.entente.learned.LearnedReader;
import org.entente.learned.LearnedReader.Judged;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.DateMention;
import org.entente.merge.Finding;
import org.entente.reference.Discourse;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Status;

/**
 * Brings together what the rules found and what the learned reader sees: for each word the likeliest hypothesis is told,
 * if it is likely enough, whoever it comes from. Rules have the last word on whether something is asserted: what they
 * leave open or deny is never taken for something that happened.
 */
final class LearnedStage implements SentenceStage {

  /** How likely a finding must be to be told. Chosen on the development articles, like the other figures here. */
  private static final double TOLD = .35;

  /** The same for what is told as having happened or going on, since a reader forgives that least. */
  private static final double TOLD_AS_DONE = .45;

  /** The same for what the rules found just so. */
  private static final double FOUND = .4;

  /** What the rules found stays unless another hypothesis is so many times as likely. */
  private static final double STAYS = 1.2;

  /** How likely it must be that something happened or goes on, to be told as such. */
  private static final double HOLDS = .9;

  /** What the rules take for something that happened is told otherwise where it is as unlikely as this. */
  private static final double HARDLY_HOLDS = .2;

  private static final String LEARNED = "%s, learned: likelihood %.2f";
  private static final String DOUBTED = "left out: likelihood %.2f";

  private final LearnedReader.ArticleReading learned;
  private final boolean keepsRules;
  private final SentenceReader sentenceReader;
  private final Supposed supposed;
  private final StatusReader statuses;

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

  @Override
  public List<Finding> findings(
      AnnotatedSentence sentence, List<EventReading> byRule, Discourse discourse, IntSupplier ids) {
    Map<Integer, EventReading> rules = new LinkedHashMap<>();
    byRule.forEach(e -> rules.put(e.event().word().index(), e));
    List<Finding> found = new ArrayList<>();
    for (Guess guess : learned.guesses(sentence)) {
      Optional<EventReading> rule = Optional.ofNullable(rules.remove(guess.word().index()));
      if (LearnedReader.isWorthAsking(guess, rule.flatMap(EventReading::finding).isPresent())) {
        ByRule view = sentenceReader.byRule(sentence, guess.word().index(), byRule);
        String field = learned.field(guess, view);
        Optional<Dating> date = learned.date(sentence, guess, view);
        finding(sentence, guess, rule, learned.judged(sentence, guess, discourse, view), ids)
            .map(f -> f.told().likelihood().isEmpty() ? f
                : dated(f.about(field), date)
                    .as(learned.roles(sentence, guess, discourse, f.kind(), f.participants().roles().keySet(), view)))
            .ifPresent(found::add);
      }
    }
    if (keepsRules) {
      rules.values().forEach(e -> e.finding().ifPresent(found::add));
    }
    found.sort(Comparator.comparing(Finding::trigger));
    return found;
  }

  private static Finding dated(Finding finding, Optional<Dating> date) {
    return finding.dated(date.map(Dating::days), date.flatMap(Dating::words).map(DateMention::text));
  }

  private Optional<Finding> finding(
      AnnotatedSentence sentence, Guess guess, Optional<EventReading> rule, List<Judged> judged, IntSupplier ids) {
    Optional<Finding> byRule = rule.flatMap(EventReading::finding).filter(f -> keepsRules)
        .map(f -> sobered(f, rule.orElseThrow(), guess));
    if (judged.isEmpty()) {
      return byRule;
    }
    Judged best = judged.getFirst();
    Optional<Finding> kept = byRule.flatMap(f -> found(f, guess, judged));
    boolean stays = kept.filter(f -> STAYS * f.told().likelihood().orElseThrow() >= best.probability()).isPresent();
    Optional<Finding> outcome = stays ? kept : told(sentence, guess, rule, best, ids).or(() -> kept);
    if (outcome.isEmpty() && byRule.isPresent()) {
      noteDoubt(rule.orElseThrow(), judged);
    }
    return outcome;
  }

  /** The rules' own note says that they told it. */
  private void noteDoubt(EventReading rule, List<Judged> judged) {
    double likelihood =
        judged.stream().filter(j -> rule.finding().filter(f -> isMeant(f, j.hypothesis())).isPresent())
            .mapToDouble(Judged::probability).max().orElse(0);
    sentenceReader.note(
        rule.event(), rule.participants(), String.format(Locale.ROOT, DOUBTED, likelihood));
  }

  /** The rules' finding; as not yet done, or ended, where that is what the learned reader is sure of. */
  private Finding sobered(Finding finding, EventReading rule, Guess guess) {
    boolean holds = !holds(finding.status()) || guess.probability(LearnedStage::holds) > HARDLY_HOLDS;
    return holds ? finding
        : sentenceReader.describe(
            rule.event(), finding.kind(), rule.participants(), guess.status(), finding.id());
  }

  /** What the rules found, where it is likely enough. */
  private static Optional<Finding> found(Finding finding, Guess guess, List<Judged> judged) {
    return judged.stream().filter(j -> isMeant(finding, j.hypothesis())).filter(j -> j.probability() >= FOUND)
        .findFirst().map(j -> finding.likely(j.probability()));
  }

  private static boolean isMeant(Finding finding, Hypothesis hypothesis) {
    return finding.kind() == hypothesis.kind() && finding.states().equals(hypothesis.states());
  }

  private Optional<Finding> told(
      AnnotatedSentence sentence, Guess guess, Optional<EventReading> rule, Judged best, IntSupplier ids) {
    Kind kind = best.hypothesis().kind();
    EventMention event = supposed.event(sentence, guess.word(), kind, rule);
    Optional<Status> status = status(event, guess);
    double least = status.filter(LearnedStage::holds).isPresent() ? TOLD_AS_DONE : TOLD;
    if (status.isEmpty() || sentenceReader.tellsNothing(event) || best.probability() < least) {
      return Optional.empty();
    }
    Participants participants = supposed.participants(event, best.hypothesis().parties());
    sentenceReader.note(
        event, participants, String.format(Locale.ROOT, LEARNED, status.get().conceptName(), best.probability()));
    Finding finding = sentenceReader.describe(event, kind, participants, status.get(), ids.getAsInt());
    boolean onlyTopics = participants.complete() && !finding.participants().complete();
    return Optional.of(finding).filter(f -> !f.told().asked() && !onlyTopics).map(f -> f.likely(best.probability()));
  }

  /** The learned status, but nothing happened or goes on that the text, as the rules read it, does not assert. */
  private Optional<Status> status(EventMention event, Guess guess) {
    Status learnedStatus = guess.status();
    if (!holds(learnedStatus)) {
      return Optional.of(learnedStatus);
    }
    return event.veridicality().asserted()
        ? Optional.of(learnedStatus).filter(s -> guess.probability(LearnedStage::holds) >= HOLDS)
        : statuses.read(event).filter(s -> !holds(s));
  }

  /** Whether something of this status happened, or goes on. */
  private static boolean holds(Status status) {
    return status.group() == Status.Group.DONE || status.group() == Status.Group.ONGOING;
  }
}
