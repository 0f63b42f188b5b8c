package org.entente.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import org.entente.argument.ArgumentFinder;
import org.entente.argument.Participants;
import org.entente.event.EventMention;
import org.entente.event.EventReader;
import org.entente.event.Trigger;
import org.entente.learned.Guess;
import org.entente.learned.LearnedReader;
import org.entente.learned.LearnedReader.Chance;
import org.entente.lexicon.EventFrame;
import org.entente.mention.AnnotatedSentence;
import org.entente.merge.Finding;
import org.entente.reference.Discourse;
import org.entente.syntax.Word;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Status;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the learned reader sees beside what the rules found. Rules have the last word on whether something is
 * asserted: what they leave open or deny is never taken for something that happened.
 */
final class LearnedStage implements SentenceStage {

  /** Below this it does not ask who takes part. */
  private static final double ENOUGH = .3;

  /**
   * How likely a finding must be to be told. Chosen on the development articles: from here on what the learned reader
   * finds is right about as often as what the rules find.
   */
  private static final double TOLD = .3;

  /** The same for what is told as having happened or going on. */
  private static final double TOLD_AS_FACT = .4;

  /** How likely it must be that something happened or goes on, to be told as such. */
  private static final double HOLDS = .9;

  /** Where fewer take part than anything between actors needs, whoever is as likely as this is let in. */
  private static final double PERHAPS = .1;

  private static final double LIKELY = .5;

  private final LearnedReader.ArticleReading learned;
  private final boolean keepsRules;
  private final SentenceReader sentenceReader;
  private final EventReader events;
  private final ArgumentFinder arguments;
  private final StatusReader statuses;

  /** @param keepsRules whether what the rules found stays */
  LearnedStage(
      LearnedReader.ArticleReading learned,
      boolean keepsRules,
      SentenceReader sentenceReader,
      EventReader events,
      ArgumentFinder arguments,
      StatusReader statuses) {
    this.learned = learned;
    this.keepsRules = keepsRules;
    this.sentenceReader = sentenceReader;
    this.events = events;
    this.arguments = arguments;
    this.statuses = statuses;
  }

  @Override
  public List<Finding> findings(
      AnnotatedSentence sentence, List<EventReading> byRule, Discourse discourse, IntSupplier ids) {
    Map<Integer, EventReading> rules = new LinkedHashMap<>();
    byRule.forEach(e -> rules.put(e.event().word().index(), e));
    List<Finding> found = new ArrayList<>();
    Map<Integer, String> fields = new HashMap<>();
    for (Guess guess : learned.guesses(sentence)) {
      Optional<EventReading> rule = Optional.ofNullable(rules.get(guess.word().index()));
      boolean known = keepsRules && rule.flatMap(EventReading::finding).isPresent();
      if (!known && guess.probability() >= ENOUGH) {
        finding(sentence, guess, rule, discourse, ids)
            .ifPresent(
                f -> {
                  found.add(f);
                  discourse.event(f.states(), sentence);
                });
      } else if (known) {
        fields.put(guess.word().index(), guess.field());
      }
    }
    if (keepsRules) {
      byRule.forEach(
          e -> e.finding().map(f -> about(f, fields.get(e.event().word().index()))).ifPresent(found::add));
    }
    found.sort(Comparator.comparing(Finding::trigger));
    return found;
  }

  /** What an undertaking is about the learned reader knows better than the rules, whoever found it. */
  private static Finding about(Finding finding, @Nullable String field) {
    return field == null ? finding : finding.about(field);
  }

  private Optional<Finding> finding(
      AnnotatedSentence sentence, Guess guess, Optional<EventReading> rule, Discourse discourse, IntSupplier ids) {
    EventMention event = events.event(sentence, trigger(guess, rule));
    Optional<Status> status = status(event, guess);
    if (status.isEmpty() || sentenceReader.tellsNothing(event)) {
      return Optional.empty();
    }
    List<Chance> chances =
        learned.parties(
            sentence, guess, discourse, rule.map(EventReading::participants).orElse(Participants.NONE));
    Participants participants = participants(event, chances);
    if (!participants.complete()) {
      return Optional.empty();
    }
    Finding finding = sentenceReader.describe(event, guess.kind(), participants, status.get(), ids.getAsInt());
    double likelihood = guess.probability() * guess.kindProbability() * likelihood(chances, participants);
    sentenceReader.note(
        event, participants,
        String.format(Locale.ROOT, "%s, learned: likelihood %.2f", status.get().conceptName(), likelihood));
    return finding.told().asked() || likelihood < (holds(status.get()) ? TOLD_AS_FACT : TOLD) ? Optional.empty()
        : Optional.of(finding.about(guess.field()).likely(likelihood));
  }

  /** The rules' words, if they know the kind too; else the word alone. */
  private static Trigger trigger(Guess guess, Optional<EventReading> rule) {
    Kind kind = guess.kind();
    return rule.map(r -> r.event().trigger())
        .filter(t -> t.kind() == kind)
        .orElseGet(() -> new Trigger(guess.word(), guess.word().span(), frame(guess.word(), kind)));
  }

  private static EventFrame frame(Word word, Kind kind) {
    return new EventFrame(
        "learned", word.isVerb() ? EventFrame.PartOfSpeech.VERB : EventFrame.PartOfSpeech.NOUN,
        List.of(word.lemma()), 0, kind, Map.of(), Set.of(), Set.of(), List.of(), Optional.empty(), Optional.empty(),
        Optional.empty(), Set.of(), Optional.empty(), Optional.empty());
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

  /** How likely these states and no others take part. */
  private static double likelihood(List<Chance> chances, Participants participants) {
    double likelihood = 1;
    for (Chance c : chances) {
      if (!c.candidate().isBody()) {
        boolean in = c.candidate().actor().state().filter(participants.states()::contains).isPresent();
        likelihood *= in ? c.probability() : 1 - c.probability();
      }
    }
    return likelihood;
  }

  private Participants participants(EventMention event, List<Chance> chances) {
    List<Chance> ranked =
        chances.stream().sorted((a, b) -> Double.compare(b.probability(), a.probability())).toList();
    Participants found = Participants.NONE;
    for (Chance c : ranked) {
      boolean in = c.probability() >= LIKELY || !found.complete() && c.probability() >= PERHAPS;
      if (in) {
        found = arguments.with(found, event, c.candidate().actor(), c.candidate().mentions(), c.candidate().isBody());
      }
    }
    return found;
  }
}
