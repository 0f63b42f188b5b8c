package org.entente.event;

import java.util.ArrayList;
import java.util.List;
import org.entente.lexicon.KindFrame.Trait;
import org.entente.lexicon.Lexicon;
import org.entente.mention.AnnotatedSentence;

/** Reads the events of a sentence: its triggers, those left out that only say what another is about, with factuality. */
public final class EventReader {

  private final Lexicon lexicon;
  private final TriggerFinder triggers;
  private final Introductions introductions;

  public EventReader(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.triggers = new TriggerFinder(lexicon);
    this.introductions = new Introductions(lexicon);
  }

  public List<EventMention> read(AnnotatedSentence sentence) {
    List<EventMention> events = new ArrayList<>();
    for (Trigger trigger : new Nesting(sentence.graph(), lexicon).outermost(triggers.find(sentence))) {
      events.add(event(sentence, trigger));
    }
    return events.stream().filter(e -> !askedFor(e, events)).toList();
  }

  /** All triggers, also those inside others. */
  public List<EventMention> all(AnnotatedSentence sentence) {
    return triggers.find(sentence).stream().map(t -> event(sentence, t)).toList();
  }

  public EventMention event(AnnotatedSentence sentence, Trigger trigger) {
    return new EventMention(sentence, trigger, introductions.factuality(sentence, trigger.word(), trigger.kind()));
  }

  public TriggerFinder triggers() {
    return triggers;
  }

  /** "asked B to send troops": the request is the undertaking, not what is asked for. */
  private boolean askedFor(EventMention event, List<EventMention> all) {
    return event.factuality().offer().isPresent()
        && all.stream()
            .anyMatch(
                o -> !o.equals(event)
                    && lexicon.kind(o.kind()).has(Trait.SAID)
                    && o.word().index() == event.factuality().offer().get().index());
  }
}
