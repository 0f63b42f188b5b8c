package org.entente.event;

import static org.entente.syntax.Relation.*;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.entente.lexicon.EventFrame;
import org.entente.lexicon.Lexicon;
import org.entente.lexicon.Signature;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.Sense;
import org.entente.syntax.ClauseGraph;
import org.entente.syntax.Word;
import org.entente.text.Span;

/** Finds the words of a sentence that the lexicon knows as announcing an undertaking. */
public final class TriggerFinder {

  /** How far the words of an idiom may stand behind its verb. */
  private static final int IDIOM = 8;

  /** How many words behind an imperative are looked at for its object. */
  private static final int OBJECT = 8;

  private final Lexicon lexicon;

  public TriggerFinder(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  public List<Trigger> find(AnnotatedSentence sentence) {
    List<Trigger> triggers = new ArrayList<>();
    for (Word word : sentence.graph().words()) {
      if (word.isVerb()) {
        verb(sentence, word).ifPresent(triggers::add);
      } else if (word.isNoun() || word.isAdjective()) {
        noun(sentence, word).ifPresent(triggers::add);
      }
    }
    return triggers;
  }

  /**
   * An imperative at the head of a sentence that the tagger took for a noun: "Swap thirty teachers", "Supply B with
   * boats". Only where a list of proposals makes an imperative likely.
   */
  public Optional<Trigger> imperative(AnnotatedSentence sentence) {
    List<Word> words = sentence.graph().words();
    Word first = words.getFirst();
    if (first.isVerb() || !first.isNoun() && !first.isAdjective() || sentence.named(first)) {
      return Optional.empty();
    }
    Selection selection = new Selection(sentence, lexicon);
    List<Word> behind = words.stream().skip(1).limit(OBJECT).filter(Word::isNoun).toList();
    return lexicon.verbs(first.form()).stream()
        .filter(f -> behind.stream().anyMatch(o -> selection.isOf(o, f.objectClasses())))
        .findFirst()
        .map(f -> new Trigger(first, first.span(), f));
  }

  // ---- nouns

  private Optional<Trigger> noun(AnnotatedSentence sentence, Word word) {
    boolean insideName = sentence.mentionAt(word).filter(m -> m.sense() != Sense.REFERENCE).isPresent();
    if (insideName || modifiesNoun(sentence.graph(), word)) {
      return Optional.empty();
    }
    for (EventFrame frame : lexicon.nouns(word.lemma())) {
      Optional<Span> span = words(sentence.graph().words(), word, frame);
      if (span.isPresent()) {
        return Optional.of(new Trigger(word, span.get(), frame));
      }
    }
    return Optional.empty();
  }

  /** "visit programme", "treaty obligations": the noun only tells what sort of thing another noun is. */
  private static boolean modifiesNoun(ClauseGraph graph, Word word) {
    List<Word> words = graph.words();
    boolean last = word.index() + 1 >= words.size();
    boolean beforeNoun =
        !last && words.get(word.index() + 1).isNoun() && !words.get(word.index() + 1).token().isProperNoun();
    boolean compound =
        word.is(COMPOUND) && graph.head(word).filter(h -> h.isNoun() && h.index() > word.index()).isPresent();
    return beforeNoun || compound;
  }

  private static Optional<Span> words(List<Word> words, Word head, EventFrame frame) {
    int first = head.index() - frame.head();
    if (first < 0 || first + frame.words().size() > words.size()) {
      return hyphenated(words, head, frame);
    }
    for (int i = 0; i < frame.words().size(); i++) {
      Word w = words.get(first + i);
      String wanted = frame.words().get(i);
      if (!w.lemma().equals(wanted) && !w.form().equals(wanted)) {
        return hyphenated(words, head, frame);
      }
    }
    return Optional.of(words.get(first).span().cover(words.get(first + frame.words().size() - 1).span()));
  }

  /** "air-defence exercise" is one word or three to the tokenizer; compare what is written. */
  private static Optional<Span> hyphenated(List<Word> words, Word head, EventFrame frame) {
    String wanted = String.join(" ", frame.words()).replace("-", " ");
    if (frame.head() != frame.words().size() - 1 || wanted.indexOf(' ') < 0) {
      return Optional.empty();
    }
    StringBuilder found = new StringBuilder(head.lemma());
    for (int i = head.index() - 1; i >= 0 && found.length() < wanted.length(); i--) {
      String form = words.get(i).token().form();
      if (!form.equals("-")) {
        found.insert(0, form.toLowerCase(Locale.ROOT).replace('-', ' ') + " ");
      }
      if (found.toString().equals(wanted)) {
        return Optional.of(words.get(i).span().cover(head.span()));
      }
    }
    return Optional.empty();
  }

  // ---- verbs

  private Optional<Trigger> verb(AnnotatedSentence sentence, Word verb) {
    if (verb.isAuxiliary() || verb.is(COMPOUND)) {
      return Optional.empty();
    }
    Selection selection = new Selection(sentence, lexicon);
    for (EventFrame frame : lexicon.verbs(verb.lemma())) {
      Optional<Span> span = idiom(sentence.graph(), verb, frame);
      if (span.isPresent() && selection.fits(verb, frame)) {
        return Optional.of(new Trigger(verb, span.get(), frame));
      }
    }
    return joint(verb, selection);
  }

  /** Whatever two states do together is joint action, though the lexicon does not know the verb: an entry of any word. */
  private Optional<Trigger> joint(Word verb, Selection selection) {
    // What is said, known or seen together is no joint action.
    boolean mayTell =
        lexicon.signatures(verb.lemma()).stream().noneMatch(s -> s.governs().contains(Signature.Governs.CLAUSE))
            && !lexicon.isA(verb.lemma(), "Copula");
    return mayTell
        ? lexicon.verbs(EventFrame.ANY).stream()
            .filter(f -> selection.fits(verb, f))
            .findFirst()
            .map(f -> new Trigger(verb, verb.span(), f))
        : Optional.empty();
  }

  /** The verb with its particle, preposition or fixed object: each word behind the one before, and under the verb. */
  private static Optional<Span> idiom(ClauseGraph graph, Word verb, EventFrame frame) {
    Span span = verb.span();
    int at = verb.index();
    Set<Integer> own = new HashSet<>();
    for (String word : frame.beside()) {
      Optional<Word> found = next(graph, verb, word, at).filter(w -> !isOfOtherNoun(graph, w, own));
      if (found.isEmpty()) {
        return Optional.empty();
      }
      at = found.get().index();
      own.add(at);
      span = span.cover(found.get().span());
    }
    return Optional.of(span);
  }

  private static Optional<Word> next(ClauseGraph graph, Word verb, String wanted, int after) {
    int end = Math.min(graph.words().size(), verb.index() + IDIOM + 1);
    return graph.words().subList(Math.min(after + 1, end), end).stream()
        .takeWhile(w -> w.lemma().equals(wanted) || w.form().equals(wanted) || !opensClause(graph, w, verb))
        .filter(w -> w.lemma().equals(wanted) || w.form().equals(wanted))
        .filter(w -> belongs(graph, w, verb) && !(w.isVerb() && w.is(CONJ)))
        .findFirst();
  }

  /** "resumed <i>plans to work</i>" is not "resumed work". */
  private static boolean isOfOtherNoun(ClauseGraph graph, Word word, Set<Integer> own) {
    return word.isVerb() && word.is(ACL)
        && graph.head(word).filter(noun -> noun.isNoun() && !own.contains(noun.index())).isPresent();
  }

  /** "is called for, since the river rises on their side": the words of an idiom do not reach into another clause. */
  private static boolean opensClause(ClauseGraph graph, Word word, Word verb) {
    return word.isVerb() && !word.isAuxiliary() && word.index() != verb.index()
        && graph.child(word, NSUBJ, NSUBJ_PASS).isPresent();
  }

  /** A particle hangs on its verb; a preposition on its noun, and that on the verb; words of a fixed object likewise. */
  private static boolean belongs(ClauseGraph graph, Word word, Word verb) {
    List<Word> path = graph.path(word);
    Set<Integer> near = Set.of(1, 2, 3);
    return path.size() > 1
        && near.stream().anyMatch(i -> i < path.size() && path.get(i).index() == verb.index());
  }
}
