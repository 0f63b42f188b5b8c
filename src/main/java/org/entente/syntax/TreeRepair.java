package org.entente.syntax;

import static org.entente.syntax.Relation.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Mends constructions in which the parser errs as a rule. Each repair names the words by which it is recognised; where
 * they are not there, nothing is touched.
 */
final class TreeRepair {

  /** How far behind its verb an object may begin. */
  private static final int NEAR = 5;

  private final List<Word> words;

  private TreeRepair(List<Word> words) {
    this.words = new ArrayList<>(words);
  }

  static List<Word> mend(List<Word> words) {
    TreeRepair repair = new TreeRepair(words);
    for (int i = 0; i < words.size(); i++) {
      repair.objectTakenForSubject(i);
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
      words.set(index, new Word(noun.token(), verb.index(), OBJ, ""));
      words.set(clause.index(), new Word(clause.token(), index, RELCL, ""));
    }
  }

  private boolean relativeBetween(Word noun, Word clause) {
    Optional<Word> relative =
        words.subList(noun.index() + 1, Math.max(noun.index() + 1, clause.index())).stream().filter(w -> w.tag().equals("WDT")).findFirst();
    return relative.isPresent();
  }
}
