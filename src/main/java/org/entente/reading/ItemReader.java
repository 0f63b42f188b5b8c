package org.entente.reading;

import static org.entente.syntax.Relation.*;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.entente.actor.Actor;
import org.entente.advice.AdviceItem;
import org.entente.advice.ProposalLists;
import org.entente.argument.ArgumentFinder;
import org.entente.argument.Participants;
import org.entente.event.Announcement;
import org.entente.event.Bodies;
import org.entente.event.EventDates;
import org.entente.event.EventMention;
import org.entente.event.EventReader;
import org.entente.article.Block;
import org.entente.lexicon.KindFrame.Trait;
import org.entente.lexicon.Lexicon;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.ActorMention;
import org.entente.mention.Mention.DateMention;
import org.entente.mention.Mention.Sense;
import org.entente.merge.Finding;
import org.entente.merge.Findings;
import org.entente.reference.Discourse;
import org.entente.reference.Subjects;
import org.entente.syntax.ClauseGraph;
import org.entente.syntax.VerbForm;
import org.entente.syntax.Word;
import org.entente.text.Span;
import org.entente.undertaking.Evidence;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Party;
import org.entente.undertaking.Role;
import org.entente.undertaking.Status;

/** Reads an item of a list of proposals: what it proposes, who should act, with whom. */
final class ItemReader {

  private final Lexicon lexicon;
  private final EventReader events;
  private final Announcement announcement;
  private final ArgumentFinder arguments;
  private final FieldReader fields;
  private final Describer describer;
  private final EventDates dates;

  ItemReader(
      Lexicon lexicon,
      EventReader events,
      Announcement announcement,
      ArgumentFinder arguments,
      FieldReader fields,
      Describer describer,
      EventDates dates) {
    this.lexicon = lexicon;
    this.events = events;
    this.announcement = announcement;
    this.arguments = arguments;
    this.fields = fields;
    this.describer = describer;
    this.dates = dates;
  }

  /** Whether a sentence beside the bare imperative says who should act: "Kenya and Oman should ...". */
  private static boolean saysWhoActs(List<AnnotatedSentence> sentences) {
    return sentences.stream().anyMatch(s -> !ProposalLists.imperative(s) && actsItself(s));
  }

  /** The sentences of an item that say something by themselves: those behind its first, and one that says who should act. */
  static List<AnnotatedSentence> besideTheImperative(List<AnnotatedSentence> item) {
    return item.stream().filter(s -> !ProposalLists.imperative(s))
        .filter(s -> !s.equals(item.getFirst()) || actsItself(s)).toList();
  }

  /** Reads an item as one proposal, for which its imperative stands. */
  void read(Block block, List<AnnotatedSentence> sentences, List<String> addressed, Discourse discourse,
      Findings findings) {
    AdviceItem item = AdviceItem.read(sentences, events, announcement, lexicon);
    if (advisesAgainst(sentences, item)) {
      return;
    }
    boolean named = saysWhoActs(sentences);
    Participants cast = cast(item, named, discourse);
    boolean enough = named && cast.complete();
    List<Actor> addressees = arguments.states(addressed);
    if (!enough) {
      for (Actor a : addressees) {
        cast = cast.with(a, Role.PARTICIPANT);
      }
    }
    if (cast.states().isEmpty()) {
      return;
    }
    Participants all = cast;
    Finding first = proposal(block, sentences, item.first(), all, findings.newId());
    findings.propose(first, block.section(), enough ? statesOf(all) : addressees);
    accessions(block, sentences, discourse, findings);
    item.second().ifPresent(
        e -> findings.addToLastProposal(proposal(block, sentences, Optional.of(e), all, findings.newId())));
    discourse.event(all.states(), sentences.getLast());
  }

  /** "Do not build a base", "A and B should not sign". */
  private static boolean advisesAgainst(List<AnnotatedSentence> sentences, AdviceItem item) {
    AnnotatedSentence opening = sentences.getFirst();
    List<Word> asked =
        opening.graph().words().stream().filter(w -> w.isVerb() && w.is(ROOT, CONJ, PARATAXIS, CCOMP)).toList();
    boolean against = ProposalLists.imperative(opening)
        && !asked.isEmpty() && asked.stream().allMatch(w -> VerbForm.of(opening.graph(), w).negated());
    return against || item.first().filter(e -> e.factuality().denies()).isPresent();
  }

  private static List<Actor> statesOf(Participants cast) {
    return cast.parties().stream().map(Party::actor).filter(a -> a.type() == Actor.Type.STATE).toList();
  }

