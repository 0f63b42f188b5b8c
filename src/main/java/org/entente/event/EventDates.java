package org.entente.event;

import static org.entente.syntax.Relation.*;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.entente.lexicon.Lexicon;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.DateMention;
import org.entente.syntax.ClauseGraph;
import org.entente.syntax.VerbForm;
import org.entente.syntax.Word;

/** Which date of a sentence belongs to a word. */
public final class EventDates {

  private static final int DEPTH = 6;

  /** How many characters a step's date may stand behind its word. */
  private static final int BESIDE = 15;

  private final Lexicon lexicon;

  public EventDates(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** One in the word's own clause, else one in a clause above, else the one that heads the block. */
  public Optional<DateMention> of(AnnotatedSentence sentence, Optional<Word> word) {
    return of(sentence, word, date -> true);
  }

  /**
   * The same among some dates.
   *
   * @param fits which dates come into question
   */
  public Optional<DateMention> of(AnnotatedSentence sentence, Optional<Word> word, Predicate<DateMention> fits) {
    return own(sentence, word).filter(fits).or(sentence::heading);
  }

  /** The date right behind a word, else its own. */
  public Optional<DateMention> behind(AnnotatedSentence sentence, Word word) {
    return sentence.dates().stream()
        .filter(d -> d.span().start() >= word.span().end() && d.span().start() - word.span().end() <= BESIDE)
        .findFirst()
        .or(() -> own(sentence, Optional.of(word)));
  }

  /** One in the word's own clause and in none above. */
  public Optional<DateMention> inOwnClause(AnnotatedSentence sentence, Word word) {
    return sentence.graph().verbOf(word).flatMap(verb -> nearest(sentence, verb, word));
  }

  private Optional<DateMention> own(AnnotatedSentence sentence, Optional<Word> word) {
    if (sentence.dates().isEmpty()) {
      return Optional.empty();
    }
    if (word.isPresent()) {
      Optional<Optional<DateMention>> decided = inClauses(sentence, word.get());
      if (decided.flatMap(d -> d).filter(d -> isOfAnotherAct(sentence, d, word.get())).isPresent()) {
        return Optional.empty();
      }
      if (decided.isPresent()) {
        return decided.get();
      }
      boolean saidThen = sentence.dates().stream().allMatch(d -> reportsAt(sentence, d));
      if (saidThen) {
        return Optional.empty();
      }
    }
    DateMention first = sentence.dates().getFirst();
    boolean leading = first.span().start() <= sentence.span().start() + 2;
    boolean only = sentence.dates().size() == 1
        && word.filter(w -> isOfEffect(sentence, first, w) || isOfAnotherAct(sentence, first, w)).isEmpty();
    return leading || only ? Optional.of(first) : Optional.empty();
  }

  /** "will fly to Kenya after visiting Angola <i>last week</i>": when the other thing was done. */
  private boolean isOfAnotherAct(AnnotatedSentence sentence, DateMention date, Word word) {
    ClauseGraph graph = sentence.graph();
    return graph.verbOf(sentence.headOf(date.span()))
        .filter(v -> v.is(PCOMP) && lexicon.isA(v.marker(), "Sequel") && !graph.isUnder(word, v)).isPresent();
  }

  /** "signed a pact that will enter into force <i>in May</i>": when the thing will do something, not when it came to be. */
  private static boolean isOfEffect(AnnotatedSentence sentence, DateMention date, Word word) {
    ClauseGraph graph = sentence.graph();
    return graph.verbOf(sentence.headOf(date.span()))
        .filter(v -> v.is(RELCL) && graph.isUnder(v, word) && !graph.passive(v))
        .filter(v -> VerbForm.of(graph, v).modal().isPresent()).isPresent();
  }

  /** The date found in the clauses over a word; an empty one where a clause of its own has none; nothing if undecided. */
  private Optional<Optional<DateMention>> inClauses(AnnotatedSentence sentence, Word word) {
    ClauseGraph graph = sentence.graph();
    Optional<Word> verb = graph.verbOf(word);
    for (int depth = 0; verb.isPresent() && depth < DEPTH; depth++) {
      Optional<DateMention> near = nearest(sentence, verb.get(), word);
      if (near.isPresent()) {
        return Optional.of(near);
      }
      if (verb.get().is(CONJ) && graph.child(verb.get(), NSUBJ, NSUBJ_PASS).isPresent()) {
        // A coordinated clause with a subject of its own has its own time.
        return Optional.of(Optional.empty());
      }
      verb = graph.head(verb.get()).flatMap(graph::verbOf).filter(v -> !lexicon.isA(v.lemma(), "Saying"));
    }
    return Optional.empty();
  }

  private static Optional<DateMention> nearest(AnnotatedSentence sentence, Word verb, Word word) {
    BitSet clause = sentence.graph().clause(verb);
    List<DateMention> inside =
        sentence.dates().stream().filter(d -> clause.get(sentence.headOf(d.span()).index())).toList();
    return inside.stream()
        .min(
            Comparator.comparing((DateMention d) -> premodifies(sentence, d, word))
                .thenComparing(d -> isOfSomethingElse(sentence, d, verb, word))
                .thenComparingInt(d -> Math.abs(sentence.headOf(d.span()).index() - word.index())));
  }

  /** "the commission, dormant since 2009, will meet": a date may stand with another word than the clause's verb. */
  private static boolean isOfSomethingElse(AnnotatedSentence sentence, DateMention date, Word verb, Word word) {
    List<Word> path = sentence.graph().path(sentence.headOf(date.span()));
    return path.stream().skip(1).takeWhile(w -> w.index() != verb.index() && w.index() != word.index())
        .anyMatch(w -> w.isNoun() || w.isVerb() || w.isAdjective());
  }

  /** "its 2016 pact": the year tells which pact, not when something became of it. */
  private static boolean premodifies(AnnotatedSentence sentence, DateMention date, Word noun) {
    Word head = sentence.headOf(date.span());
    return noun.isNoun() && head.head() == noun.index() && head.index() < noun.index();
  }

  /** The date of a verb of saying is when it was said. */
  private boolean reportsAt(AnnotatedSentence sentence, DateMention date) {
    return sentence.graph().verbOf(sentence.headOf(date.span())).filter(v -> lexicon.isA(v.lemma(), "Saying"))
        .isPresent();
  }
}
