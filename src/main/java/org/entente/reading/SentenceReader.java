package org.entente.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.entente.actor.Actor;
import org.entente.argument.ArgumentFinder;
import org.entente.argument.Participants;
import org.entente.event.Announcement;
import org.entente.event.EventMention;
import org.entente.event.EventReader;
import org.entente.factuality.Veridicality;
import org.entente.learned.ByRule;
import org.entente.learned.Candidate;
import org.entente.lexicon.KindFrame.Trait;
import org.entente.lexicon.Lexicon;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.DateMention;
import org.entente.merge.Finding;
import org.entente.reference.Discourse;
import org.entente.syntax.ClauseGraph;
import org.entente.syntax.Relation;
import org.entente.syntax.VerbForm;
import org.entente.syntax.Word;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Role;
import org.entente.undertaking.Stage;
import org.entente.undertaking.Status;

/** Reads what one sentence reports: events, their parties, where they stand, and what is said of them. */
final class SentenceReader {

  private final Lexicon lexicon;
  private final EventReader events;
  private final Announcement announcement;
  private final ArgumentFinder arguments;
  private final Supposed supposed;
  private final StatusReader statuses;
  private final FieldReader fields;
  private final Describer describer;
  private final Consumer<Trace> traces;

  SentenceReader(
      Lexicon lexicon,
      EventReader events,
      Announcement announcement,
      ArgumentFinder arguments,
      StatusReader statuses,
      FieldReader fields,
      Describer describer,
      Consumer<Trace> traces) {
    this.lexicon = lexicon;
    this.events = events;
    this.announcement = announcement;
    this.arguments = arguments;
    this.supposed = new Supposed(lexicon, events, arguments);
    this.statuses = statuses;
    this.fields = fields;
    this.describer = describer;
    this.traces = traces;
  }

  /** @param ids gives each finding its id */
  List<EventReading> read(AnnotatedSentence sentence, Discourse discourse, IntSupplier ids) {
    List<EventReading> readings = new ArrayList<>();
    for (EventMention event : events.read(sentence)) {
      EventReading reading = read(event, discourse, ids);
      readings.add(reading);
      reading.finding().ifPresent(f -> discourse.event(f.states(), sentence));
    }
    return readings;
  }

  private EventReading read(EventMention event, Discourse discourse, IntSupplier ids) {
    boolean ownParties = arguments.counted(event) || ArgumentFinder.hasPartiesOfItsOwn(event, lexicon);
    Optional<String> reason = leftOut(event, ownParties);
    if (reason.isPresent()) {
      return read(event, Participants.NONE, Optional.empty(), Trace.LEFT_OUT + reason.get());
    }
    Participants participants = arguments.find(event, discourse);
    if (!participants.complete() || !event.stated() && !ownParties) {
      return read(event, participants, Optional.empty(), Trace.WITHOUT_A_PARTY);
    }
    Optional<Finding> found =
        statuses.read(event).map(s -> describe(event, kind(event, s), participants, s, ids.getAsInt()));
    String outcome = found.map(f -> f.told().asked() ? Trace.KEPT_BACK : f.status().conceptName())
        .orElse(Trace.NOT_ASSERTED);
    return read(event, participants, found, outcome);
  }

  private EventReading read(EventMention event, Participants parties, Optional<Finding> found, String outcome) {
    note(event, parties, outcome);
    return new EventReading(event, parties, found);
  }

  /** What the rules made of the word of an index, told something or not. */
  ByRule byRule(AnnotatedSentence sentence, int index, List<EventReading> events) {
    Word word = sentence.graph().words().get(index);
    List<String> speaksOf = fields.around(sentence, word);
    Optional<DateMention> date = describer.date(sentence, word);
    Optional<EventReading> reading = events.stream().filter(e -> e.event().word().index() == index).findFirst();
    ByRule.Roles roles = (kind, parties) -> roles(sentence, word, reading, kind, parties);
    return reading.map(e -> e.byRule(speaksOf, date, roles))
        .orElseGet(() -> new ByRule(Participants.NONE, Optional.empty(), speaksOf, date, roles));
  }

  private Participants roles(
      AnnotatedSentence sentence, Word word, Optional<EventReading> rule, Kind kind, List<Candidate> parties) {
    Participants found = rule.filter(r -> r.finding().filter(f -> f.kind() == kind).isPresent())
        .map(EventReading::participants)
        .orElseGet(() -> supposed.participants(acting(sentence, word, kind, rule), parties));
    return found.withOpposites();
  }

  private EventMention acting(AnnotatedSentence sentence, Word word, Kind kind, Optional<EventReading> rule) {
    Word acting = supposed.acting(sentence.graph(), word, kind);
    return supposed.event(sentence, acting, kind, rule.filter(r -> acting.index() == word.index()));
  }

