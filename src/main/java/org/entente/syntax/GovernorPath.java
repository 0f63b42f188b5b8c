package org.entente.syntax;

import static org.entente.syntax.Relation.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.syntax.Govern.Manner;

/**
 * What governs a word, step by step up to the root: "denied that it had agreed to hold talks" gives for "talks" hold,
 * agree, deny. Coordination is looked through. The path ends where a clause is only attached to something ("the treaty
 * that A signed") and so stands by itself.
 */
public final class GovernorPath {

  private final ClauseGraph graph;

  private GovernorPath(ClauseGraph graph) {
    this.graph = graph;
  }

  /** The steps from the nearest governor to the last. */
  public static List<Govern> of(ClauseGraph graph, Word word) {
    GovernorPath path = new GovernorPath(graph);
    List<Govern> steps = new ArrayList<>();
    Optional<Govern> step = path.step(word);
    while (step.isPresent() && steps.size() < graph.words().size()) {
      steps.add(step.get());
      step = path.ends(step.get()) ? Optional.empty() : path.step(step.get().governor());
    }
    return steps;
  }

  private boolean ends(Govern step) {
    return step.manner() == Manner.CONJUNCTION || graph.isUnder(step.governor(), step.governed());
  }

  private Optional<Govern> step(Word word) {
    Word at = graph.firstConjunct(word);
    if (at.isVerb() != word.isVerb()) {
      at = word;
    }
    Optional<Word> head = graph.head(at);
    if (head.isEmpty()) {
      return Optional.empty();
    }
    return at.isVerb() ? verb(at, head.get()) : nominal(at, head.get());
  }

  private Optional<Govern> verb(Word verb, Word head) {
    return switch (verb.relation()) {
      case XCOMP, CCOMP, CSUBJ -> complement(verb, head);
      case PCOMP -> Optional.of(new Govern(verb, head, Manner.GERUND, verb.marker()));
      case ACL -> infinitive(verb) ? Optional.of(new Govern(verb, head, Manner.INFINITIVE, "")) : saidOf(verb, head);
      case RELCL -> infinitive(verb) ? Optional.of(new Govern(verb, head, Manner.INFINITIVE, "")) : saidOf(verb, head);
      case ADVCL -> Optional.of(adverbial(verb, head));
      case OBJ, NSUBJ, NSUBJ_PASS, PREDICATIVE -> Optional.of(new Govern(verb, head, Manner.GERUND, ""));
      default -> Optional.empty();
    };
  }

  private Optional<Govern> complement(Word verb, Word head) {
    return parted(verb, head) ? Optional.empty() : Optional.of(new Govern(verb, head, manner(verb), verb.marker()));
  }

  /** "A offers jets; no decision is expected": a semicolon parts statements that the parser ties together. */
  private boolean parted(Word clause, Word head) {
    int from = Math.min(clause.index(), head.index());
    int to = Math.max(clause.index(), head.index());
    return graph.words().subList(from, to).stream().anyMatch(t -> t.form().equals(";"));
  }

  private Manner manner(Word verb) {
    if (infinitive(verb)) {
      return Manner.INFINITIVE;
    }
    boolean gerund = VerbForm.of(graph, verb).tense() == VerbForm.Tense.GERUND;
    return gerund ? Manner.GERUND : Manner.CLAUSE;
  }

  private boolean infinitive(Word verb) {
    return graph.children(verb, AUX).anyMatch(t -> t.tag().equals("TO"));
  }

  /** "rumours that A had signed": a clause with "that" and no gap is what the noun says, not a relative clause. */
  private Optional<Govern> saidOf(Word verb, Word head) {
    boolean content =
        head.isNoun()
            && graph.children(verb, MARK, DEP).anyMatch(m -> m.lemma().equals("that"))
            && graph.children(verb, NSUBJ, NSUBJ_PASS).anyMatch(s -> !s.isRelative());
    return content ? Optional.of(new Govern(verb, head, Manner.CLAUSE, "that")) : Optional.empty();
  }

  private Govern adverbial(Word verb, Word head) {
    Optional<Word> subject = graph.child(verb, NSUBJ);
    if (!verb.marker().isEmpty() && infinitive(verb) && subject.isPresent()) {
      // "it would be wise for A to sign": what is wise is that A signs.
      return new Govern(verb, head, Manner.INFINITIVE, "");
    }
    boolean infinitive = verb.marker().isEmpty() && infinitive(verb);
    if (infinitive && subject.isPresent()) {
      // "the first state to sign": the parser takes the noun for the infinitive's subject.
      return new Govern(verb, subject.get(), Manner.INFINITIVE, "");
    }
    String marker = infinitive ? "to" : verb.marker();
    return new Govern(verb, head, Manner.CONJUNCTION, marker);
  }

  private Optional<Govern> nominal(Word word, Word head) {
    return switch (word.relation()) {
      case NSUBJ, AGENT -> Optional.of(new Govern(word, head, Manner.SUBJECT, ""));
      case PREDICATIVE ->
          Optional.of(new Govern(word, head, head.lemma().equals("be") ? Manner.COPULA : Manner.NOUN, ""));
      // "the session is considered a success" speaks of the session as "the session was a success" does.
      case NSUBJ_PASS -> Optional.of(
          new Govern(word, head, graph.child(head, PREDICATIVE).isPresent() ? Manner.SUBJECT : Manner.NOUN, ""));
      case OBJ, IOBJ -> Optional.of(new Govern(word, head, Manner.NOUN, ""));
      case OBL, NMOD -> Optional.of(new Govern(word, head, Manner.NOUN, word.marker()));
      case APPOS, COMPOUND, POSS -> step(head);
      case ADVMOD, DEP -> head.isVerb() && word.isAdjective() ? Optional.of(new Govern(word, head, Manner.COPULA, ""))
          : Optional.empty();
      default -> Optional.empty();
    };
  }
}
