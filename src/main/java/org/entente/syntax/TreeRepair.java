package org.entente.syntax;

import static org.entente.syntax.Relation.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Mends constructions in which the parser errs as a rule. Each repair names the words by which it is recognised; where
 * they are not there, nothing is touched.
 */
final class TreeRepair {

  /** How far behind its verb an object may begin. */
  private static final int NEAR = 5;
  /** Prepositions that also open a clause. */
  private static final Set<String> SUBORDINATORS = Set.of("after", "before", "until", "since", "once", "as", "than");

  private final List<Word> words;

  private TreeRepair(List<Word> words) {
    this.words = new ArrayList<>(words);
  }

  static List<Word> mend(List<Word> words) {
    TreeRepair repair = new TreeRepair(words);
    for (int i = 0; i < words.size(); i++) {
      repair.objectTakenForSubject(i);
      repair.invertedCondition(i);
      repair.participleTakenForVerb(i);
      repair.adverbOfAuxiliary(i);
      repair.infinitiveOfComparison(i);
      repair.conjunctionTakenForObject(i);
      repair.clauseTakenForPhrase(i);
    }
    return repair.words;
  }

  /**
   * "initialled <i>an agreement</i> under which lorries may drive": the parser takes the object for the subject of the
   * relative clause and that for the verb's complement.
   */
  private void objectTakenForSubject(int index) {
    Word noun = words.get(index);
    if (!noun.is(NSUBJ) || !noun.isNoun()) {
      return;
    }
    Word clause = words.get(noun.head());
    boolean complement = clause.is(CCOMP) && clause.head() >= 0 && clause.head() < index;
    if (complement && relativeBetween(noun, clause) && clause.head() >= index - NEAR) {
      Word verb = words.get(clause.head());
      move(noun, verb.index(), OBJ, "");
      move(clause, index, RELCL, "");
    }
  }

  /** "<i>Had</i> A and B signed, ...": the parser takes the auxiliary for the verb and its subject for the object. */
  private void invertedCondition(int index) {
    Word auxiliary = words.get(index);
    boolean opens = index == 0 && auxiliary.is(ADVCL) && auxiliary.tag().equals("VBD");
    Optional<Word> subject = opens ? child(auxiliary, OBJ) : Optional.empty();
    Optional<Word> verb = opens ? child(auxiliary, CONJ).filter(Word::isVerb) : Optional.empty();
    if (subject.isPresent() && verb.isPresent() && subject.get().index() < verb.get().index()) {
      move(verb.get(), auxiliary.head(), ADVCL, "if");
      move(subject.get(), verb.get().index(), NSUBJ, "");
      move(auxiliary, verb.get().index(), AUX, "");
    }
  }

  /** "A trip, <i>announced</i> for May, was called off": the parser takes the participle for the sentence's verb. */
  private void participleTakenForVerb(int index) {
    Word participle = words.get(index);
    boolean apart = index > 0 && words.get(index - 1).form().equals(",") && participle.tag().equals("VBD");
    Optional<Word> subject = apart ? child(participle, NSUBJ).filter(s -> s.index() < index) : Optional.empty();
    Optional<Word> passive = apart ? child(participle, CCOMP).filter(this::passiveBehindComma) : Optional.empty();
    if (subject.isPresent() && passive.isPresent()) {
      move(passive.get(), participle.head(), participle.relation(), participle.marker());
      move(subject.get(), passive.get().index(), NSUBJ_PASS, "");
      move(participle, subject.get().index(), ACL, "");
    }
  }

  /** "<i>Never</i> in its history has A signed": the parser hangs what opens an inverted clause on the auxiliary. */
  private void adverbOfAuxiliary(int index) {
    Word adverb = words.get(index);
    Optional<Word> auxiliary =
        Optional.of(adverb).filter(a -> a.is(NEG, ADVMOD) && a.head() > index).map(a -> words.get(a.head()))
            .filter(a -> a.is(AUX) && a.head() > a.index());
    auxiliary.ifPresent(a -> move(adverb, a.head(), adverb.relation(), adverb.marker()));
  }

