package org.entente.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.argument.Participants;
import org.entente.event.EventMention;
import org.entente.factuality.Factuality;
import org.entente.text.Span;

/**
 * How one event was read, stage by stage, and what became of it: for people who ask why something was found, or was
 * not.
 *
 * @param sentence where the sentence stands
 * @param words the words that announce the event
 * @param entry the lexicon entry that reads them
 * @param kind class name of its kind
 * @param factuality what each governing word said, nearest first
 * @param unknown governing words that no entry knows, with the construction
 * @param parties role and name of each party; empty where none was looked for
 * @param ground how the parties were found
 * @param outcome its status, or why it was left out
 */
public record Trace(
    Span sentence,
    String words,
    String entry,
    String kind,
    List<Factuality.Step> factuality,
    List<String> unknown,
    List<String> parties,
    String ground,
    String outcome) {

  static Trace of(EventMention event, String text, Participants participants, String outcome) {
    return new Trace(
        event.sentence().span(),
        event.trigger().span().in(text),
        event.frame().name(),
        event.kind().className(),
        event.factuality().steps(),
        event.factuality().unknown(),
        participants.parties().stream().map(p -> p.role().property() + " " + p.actor().name()).toList(),
        participants.ground().name().toLowerCase(Locale.ROOT),
        outcome);
  }

  /** In lines, for a terminal. */
  public String lines() {
    List<String> lines = new ArrayList<>();
    lines.add("\"" + words + "\" (" + entry + ", " + kind + "): " + outcome);
    factuality.forEach(s -> lines.add(
        "    " + s.words() + " says " + s.says() + ": " + s.veridicality().name().toLowerCase(Locale.ROOT)));
    unknown.forEach(u -> lines.add("    no entry for " + u.replace("\t", ", governing a ")));
    if (!parties.isEmpty()) {
      lines.add("    parties (" + ground + "): " + String.join(", ", parties));
    }
    return String.join("\n", lines);
  }
}
