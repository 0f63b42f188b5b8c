package org.entente.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.argument.Participants;
import org.entente.event.EventMention;
import org.entente.factuality.Factuality;
import org.entente.factuality.Veridicality;
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

  /** Which stage left an event out, or that none did. */
  public enum Stage {
    EVENT,
    ARGUMENT,
    FACTUALITY,
    LEARNED,
    NONE
  }

  static final String LEFT_OUT = "left out: ";
  static final String OPEN = "not asserted";
  static final String NOT_ASSERTED = LEFT_OUT + OPEN;
  static final String WITHOUT_A_PARTY = LEFT_OUT + "a party is missing";
  static final String KEPT_BACK = "kept back: asked or claimed";
  private static final String DOUBTED = LEFT_OUT + "likelihood";

  /** Which stage left the event out. */
  public Stage stage() {
    if (outcome.equals(NOT_ASSERTED) || outcome.equals(KEPT_BACK)) {
      return Stage.FACTUALITY;
    }
    if (outcome.equals(WITHOUT_A_PARTY)) {
      return Stage.ARGUMENT;
    }
    if (outcome.startsWith(DOUBTED)) {
      return Stage.LEARNED;
    }
    return outcome.startsWith(LEFT_OUT) ? Stage.EVENT : Stage.NONE;
  }

  /** The word that decided where the event stands: the last that changed it; empty where none did. */
  public Optional<String> decisive() {
    String last = "";
    String before = Veridicality.FACT.name();
    for (Factuality.Step step : factuality) {
      if (!step.veridicality().name().equals(before)) {
        last = step.words().replace('\t', ' ');
      }
      before = step.veridicality().name();
    }
    return Optional.of(last).filter(word -> !word.isEmpty());
  }

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
        "    " + s.words() + " says " + s.says() + ": "
            + s.veridicality().name().toLowerCase(Locale.ROOT).replace('_', '-')));
    unknown.forEach(u -> lines.add("    no entry for " + u.replace("\t", ", governing a ")));
    if (!parties.isEmpty()) {
      lines.add("    parties (" + ground + "): " + String.join(", ", parties));
    }
    return String.join("\n", lines);
  }
}
