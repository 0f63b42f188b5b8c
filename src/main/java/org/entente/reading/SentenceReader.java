package org.entente.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.entente.argument.ArgumentFinder;
import org.entente.argument.Participants;
import org.entente.event.Announcement;
import org.entente.event.EventMention;
import org.entente.event.EventReader;
import org.entente.lexicon.KindFrame.Trait;
import org.entente.lexicon.Lexicon;
import org.entente.mention.AnnotatedSentence;
import org.entente.merge.Finding;
import org.entente.reference.Discourse;
import org.entente.syntax.ClauseGraph;
import org.entente.syntax.Relation;
import org.entente.syntax.Word;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Stage;
import org.entente.undertaking.Status;

/** Reads what one sentence reports: events, their parties, where they stand, and what is said of them. */
final class SentenceReader {

  private final Lexicon lexicon;
  private final EventReader events;
  private final Announcement announcement;
  private final ArgumentFinder arguments;
  private final StatusReader statuses;
  private final FieldReader fields;
  private final Describer describer;

  SentenceReader(
      Lexicon lexicon,
      EventReader events,
      Announcement announcement,
      ArgumentFinder arguments,
      StatusReader statuses,
      FieldReader fields,
      Describer describer) {
    this.lexicon = lexicon;
    this.events = events;
    this.announcement = announcement;
    this.arguments = arguments;
    this.statuses = statuses;
    this.fields = fields;
    this.describer = describer;
  }

  /** @param ids gives each finding its id */
  List<Finding> read(AnnotatedSentence sentence, Discourse discourse, java.util.function.IntSupplier ids) {
    List<Finding> found = new ArrayList<>();
    for (EventMention event : events.read(sentence)) {
      finding(event, discourse, ids).ifPresent(
          f -> {
            found.add(f);
            discourse.event(f.states(), sentence);
          });
    }
    return found;
  }

  private Optional<Finding> finding(EventMention event, Discourse discourse, java.util.function.IntSupplier ids) {
    if (event.factuality().negated() || announcement.isConflict(event) || announcement.isSummary(event) || statuses.isBackground(event)) {
      return Optional.empty();
    }
    boolean counted = ArgumentFinder.counted(event);
    boolean ownParties = counted || ArgumentFinder.hasPartiesOfItsOwn(event);
    if (event.isNoun() && !announcement.isAnnounced(event, ownParties)) {
      return Optional.empty();
    }
    Participants participants = arguments.find(event, discourse);
    boolean told = event.stated() || ownParties;
    return participants.complete() && told
        ? statuses.read(event).map(s -> describe(event, participants, s, ids.getAsInt()))
        : Optional.empty();
  }

  private Finding describe(EventMention event, Participants participants, Status status, int id) {
    Kind kind = kind(event, status);
    BitSet phrase = phrase(event, kind);
    BitSet clause = new BitSet();
    clause.or(phrase);
    event.factuality().clauses().forEach(v -> clause.or(event.graph().clause(v)));
    AnnotatedSentence sentence = event.sentence();
    boolean agreed = kind == Kind.AGREEMENT && (status == Status.CONCLUDED || status == Status.ENDED);
    List<Stage> history = agreed ? describer.history(sentence, describer.evidence(sentence)) : List.of();
    return new Finding(
        id,
        kind,
        status,
        participants,
        fields.read(sentence, event.trigger(), phrase, clause),
        describer.details(event, kind, clause),
        history,
        describer.speaker(event),
        List.of(describer.evidence(sentence)),
        event.trigger().span(),
        told(event),
        java.util.Set.of());
  }

  /** What one side only offers or asks for is its statement, except where the wish is the thing itself. */
  private Kind kind(EventMention event, Status status) {
    boolean statement = status == Status.OFFERED && !lexicon.kind(event.kind()).has(Trait.WISHED);
    return statement ? Kind.STATEMENT : event.kind();
  }

  private static BitSet phrase(EventMention event, Kind kind) {
    ClauseGraph graph = event.graph();
    if (event.word().isVerb()) {
      return graph.clause(event.word());
    }
    // "an agreement that allows A to train B's soldiers" says in its clause what it is about.
    return kind == Kind.AGREEMENT ? graph.subtree(event.word()) : graph.nounPhrase(event.word());
  }

  private Finding.Told told(EventMention event) {
    boolean asked =
        new org.entente.factuality.FactualityReader(event.graph(), lexicon, w -> false).question()
            && !presupposed(event);
    return new Finding.Told(
        describer.definite(event),
        event.word().isVerb(),
        event.factuality().carried(),
        event.factuality().offer().map(Word::index).orElse(event.word().index()),
        asked,
        false,
        event.sentence().number());
  }

  /** "Were you there when the minister came?" takes the visit for granted. */
  private static boolean presupposed(EventMention event) {
    return event.graph().path(event.word()).stream().anyMatch(w -> w.is(Relation.ADVCL, Relation.RELCL));
  }
}
