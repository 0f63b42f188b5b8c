package org.entente.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.text.Sentence;
import org.entente.text.Token;

/**
 * Walks a sentence's dependency tree: subjects, objects, prepositions, the clause that a word stands in. It knows the
 * NLP4J (ClearNLP) labels, and nothing of actors or undertakings.
 */
final class Syntax {

  private static final Set<String> CLAUSES = Set.of("ccomp", "advcl", "relcl", "csubj", "parataxis");
  private static final Set<String> SUBJECTS = Set.of("nsubj", "nsubjpass", "csubj");

  private final Sentence sentence;
  private final List<List<Token>> children = new ArrayList<>();

  Syntax(Sentence sentence) {
    this.sentence = sentence;
    sentence.tokens().forEach(t -> children.add(new ArrayList<>()));
    for (Token t : sentence.tokens()) {
      if (t.head() >= 0) {
        children.get(t.head()).add(t);
      }
    }
  }

  Sentence sentence() {
    return sentence;
  }

  List<Token> tokens() {
    return sentence.tokens();
  }

  List<Token> children(Token t) {
    return children.get(t.index());
  }

  Optional<Token> child(Token t, String... relations) {
    Set<String> wanted = Set.of(relations);
    return children(t).stream().filter(c -> wanted.contains(c.relation())).findFirst();
  }

  Optional<Token> head(Token t) {
    return t.head() < 0 ? Optional.empty() : Optional.of(sentence.token(t.head()));
  }

  /** The particle of a verb ("over" in "hand over"). */
  Optional<Token> particle(Token verb) {
    return child(verb, "prt");
  }

  /** The tokens of the given subtree. */
  BitSet subtree(Token root) {
    BitSet set = new BitSet();
    collect(root, set, Set.of());
    return set;
  }

  private void collect(Token t, BitSet into, Set<String> without) {
    into.set(t.index());
    for (Token c : children(t)) {
      if (!without.contains(c.relation())) {
        collect(c, into, without);
      }
    }
  }

  /** A noun phrase: the noun and what hangs on it, without relative clauses and clauses in apposition. */
  BitSet nounPhrase(Token noun) {
    BitSet set = new BitSet();
    set.set(noun.index());
    for (Token c : children(noun)) {
      boolean otherClause = CLAUSES.contains(c.relation());
      boolean coordinated = c.relation().equals("conj") && (c.isVerb() || !c.isNoun());
      if (!otherClause && !coordinated) {
        set.or(c.relation().equals("conj") ? nounPhrase(c) : phrase(c));
      }
    }
    return set;
  }

  private BitSet phrase(Token t) {
    BitSet set = new BitSet();
    collect(t, set, CLAUSES);
    return set;
  }

  /** The clause of a verb: its own words, arguments and adjuncts, without other clauses and coordinated verbs. */
  BitSet clause(Token verb) {
    BitSet set = new BitSet();
    set.set(verb.index());
    for (Token c : children(verb)) {
      if (CLAUSES.contains(c.relation()) || (c.relation().equals("conj") && c.isVerb())) {
        continue;
      }
      set.or(phraseWithoutVerbsBeside(c));
    }
    return set;
  }

  private BitSet phraseWithoutVerbsBeside(Token t) {
    BitSet set = new BitSet();
    set.set(t.index());
    for (Token c : children(t)) {
      if (!CLAUSES.contains(c.relation())) {
        set.or(phraseWithoutVerbsBeside(c));
      }
    }
    return set;
  }

  /** The verb whose clause a word stands in; the word itself where it is a verb. */
  Optional<Token> verbOf(Token t) {
    Token at = t;
    for (int steps = 0; steps < tokens().size(); steps++) {
      if (at.isVerb() && !at.relation().startsWith("aux")) {
        return Optional.of(at);
      }
      Optional<Token> up = head(at);
      if (up.isEmpty()) {
        return Optional.empty();
      }
      at = up.get();
    }
    return Optional.empty();
  }

  /**
   * The subject of a verb, also where it is understood: of a coordinated verb that of the first; of an infinitive
   * that of the verb above it (its object where there is one); of a relative clause the noun it belongs to.
   */
  Optional<Token> subject(Token verb) {
    return subject(verb, 0);
  }

  private Optional<Token> subject(Token verb, int depth) {
    if (depth > 6) {
      return Optional.empty();
    }
    Optional<Token> own = children(verb).stream().filter(c -> SUBJECTS.contains(c.relation())).findFirst();
    if (own.isPresent()) {
      boolean relative = own.get().pos().startsWith("W") && verb.relation().equals("relcl");
      return relative ? head(verb) : own;
    }
    Optional<Token> head = head(verb);
    if (head.isEmpty()) {
      return Optional.empty();
    }
    return switch (verb.relation()) {
      case "conj" -> head.get().isVerb() ? subject(head.get(), depth + 1) : Optional.empty();
      case "xcomp", "advcl", "pcomp" -> understood(head.get(), verb, depth);
      case "relcl", "acl" -> head;
      default -> Optional.empty();
    };
  }

  private Optional<Token> understood(Token governor, Token verb, int depth) {
    Token above = governor;
    while (!above.isVerb() && above.head() >= 0) {
      above = sentence.token(above.head());
    }
    if (verb.relation().equals("xcomp")) {
      Optional<Token> object = child(above, "dobj");
      if (object.isPresent()) {
        return object;
      }
    }
    return above.isVerb() ? subject(above, depth + 1) : Optional.empty();
  }

  boolean passive(Token verb) {
    return child(verb, "auxpass", "nsubjpass").isPresent()
        || (verb.pos().equals("VBN") && (verb.relation().equals("acl") || coordinatedPassive(verb)));
  }

  private boolean coordinatedPassive(Token verb) {
    return verb.relation().equals("conj")
        && child(verb, "aux", "nsubj").isEmpty()
        && head(verb).filter(h -> h.pos().equals("VBN")).map(this::passive).orElse(false);
  }

  /** Whether a word stands under a preposition, and which; the nearest one. */
  Optional<Token> preposition(Token t) {
    Token at = t;
    while (at.head() >= 0) {
      if (at.relation().equals("pobj") || at.relation().equals("pcomp")) {
        return head(at);
      }
      if (at.isVerb()) {
        return Optional.empty();
      }
      at = sentence.token(at.head());
    }
    return Optional.empty();
  }
}
