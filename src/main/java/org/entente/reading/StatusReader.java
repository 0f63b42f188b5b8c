package org.entente.reading;

import static org.entente.syntax.Relation.*;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.entente.article.Block;
import org.entente.event.DateSide;
import org.entente.event.EventDates;
import org.entente.event.EventMention;
import org.entente.factuality.Veridicality;
import org.entente.lexicon.EventFrame;
import org.entente.lexicon.KindFrame.Trait;
import org.entente.lexicon.Lexicon;
import org.entente.lexicon.Signature;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.DateMention;
import org.entente.syntax.ClauseGraph;
import org.entente.syntax.VerbForm;
import org.entente.syntax.VerbForm.Tense;
import org.entente.time.TimeInterval;
import org.entente.undertaking.Ending;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Status;

/** Maps factuality, tense and kind to the status of an undertaking; empty where nothing is asserted. */
final class StatusReader {

  private final Lexicon lexicon;
  private final EventDates dates;
  private final Optional<LocalDate> published;

  StatusReader(Lexicon lexicon, EventDates dates, Optional<LocalDate> published) {
    this.lexicon = lexicon;
    this.dates = dates;
    this.published = published;
  }

  Optional<Status> read(EventMention event) {
    boolean ends = isEnd(event);
    // "never broke off relations": what did not end is not told as ended, nor as a denial.
    return ends && event.veridicality() == Veridicality.DENIED ? Optional.empty() : standing(event);
  }

  private Optional<Status> standing(EventMention event) {
    Status done = lexicon.kind(event.kind()).done();
    return switch (event.veridicality()) {
      case FACT -> Optional.of(fact(event, done));
      case ONGOING -> Optional.of(ongoing(event, done));
      case NEGOTIATING -> Optional.of(Status.NEGOTIATING);
      case PLANNED -> Optional.of(isBehind(event) ? done : isEnd(event) ? Status.ENDED : Status.PLANNED);
      case OFFERED -> Optional.of(Status.OFFERED);
      case PROPOSED -> Optional.of(Status.PROPOSED);
      case POSSIBLE -> Optional.of(Status.POSSIBLE);
      case STOPPED, CALLED_OFF, REFUSED, FAILED, LAPSED, DENIED -> Optional.of(Status.ENDED);
      // Never published as it stands; a denial makes it one that ended.
      case CLAIMED -> Optional.of(done);
      case NOT, OPEN -> Optional.empty();
    };
  }

  /** "will withdraw its soldiers": what is planned is an end. */
  static boolean isEnd(EventMention event) {
    return event.frame().status().filter(s -> s == Status.ENDED).isPresent();
  }

  /** "will visit A <i>after touring B last week</i>": what comes first has been, whatever comes then. */
  private boolean isBehind(EventMention event) {
    boolean first = event.factuality().steps().stream().findFirst().filter(s -> lexicon.isA(s.words(), "Preceding"))
        .isPresent();
    return first && dates.inOwnClause(event.sentence(), event.word()).filter(d -> !DateSide.isOnlyWeekday(d))
        .flatMap(DateMention::interval)
        .filter(i -> published.filter(i.latest()::isBefore).isPresent()).isPresent();
  }

  /** How it came to its end: by what governs it, else by the entry's own verb ("turn down an offer"). */
  Optional<Ending> ending(EventMention event, Status status) {
    return status == Status.ENDED ? event.veridicality().ending().or(() -> own(event.frame())) : Optional.empty();
  }

  private Optional<Ending> own(EventFrame frame) {
    Comparator<Signature> specific =
        Comparator.comparingInt((Signature s) -> s.words().size()).thenComparing(s -> !s.kinds().isEmpty());
    return frame.status().filter(s -> s == Status.ENDED)
        .map(ended -> lexicon.signatures(frame.headWord()).stream()
            .filter(s -> s.carries(Optional.of(frame.kind())) && frame.words().containsAll(s.beside()))
            .filter(s -> s.affirmed().ending().isPresent())
            .max(specific).flatMap(s -> s.affirmed().ending()).orElse(Ending.STOPPED));
  }

