package org.entente.reading;

import static org.entente.syntax.Relation.*;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.actor.Actor;
import org.entente.argument.ArgumentFinder;
import org.entente.argument.Participants;
import org.entente.event.EventMention;
import org.entente.event.EventReader;
import org.entente.event.Trigger;
import org.entente.learned.Candidate;
import org.entente.lexicon.EventFrame;
import org.entente.lexicon.Lexicon;
import org.entente.lexicon.Signature;
import org.entente.mention.AnnotatedSentence;
import org.entente.syntax.ClauseGraph;
import org.entente.syntax.Word;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Role;

/** What a word tells, supposed that it tells of something of a kind with these parties, whether or not the rules know it. */
record Supposed(Lexicon lexicon, EventReader events, ArgumentFinder arguments) {

  /** "announced its intention to buy" governs as far away as this. */
  private static final int DEEPEST = 2;

  /** @param rule what the rules made of the word */
  EventMention event(AnnotatedSentence sentence, Word word, Kind kind, Optional<EventReading> rule) {
    return events.event(sentence, trigger(sentence, word, kind, rule));
  }

  /** The rules' words, if they know the kind too; else the word alone. */
  private Trigger trigger(AnnotatedSentence sentence, Word word, Kind kind, Optional<EventReading> rule) {
    return rule.map(r -> r.event().trigger()).filter(t -> t.kind() == kind)
        .orElseGet(() -> new Trigger(word, word.span(), frame(word, kind, slots(sentence.graph(), word, kind))));
  }

  /**
   * What the word's entries for whatever kind say of who does what there, as far as they agree and this kind has such a role:
   * who buys is the recipient, whether what he buys is told as a contract or as a delivery.
   */
  private Map<String, Role> slots(ClauseGraph graph, Word word, Kind kind) {
    Collection<Role> known = lexicon.kind(kind).slots().values();
    List<EventFrame> entries = word.isVerb() ? lexicon.verbs(word.lemma()) : lexicon.nouns(word.lemma());
    Map<String, Set<Role>> said = new HashMap<>();
    for (EventFrame entry : entries) {
      if (entry.words().size() == 1) {
        boolean fits = hasItsObject(graph, word, entry);
        entry.slots().forEach((slot, role) -> {
          if (known.contains(role) && (fits || !slot.equals(EventFrame.OBJECT))) {
            said.computeIfAbsent(slot, s -> EnumSet.noneOf(Role.class)).add(role);
          }
        });
      }
    }
    return said.entrySet().stream().filter(e -> e.getValue().size() == 1)
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().iterator().next()));
  }

  private boolean hasItsObject(ClauseGraph graph, Word word, EventFrame entry) {
    return !entry.objectClasses().isEmpty() && graph.objects(word).stream()
        .anyMatch(o -> entry.objectClasses().stream().anyMatch(c -> lexicon.isA(o.lemma(), c)));
  }

  private static EventFrame frame(Word word, Kind kind, Map<String, Role> slots) {
    return new EventFrame(
        "learned", word.isVerb() ? EventFrame.PartOfSpeech.VERB : EventFrame.PartOfSpeech.NOUN,
        List.of(word.lemma()), 0, kind, slots, Set.of(), Set.of(), List.of(), Optional.empty(), Optional.empty(),
        Optional.empty(), Set.of(), Optional.empty(), Optional.empty());
  }

  /**
   * The word that says who does what where a word tells of something of a kind: mostly itself, but in "announced the purchase"
   * and "is considering buying" what it governs.
   */
  Word acting(ClauseGraph graph, Word word, Kind kind) {
    Word at = word;
    Optional<Word> next = Optional.of(word);
    for (int step = 0; step <= DEEPEST && next.isPresent(); step++) {
      at = next.get();
      Optional<Word> told = ofWhatItSpeaks(graph, at, kind);
      if (told.isPresent() || !slots(graph, at, kind).isEmpty() || at.isNoun() && announces(at, kind)) {
        return told.orElse(at);
      }
      next = graph.children(at, XCOMP, CCOMP, OBJ, ACL).filter(w -> w.isVerb() || w.isNoun()).findFirst();
    }
    return word;
  }

  /** "<i>approved</i> (funds for) the purchase": who approves does not give what is approved; the object says who does what. */
  private Optional<Word> ofWhatItSpeaks(ClauseGraph graph, Word verb, Kind kind) {
    boolean speaks = verb.isVerb() && lexicon.signatures(verb.lemma()).stream()
        .anyMatch(s -> s.governs().contains(Signature.Governs.NOUN) && s.affirmed() != Signature.Says.FACT);
    return speaks ? graph.children(verb, OBJ)
        .flatMap(o -> Stream.concat(Stream.of(o), graph.children(o, NMOD))).filter(Word::isNoun)
        .filter(o -> !slots(graph, o, kind).isEmpty() || announces(o, kind))
        .findFirst() : Optional.empty();
  }

  private boolean announces(Word noun, Kind kind) {
    return lexicon.nouns(noun.lemma()).stream().anyMatch(f -> f.kind() == kind && f.words().size() == 1);
  }

  Set<Actor> onlyTalkedAbout(EventMention event) {
    return arguments.onlyTalkedAbout(event);
  }

  Participants participants(EventMention event, List<Candidate> parties) {
    Participants found = Participants.NONE;
    for (Candidate c : parties) {
      found = arguments.with(found, event, c.actor(), c.mentions(), c.isBody());
    }
    return arguments.facing(event, found);
  }
}
