package org.entente.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
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

  /** How sure it must be that a word tells of an undertaking. */
  private static final double ENOUGH = Double.parseDouble(System.getProperty("x.enough", "0.5"));

  /** Where fewer take part than anything between actors needs, whoever is as likely as this is let in. */
  private static final double PERHAPS = Double.parseDouble(System.getProperty("x.perhaps", "0.1"));
  private static final double VETO = Double.parseDouble(System.getProperty("x.veto", "0"));
  private static final double OVER = Double.parseDouble(System.getProperty("x.over", "2"));

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
      Word word = guess.word();
      asked.add(word.index());
      Optional<EventReading> rule = Optional.ofNullable(rules.get(word.index()));
      Optional<Finding> kept = keepsRules ? rule.flatMap(EventReading::finding) : Optional.empty();
      if (kept.isPresent() && guess.probability() >= VETO && guess.probability() < OVER) {
        found.add(kept.get().about(guess.field()));
      } else if (kept.isPresent() && guess.probability() < VETO) {
        continue;
      } else if (guess.probability() >= ENOUGH) {
        finding(sentence, guess, rule, discourse, ids).ifPresent(
            f -> {
              found.add(f);
              discourse.event(f.states(), sentence);
            });
      }
    }
    if (keepsRules) {
      byRule.stream().filter(e -> !asked.contains(e.event().word().index()))
          .flatMap(e -> e.finding().stream()).forEach(found::add);
    }
    return found;
  }

  private Optional<Finding> finding(
      AnnotatedSentence sentence, Guess guess, Optional<EventReading> rule, Discourse discourse, IntSupplier ids) {
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
    return finding.told().asked() ? Optional.empty() : Optional.of(finding.about(guess.field()));
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
    return holds && !event.veridicality().asserted() ? statuses.read(event).filter(s -> s.group() != Status.Group.DONE && s.group() != Status.Group.ONGOING) : Optional.of(learnedStatus);
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
