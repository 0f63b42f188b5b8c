package org.entente.extract;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.entente.lexicon.Operator;
import org.entente.text.Token;

/**
 * Where an undertaking stands, as the words above its trigger say: the result of climbing from the trigger to the
 * root of the sentence. Mutable while {@link StatusReader} climbs, then only read.
 */
final class Standing {

  /** How the text presents it. */
  enum View {
    /** A fact in the past. */
    DONE,
    /** A fact in the present that goes on. */
    ONGOING,
    /** Present tense that may be a headline, a habit or a timetable: dates decide. */
    PRESENT,
    NEGOTIATING,
    PLANNED,
    OFFERED,
    PROPOSED,
    POSSIBLE,
    ENDED,
    /** Not stated at all: a question, a condition contrary to fact, a dream, a plain negation. */
    UNSTATED
  }

  private Optional<View> view = Optional.empty();
  private boolean carried;
  private boolean denied;
  private final Set<String> stages = new TreeSet<>();
  private Optional<Token> finiteVerb = Optional.empty();
  private Optional<Token> offerVerb = Optional.empty();
  private Optional<Operator> operator = Optional.empty();
  private final Set<Integer> clauses = new TreeSet<>();

  Optional<View> view() {
    return view;
  }

  void view(View newView) {
    view = Optional.of(newView);
  }

  /** Whether a verb that carries such nouns stands above: "hold (talks)". */
  boolean carried() {
    return carried;
  }

  void carriedBy(Operator by) {
    carried = true;
    operator = Optional.of(by);
    by.stage().ifPresent(stages::add);
  }

  boolean denied() {
    return denied;
  }

  void deny() {
    denied = true;
  }

  Set<String> stages() {
    return stages;
  }

  Optional<Operator> operator() {
    return operator;
  }

  /** The innermost finite verb over the trigger: its clause is where dates and parties are. */
  Optional<Token> finiteVerb() {
    return finiteVerb;
  }

  void finiteVerb(Token verb) {
    if (finiteVerb.isEmpty()) {
      finiteVerb = Optional.of(verb);
    }
  }

  /** The verb that offers, asks or invites, where one stands above. */
  Optional<Token> offerVerb() {
    return offerVerb;
  }

  void offerVerb(Token verb) {
    if (offerVerb.isEmpty()) {
      offerVerb = Optional.of(verb);
    }
  }

  /** Indices of the verbs whose clauses take part in stating it, from the trigger upwards. */
  Set<Integer> clauses() {
    return clauses;
  }
}