  private Status fact(EventMention event, Status done) {
    Optional<Status> own = event.frame().status();
    Optional<Tense> tense = event.factuality().finite().map(VerbForm::tense);
    if (tense.filter(t -> t == Tense.PERFECT).isPresent() && lasting(event)) {
      return ongoing(event, done);
    }
    if (tense.filter(t -> t == Tense.PRESENT).isPresent() && !caption(event)) {
      return own.filter(StatusReader::holdsInThePresent).orElseGet(() -> present(event, done));
    }
    return own.orElse(done);
  }

  private boolean has(EventMention event, Trait trait) {
    return lexicon.kind(event.kind()).has(trait);
  }

  /** "haggle over a price", "offer help": what is only offered or negotiated is so in the present tense as well. */
  private static boolean holdsInThePresent(Status own) {
    return own != Status.COMPLETED && own != Status.CONCLUDED && own != Status.ONGOING;
  }

  /** A caption speaks of the moment of the picture in the present tense. */
  private static boolean caption(EventMention event) {
    return event.sentence().block().kind() == Block.Kind.CAPTION;
  }

  /** "20 February: A and B hold their annual dialogue" tells of this one. */
  private static boolean entry(EventMention event) {
    return event.sentence().heading().isPresent()
        && event.factuality().finite().filter(f -> f.tense() == Tense.PRESENT).isPresent();
  }

  private Status ongoing(EventMention event, Status done) {
    if (caption(event) || entry(event)) {
      return done;
    }
    if (has(event, Trait.SAID)) {
      return Status.OFFERED;
    }
    Optional<Status> own = event.frame().status().filter(StatusReader::holdsInThePresent);
    if (own.isPresent() || !has(event, Trait.SIGNED)) {
      return own.orElse(Status.ONGOING);
    }
    return Status.CONCLUDED;
  }

  /** "has trained them since 2014", "have been stationed there for years". */
  private boolean lasting(EventMention event) {
    ClauseGraph graph = event.graph();
    return event.factuality().finite()
        .map(VerbForm::verb)
        .filter(
            v -> graph.hasChild(
                v,
                c -> lexicon.isA(c.marker(), "Since") || lexicon.isA(c.lemma(), "Since")
                    || c.is(OBL) && lexicon.isA(c.marker(), "For") && lexicon.isA(c.lemma(), "Duration")))
        .isPresent();
  }

  /** The present tense is a timetable with a future date, a chronicle or headline with a past one, else a habit. */
  private Status present(EventMention event, Status done) {
    AnnotatedSentence sentence = event.sentence();
    boolean habit = !entry(event) && sentence.graph().words().stream().anyMatch(w -> lexicon.isA(w.form(), "Habit"));
    if (habit && done == Status.COMPLETED) {
      return Status.ONGOING;
    }
    Optional<TimeInterval> when =
        dates.of(sentence, event.factuality().finite().map(VerbForm::verb)).flatMap(DateMention::interval);
    if (when.isPresent() && published.isPresent() && when.get().earliest().isAfter(published.get())) {
      return Status.PLANNED;
    }
    boolean past = when.isPresent()
        && published.map(day -> when.get().latest().isBefore(day)).orElseGet(() -> entry(event));
    return past || done == Status.CONCLUDED ? done : Status.ONGOING;
  }

  /** "every rifle that they import": a transfer told in passing in the plain present is background, unless it is dated. */
  boolean isBackground(EventMention event) {
    return has(event, Trait.OF_THINGS)
        && event.word().is(RELCL)
        && event.veridicality() == Veridicality.FACT
        && event.factuality().finite().filter(f -> f.tense() == Tense.PRESENT).isPresent()
        && dates.of(event.sentence(), Optional.of(event.word())).isEmpty();
  }
}