  /** Why an event is no undertaking, whoever its parties are; empty where it may be one. */
  private Optional<String> leftOut(EventMention event, boolean ownParties) {
    if (event.factuality().negated()) {
      return Optional.of(Trace.OPEN);
    }
    if (announcement.isConflict(event)) {
      return Optional.of("conflict or sport");
    }
    if (announcement.isIdle(event)) {
      return Optional.of("a courtesy, or a way of speaking");
    }
    if (announcement.isEachForItself(event)) {
      return Optional.of("each does so for itself");
    }
    if (announcement.isSummary(event)) {
      return Optional.of("a count of what is told one by one");
    }
    if (statuses.isBackground(event)) {
      return Optional.of("background in the present tense");
    }
    if (event.veridicality() == Veridicality.NEGOTIATING && arguments.isOthersMatter(event)) {
      return Optional.of("others speak of it");
    }
    return event.isNoun() && !announcement.isAnnounced(event, ownParties)
        ? Optional.of("the noun lacks what its entry asks for")
        : Optional.empty();
  }

  /** Whether an event is conflict, sport, a way of speaking, advised against, or a count of what is told one by one. */
  boolean tellsNothing(EventMention event) {
    return announcement.isConflict(event) || announcement.isIdle(event) || announcement.isSummary(event)
        || announcement.isEachForItself(event)
        || advisedAgainst(event);
  }

  /** "A and B should not sign": nothing ended by that. */
  private boolean advisedAgainst(EventMention event) {
    return event.factuality().denies()
        && event.factuality().finite().flatMap(VerbForm::modal).filter(m -> lexicon.isA(m, "Urging")).isPresent();
  }

  /** Tells those who ask how an event was read. */
  void note(EventMention event, Participants participants, String outcome) {
    traces.accept(describer.trace(event, participants, outcome));
  }

  /** All that the sentence says of an event, once it is known what it is, who takes part and where it stands. */
  Finding describe(EventMention event, Kind kind, Participants cast, Status status, int id) {
    Participants participants = arguments.settled(event, kind, cast);
    BitSet phrase = phrase(event, kind);
    BitSet clause = new BitSet();
    clause.or(phrase);
    event.factuality().clauses().forEach(v -> clause.or(event.graph().clause(v)));
    AnnotatedSentence sentence = event.sentence();
    boolean agreed = lexicon.kind(kind).has(Trait.SIGNED) && (status == Status.CONCLUDED || status == Status.ENDED);
    List<Stage> history = agreed ? describer.history(sentence, describer.evidence(sentence)) : List.of();
    return new Finding(
        id,
        kind,
        status,
        participants.withOpposites(),
        fields.read(sentence, event.trigger(), phrase, clause),
        describer.details(event, kind, status, clause),
        history,
        describer.speaker(event),
        List.of(describer.evidence(sentence)),
        event.trigger().span(),
        told(event, status, participants.states(), describer.trace(event, participants, status.conceptName()).lines()),
        Set.of());
  }

  /** What one side only offers or asks for is its statement, except where the wish is the thing itself. */
  private Kind kind(EventMention event, Status status) {
    boolean statement = status == Status.OFFERED && !lexicon.kind(event.kind()).has(Trait.WISHED);
    return statement ? Kind.STATEMENT : event.kind();
  }

  private BitSet phrase(EventMention event, Kind kind) {
    ClauseGraph graph = event.graph();
    if (event.word().isVerb()) {
      return graph.clause(event.word());
    }
    // "an agreement that allows A to train B's soldiers" says in its clause what it is about.
    return lexicon.kind(kind).has(Trait.SIGNED) ? graph.subtree(event.word()) : graph.nounPhrase(event.word());
  }

  private Finding.Told told(EventMention event, Status status, Set<String> states, String rationale) {
    boolean claimed = event.veridicality() == Veridicality.CLAIMED;
    boolean asked =
        claimed || event.graph().question() && !presupposed(event);
    return new Finding.Told(
        describer.definite(event),
        describer.again(event, states),
        event.word().isVerb(),
        event.factuality().carried(),
        event.factuality().offer().map(Word::index).orElse(event.word().index()),
        asked,
        claimed || event.factuality().report().isPresent(),
        false,
        event.sentence().number(),
        OptionalDouble.empty(),
        statuses.ending(event, status),
        Optional.of(rationale));
  }

  /** "Were you there when the minister came?" takes the visit for granted. */
  private static boolean presupposed(EventMention event) {
    return event.graph().path(event.word()).stream().anyMatch(w -> w.is(Relation.ADVCL, Relation.RELCL));
  }
}
