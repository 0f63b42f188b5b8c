package org.entente.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.argument.ArgumentFinder;
import org.entente.argument.Participants;
import org.entente.event.EventMention;
import org.entente.event.EventReader;
import org.entente.event.Trigger;
import org.entente.learned.Candidate;
import org.entente.lexicon.EventFrame;
import org.entente.mention.AnnotatedSentence;
import org.entente.syntax.Word;
import org.entente.undertaking.Kind;

/** What a word tells, supposed that it tells of something of a kind with these parties, whether or not the rules know it. */
record Supposed(EventReader events, ArgumentFinder arguments) {

  /** @param rule what the rules made of the word */
  EventMention event(AnnotatedSentence sentence, Word word, Kind kind, Optional<EventReading> rule) {
    return events.event(sentence, trigger(word, kind, rule));
  }

  /** The rules' words, if they know the kind too; else the word alone. */
  private static Trigger trigger(Word word, Kind kind, Optional<EventReading> rule) {
    return rule.map(r -> r.event().trigger()).filter(t -> t.kind() == kind)
        .orElseGet(() -> new Trigger(word, word.span(), frame(word, kind)));
  }

  private static EventFrame frame(Word word, Kind kind) {
    return new EventFrame(
        "learned", word.isVerb() ? EventFrame.PartOfSpeech.VERB : EventFrame.PartOfSpeech.NOUN,
        List.of(word.lemma()), 0, kind, Map.of(), Set.of(), Set.of(), List.of(), Optional.empty(), Optional.empty(),
        Optional.empty(), Set.of(), Optional.empty(), Optional.empty());
  }

  Participants participants(EventMention event, List<Candidate> parties) {
    Participants found = Participants.NONE;
    for (Candidate c : parties) {
      found = arguments.with(found, event, c.actor(), c.mentions(), c.isBody());
    }
    return found;
  }
}