  /**
   * "wrote a letter <i>rather than meet</i> them", "<i>sooner than sign</i>": the parser takes the bare infinitive behind
   * an adverb and a conjunction for one more thing that is done.
   */
  private void infinitiveOfComparison(int index) {
    Word verb = words.get(index);
    boolean compared = index > 1 && verb.tag().equals("VB") && verb.is(CONJ, ADVCL) && verb.head() >= 0
        && words.get(index - 1).tag().equals("IN") && words.get(index - 2).tag().startsWith("RB");
    if (compared) {
      Word head = words.get(verb.head());
      while (!head.isVerb() && head.head() >= 0) {
        head = words.get(head.head());
      }
      String marker = words.get(index - 2).form() + " " + words.get(index - 1).form();
      move(verb, head.index(), ADVCL, marker);
    }
  }

  /**
   * "denied a story <i>that</i> it had offered Ghana a port": the parser takes the conjunction for a relative pronoun, and
   * so for an object, although the verb has one.
   */
  private void conjunctionTakenForObject(int index) {
    Word conjunction = words.get(index);
    boolean object = conjunction.is(OBJ, IOBJ) && conjunction.tag().equals("WDT") && conjunction.head() > index;
    boolean another = object && words.stream()
        .anyMatch(w -> w.head() == conjunction.head() && w.is(OBJ) && w.index() > conjunction.head());
    if (another) {
      move(conjunction, conjunction.head(), MARK, "");
    }
  }

  /**
   * "A paid <i>after B and C signed</i>": the parser takes the conjunction for a preposition of the two and the verb
   * behind them for the sentence's second.
   */
  private void clauseTakenForPhrase(int index) {
    Word verb = words.get(index);
    int first =
        words.stream().filter(w -> w.isAuxiliary() && w.head() == index).mapToInt(Word::index).min().orElse(index);
    boolean second = verb.is(CONJ, ROOT) && verb.isVerb() && !verb.tag().equals("VB") && first > 1;
    if (!second || words.stream().anyMatch(w -> w.head() == index && w.is(NSUBJ, NSUBJ_PASS))) {
      return;
    }
    Word last = words.get(first - 1);
    Word subject = last.is(CONJ) && last.head() >= 0 ? words.get(last.head()) : last;
    Optional<Word> over = subordinating(subject).filter(v -> !isUnder(v, verb));
    if (over.isPresent()) {
      child(subject, CASE).ifPresent(c -> move(c, index, MARK, ""));
      move(subject, index, NSUBJ, "");
      move(verb, over.get().index(), ADVCL, subject.marker());
    }
  }

  /** The verb before a noun that stands as a phrase of time under it. */
  private Optional<Word> subordinating(Word noun) {
    boolean phrase = noun.isNoun() && noun.is(OBL, NMOD) && SUBORDINATORS.contains(noun.marker());
    return phrase ? Optional.of(words.get(noun.head())).filter(v -> v.isVerb() && v.index() < noun.index())
        : Optional.empty();
  }

  private boolean passiveBehindComma(Word verb) {
    Optional<Word> auxiliary = child(verb, AUX_PASS);
    return child(verb, NSUBJ).isEmpty()
        && child(verb, NSUBJ_PASS).isEmpty()
        && auxiliary.filter(a -> words.get(a.index() - 1).form().equals(",")).isPresent();
  }

  private Optional<Word> child(Word of, Relation relation) {
    return words.stream().filter(w -> w.head() == of.index() && w.is(relation)).findFirst();
  }

  private boolean isUnder(Word word, Word above) {
    Word at = word;
    while (at.head() >= 0 && at.index() != above.index()) {
      at = words.get(at.head());
    }
    return at.index() == above.index();
  }

  private void move(Word word, int head, Relation relation, String marker) {
    words.set(word.index(), new Word(word.token(), head, relation, marker));
  }

  private boolean relativeBetween(Word noun, Word clause) {
    Optional<Word> relative =
        words.subList(noun.index() + 1, Math.max(noun.index() + 1, clause.index())).stream()
            .filter(w -> w.tag().equals("WDT")).findFirst();
    return relative.isPresent();
  }
}
