package org.entente.event;

import static org.entente.syntax.Relation.*;

import java.util.List;
import java.util.Optional;
import org.entente.factuality.Factuality;
import org.entente.factuality.FactualityReader;
import org.entente.lexicon.Lexicon;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.AnnotatedSentence.Lead;
import org.entente.syntax.ClauseGraph;
import org.entente.syntax.Govern;
import org.entente.syntax.Govern.Manner;
import org.entente.syntax.GovernorPath;
import org.entente.syntax.VerbForm;
import org.entente.syntax.VerbForm.Tense;
import org.entente.syntax.Word;
import org.entente.undertaking.Kind;

/** Reads where an event stands; in an item of a list, under what introduces the list as well. */
public final class Introductions {

  private final Lexicon lexicon;

  public Introductions(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * @param event the word that announces it
   * @param kind its kind
   */
  public Factuality factuality(AnnotatedSentence sentence, Word event, Kind kind) {
    ClauseGraph graph = sentence.graph();
    List<Govern> path = GovernorPath.of(graph, event);
    Word top = path.isEmpty() ? event : path.getLast().governor();
    Optional<Step> step = sentence.lead().filter(l -> isTopmost(graph, top))
        .flatMap(l -> step(l, graph, top, kind));
    Factuality own = new FactualityReader(graph, lexicon, sentence::holdsStates, step.isPresent()).read(event, kind);
    boolean itself = path.isEmpty() && !event.isVerb();
    return step.map(s -> s.reader().under(own, kind, s.word(), s.manner(), s.marker(), itself)).orElse(own);
  }

  /** Whether nothing in the item governs a word; a part of a name or of a compound is governed as its noun is. */
  private static boolean isTopmost(ClauseGraph graph, Word word) {
    return graph.path(word).stream().allMatch(w -> w.is(ROOT, CONJ, APPOS, COMPOUND, POSS));
  }

  /** How an item's topmost word is governed by what introduces it, and who knows that. */
  private record Step(FactualityReader reader, Word word, Manner manner, String marker) {}

  private Optional<Step> step(Lead lead, ClauseGraph graph, Word item, Kind kind) {
    FactualityReader reader = new FactualityReader(lead.graph(), lexicon, lead.sentence()::holdsStates, false);
    if (lexicon.isA(lead.marker(), "Complementiser")) {
      // Whatever the parser makes of it: "that" opens a clause.
      return Optional.of(lead.word()).filter(verb -> reader.governs(verb, Manner.CLAUSE, "", kind))
          .map(verb -> new Step(reader, verb, Manner.CLAUSE, ""));
    }
    if (!item.isVerb()) {
      return Optional.of(new Step(reader, lead.word(), Manner.NOUN, lead.marker()));
    }
    VerbForm form = VerbForm.of(graph, item);
    Manner manner = manner(form);
    if (form.tense() == Tense.IMPERATIVE && !takesBareVerbs(lead)) {
      // "These steps would help: Open an office": advice, which completes nothing.
      return Optional.empty();
    }
    String marker = manner == Manner.GERUND ? lead.marker() : "";
    // A whole sentence stands by itself behind another one that is complete.
    return Optional.of(lead.word()).filter(w -> manner != Manner.CLAUSE || lead.open())
        .flatMap(w -> w.isNoun() ? lead.graph().verbOf(w) : Optional.of(w))
        .filter(verb -> reader.governs(verb, manner, marker, kind))
        .map(verb -> new Step(reader, verb, manner, marker));
  }

  /** "The ministers agreed to:", "The two sides will:". */
  private boolean takesBareVerbs(Lead lead) {
    return lexicon.isA(lead.marker(), "InfinitiveMarker") || lead.word().isModal();
  }

  private static Manner manner(VerbForm form) {
    return switch (form.tense()) {
      case INFINITIVE, IMPERATIVE -> Manner.INFINITIVE;
      case GERUND -> Manner.GERUND;
      default -> Manner.CLAUSE;
    };
  }
}
