package org.entente.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

/**
 * Finds what the learned reader sees beside what the rules found. Rules have the last word on whether something is
 * asserted: what they leave open or deny is never taken for something that happened.
 */
final class LearnedStage implements SentenceStage {

  /** Below this it does not ask who takes part. */
  private static final double ENOUGH = .3;

  /** How likely a finding of its own must be to be told: where it is right about as often as one of the rules alone. */
  private static final double TOLD = Double.parseDouble(System.getProperty("x.told", "0.2"));

  /** From here on its reading of a word counts more than the rules'. */
  private static final double SURER = Double.parseDouble(System.getProperty("x.surer", "0.8"));

  /** What the rules find is doubted where it sees so little of an undertaking. */
  private static final double HARDLY = Double.parseDouble(System.getProperty("x.hardly", "0.03"));

  /** Where fewer take part than anything between actors needs, whoever is as likely as this is let in. */
  private static final double PERHAPS = .1;

  private static final double LIKELY = .5;

  private final LearnedReader.ArticleReading learned;
  private final boolean keepsRules;
  private final SentenceReader sentenceReader;
  private final EventReader events;
  private final ArgumentFinder arguments;
  private final StatusReader statuses;

  /** @param keepsRules whether what only the rules found stays */
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
    Set<Integer> asked = new LinkedHashSet<>();
    for (Guess guess : learned.guesses(sentence)) {
      asked.add(guess.word().index());
      Optional<EventReading> rule = Optional.ofNullable(rules.get(guess.word().index()));
      Optional<Finding> kept = keepsRules ? rule.flatMap(EventReading::finding) : Optional.empty();
      Optional<Finding> own = finding(sentence, guess, rule, discourse, ids);
      double enough = kept.isPresent() ? SURER : TOLD;
      Optional<Finding> told = own.filter(f -> f.told().likelihood().orElseThrow() >= enough);
      if (told.isEmpty() && guess.probability() >= HARDLY) {
        told = kept.map(f -> f.about(guess.field()));
      }
      told.ifPresent(found::add);
      told.filter(f -> f.told().likelihood().isPresent())
          .ifPresent(f -> discourse.event(f.states(), sentence));
    }
    if (keepsRules) {
      byRule.stream().filter(e -> !asked.contains(e.event().word().index()))
          .flatMap(e -> e.finding().stream()).forEach(found::add);
    }
    return found;
  }

  private Optional<Finding> finding(
      AnnotatedSentence sentence, Guess guess, Optional<EventReading> rule, Discourse discourse, IntSupplier ids) {
    if (guess.probability() < ENOUGH) {
      return Optional.empty();
    }
    EventMention event = events.event(sentence, trigger(guess, rule));
    Optional<Status> status = status(event, guess);
    if (status.isEmpty()) {
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
    return finding.told().asked() ? Optional.empty()
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
    boolean holds = learnedStatus.group() == Status.Group.DONE || learnedStatus.group() == Status.Group.ONGOING;
    return holds && !event.veridicality().asserted()
        ? statuses.read(event).filter(s -> s.group() != Status.Group.DONE && s.group() != Status.Group.ONGOING)
        : Optional.of(learnedStatus);
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
