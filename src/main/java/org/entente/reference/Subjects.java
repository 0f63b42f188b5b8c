package org.entente.reference;

import static org.entente.syntax.Relation.*;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.ActorMention;
import org.entente.mention.Mention.Sense;
import org.entente.syntax.Relation;
import org.entente.syntax.Word;

/** Which mentions stand as the subject of their clause. */
public final class Subjects {

  private static final int DEPTH = 4;

  private Subjects() {}

  public static boolean isSubject(AnnotatedSentence sentence, ActorMention mention) {
    Word at = sentence.headOf(mention.span());
    for (int depth = 0; depth < DEPTH; depth++) {
      if (at.is(NSUBJ, NSUBJ_PASS)) {
        return true;
      }
      Optional<Word> head = sentence.graph().head(at);
      if (!at.is(CONJ, POSS, COMPOUND, APPOS) || head.isEmpty()) {
        return false;
      }
      at = head.get();
    }
    return false;
  }

  /** The states of a subject with all that are coordinated in it. */
  static List<String> states(AnnotatedSentence sentence, ActorMention mention) {
    Word head = sentence.graph().firstConjunct(sentence.headOf(mention.span()));
    Set<String> all = new LinkedHashSet<>(sentence.mentionAt(head).map(ActorMention::states).orElse(List.of()));
    all.addAll(mention.states());
    sentence.mentionsIn(sentence.graph().nounPhrase(head)).stream()
        .filter(m -> sentence.headOf(m.span()).is(Relation.CONJ))
        .forEach(m -> all.addAll(m.states()));
    return new ArrayList<>(all);
  }

  /**
   * The one state of the noun that a word's clause stands on, where the clause has no subject of its own before the word: "the
   * Colombian delegation led by <i>its</i> minister".
   */
  static List<String> holderOfClause(AnnotatedSentence sentence, int index) {
    Optional<Word> clause = sentence.graph().path(sentence.graph().word(index)).stream()
        .filter(w -> w.is(ACL, RELCL)).findFirst();
    Optional<Word> noun = clause.flatMap(sentence.graph()::head).filter(n -> n.index() < index);
    if (noun.isEmpty()) {
      return List.of();
    }
    int from = noun.get().index();
    boolean ownSubject = sentence.actors().stream().filter(m -> !m.states().isEmpty())
        .anyMatch(m -> isBetween(sentence, m, from, index) && isSubject(sentence, m));
    List<String> states = sentence.mentionsIn(sentence.graph().nounPhrase(noun.get())).stream()
        .filter(m -> m.sense() != Sense.LOCATION && sentence.headOf(m.span()).index() <= from)
        .flatMap(m -> m.states().stream()).distinct().toList();
    return ownSubject || states.size() != 1 ? List.of() : states;
  }

  private static boolean isBetween(AnnotatedSentence sentence, ActorMention mention, int from, int before) {
    int head = sentence.headOf(mention.span()).index();
    return head > from && head < before;
  }

  /** The states named before a word; those that are only where something happens left out. */
  static List<String> statesBefore(AnnotatedSentence sentence, int index) {
    return sentence.actors().stream()
        .filter(m -> m.sense() != Sense.LOCATION && sentence.headOf(m.span()).index() < index)
        .flatMap(m -> m.states().stream())
        .distinct()
        .toList();
  }
}