  /** Who the item is about: those of its central event where it names who acts, else everybody it names as acting. */
  private Participants cast(AdviceItem item, boolean named, Discourse discourse) {
    Optional<Participants> own =
        named ? item.first().map(e -> arguments.find(e, discourse)).filter(Participants::complete) : Optional.empty();
    return own.orElseGet(() -> everybody(item.sentences()));
  }

  private Participants everybody(List<AnnotatedSentence> sentences) {
    Participants all = Participants.NONE;
    for (AnnotatedSentence sentence : sentences) {
      for (ActorMention m : sentence.actors()) {
        boolean acts = Bodies.isBody(m) || m.sense() != Sense.LOCATION || goneTo(sentence, m);
        if (acts && !arguments.topics().isOnlyTalkedAbout(sentence, m)) {
          all = all.with(m, Role.PARTICIPANT);
        }
      }
    }
    return all;
  }

  /** "on tour to Fiji and Samoa": states that are gone to take part, cities are only places. */
  private boolean goneTo(AnnotatedSentence sentence, ActorMention m) {
    return m.actors().getFirst().type() == Actor.Type.STATE
        && sentence.graph().preposition(sentence.headOf(m.span())).filter(p -> lexicon.isA(p, "Way")).isPresent();
  }

  private static boolean actsItself(AnnotatedSentence sentence) {
    return sentence.actors().stream()
        .filter(m -> !m.states().isEmpty() && Subjects.isSubject(sentence, m))
        .map(m -> sentence.graph().verbOf(sentence.headOf(m.span())))
        .anyMatch(v -> v.filter(w -> w.is(ROOT, CONJ)).isPresent());
  }

  /** "..., helped by B's proposed membership in the bank": a membership with its own parties, beside the advice itself. */
  private void accessions(Block block, List<AnnotatedSentence> sentences, Discourse discourse, Findings findings) {
    for (AnnotatedSentence sentence : sentences) {
      for (EventMention event : events.all(sentence)) {
        boolean beside =
            lexicon.kind(event.kind()).has(Trait.JOINED) && event.isNoun() && !AdviceItem.central(event, lexicon);
        if (beside && ArgumentFinder.hasPartiesOfItsOwn(event, lexicon)) {
          Participants cast = arguments.find(event, discourse);
          findings.addToLastProposal(proposal(block, sentences, Optional.of(event), cast, findings.newId()));
        }
      }
    }
  }

  private Finding proposal(
      Block block, List<AnnotatedSentence> sentences, Optional<EventMention> event, Participants all, int id) {
    Kind kind = event.map(EventMention::kind).orElse(Kind.COORDINATION);
    Participants cast = event.map(e -> arguments.settled(e, kind, all)).orElse(all);
    Span span = new Span(block.start(), block.end());
    AnnotatedSentence sentence = event.map(EventMention::sentence).orElse(sentences.getLast());
    Evidence evidence = describer.evidence(block, span);
    return new Finding(
        id,
        kind,
        Status.PROPOSED,
        cast,
        event.map(e -> fields.read(sentence, e.trigger(), phrase(e), whole(sentence)))
            .orElseGet(() -> List.of(fields.main(sentence).orElse(lexicon.kind(kind).field()))),
        details(event, sentence, kind, sentences),
        List.of(),
        Optional.empty(),
        List.of(evidence),
        event.map(e -> e.trigger().span()).orElse(span),
        new Finding.Told(
            false, Finding.Again.OPEN, false, false, 0, false, false, true, sentence.number(), OptionalDouble.empty(),
            Optional.empty(),
            event.map(e -> describer.trace(e, cast, Status.PROPOSED.conceptName()).lines())),
        Set.of());
  }

  private Finding.Details details(
      Optional<EventMention> event, AnnotatedSentence sentence, Kind kind, List<AnnotatedSentence> sentences) {
    Set<Actor> places = new LinkedHashSet<>();
    sentences.forEach(s -> places.addAll(Describer.places(s, whole(s))));
    Optional<DateMention> date = dates.of(sentence, event.map(EventMention::word));
    Finding.Details own =
        event.map(e -> describer.details(e, kind, Status.PROPOSED, whole(sentence))).orElseGet(ItemReader::nothing);
    return new Finding.Details(
        date.flatMap(DateMention::interval), date.map(DateMention::text), new ArrayList<>(places), own.item(),
        own.quantity(), own.amount(), own.currency(), own.instrument(), Optional.empty());
  }

  private static Finding.Details nothing() {
    return new Finding.Details(
        Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static BitSet phrase(EventMention event) {
    ClauseGraph graph = event.graph();
    Word word = event.word();
    return word.isVerb() ? graph.clause(word) : graph.nounPhrase(word);
  }

  private static BitSet whole(AnnotatedSentence sentence) {
    BitSet all = new BitSet();
    all.set(0, sentence.graph().words().size());
    return all;
  }
}
