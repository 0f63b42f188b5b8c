package org.entente.event;

import static org.entente.syntax.Relation.*;

import java.util.List;
import java.util.Optional;
import org.entente.lexicon.EventFrame;
import org.entente.lexicon.KindFrame.Trait;
import org.entente.lexicon.Lexicon;
import org.entente.syntax.ClauseGraph;
import org.entente.syntax.VerbForm;
import org.entente.syntax.Word;

/** Leaves out triggers that only say what another undertaking is about: "an agreement on the <i>exchange</i> of students". */
final class Nesting {

  private final ClauseGraph graph;
  private final Lexicon lexicon;

  Nesting(ClauseGraph graph, Lexicon lexicon) {
    this.graph = graph;
    this.lexicon = lexicon;
  }

  List<Trigger> outermost(List<Trigger> all) {
    return all.stream().filter(t -> all.stream().noneMatch(o -> !o.equals(t) && covers(o, t))).toList();
  }

  private boolean covers(Trigger other, Trigger trigger) {
    return contains(other, trigger) || isAbout(trigger, other) || sameThing(trigger, other);
  }

  private boolean contains(Trigger outer, Trigger inner) {
    if (!outer.isNoun() || !lexicon.kind(outer.kind()).has(Trait.CONTAINER)) {
      return false;
    }
    if (inner.isNoun()) {
      return graph.nounPhrase(outer.word()).get(inner.word().index())
          && inner.word().index() > outer.word().index()
          && !conjoined(inner.word(), outer.word());
    }
    VerbForm form = VerbForm.of(graph, inner.word());
    boolean openEnded = !form.finite() || form.modal().isPresent() || form.tense() == VerbForm.Tense.PRESENT;
    return openEnded && graph.isUnder(inner.word(), outer.word());
  }

  private boolean conjoined(Word inner, Word outer) {
    Word at = inner;
    while (at.is(CONJ)) {
      at = graph.word(at.head());
      if (at.index() == outer.index()) {
        return true;
      }
    }
    return false;
  }

  /** "talks on the sale of jets" is about the sale, not a meeting of its own. */
  private boolean isAbout(Trigger talks, Trigger matter) {
    return talks.isNoun()
        && matter.isNoun()
        && lexicon.kind(talks.kind()).has(Trait.TALKS)
        && lexicon.isA(talks.word().lemma(), "Talks")
        && matter.word().head() == talks.word().index()
        && lexicon.isA(matter.word().marker(), "MatterPreposition");
  }

  /**
   * A verb and its object may both be triggers: "rebuild the base" is the verb's project, "offer a scholarship" the
   * noun's exchange, since the verb only says where it stands.
   */
  private boolean sameThing(Trigger candidate, Trigger other) {
    if (candidate.isNoun() == other.isNoun()) {
      return false;
    }
    Trigger verb = candidate.isNoun() ? other : candidate;
    Trigger noun = candidate.isNoun() ? candidate : other;
    return spared(verb, noun).filter(left -> left.equals(candidate)).isPresent();
  }

  /** Which of a verb and a noun goes without saying beside the other; empty where they are two things. */
  private Optional<Trigger> spared(Trigger verb, Trigger noun) {
    if (verb.frame().words().contains(EventFrame.ANY) && !sealed(verb, noun)) {
      return Optional.of(verb).filter(v -> graph.isUnder(noun.word(), v.word()));
    }
    Optional<Trigger> ofOneKind = verb.kind() == noun.kind() ? sparedOfOneKind(verb, noun) : Optional.empty();
    return ofOneKind.or(() -> object(noun, verb) ? Optional.of(yields(verb, noun) ? verb : noun) : Optional.empty());
  }

  private Optional<Trigger> sparedOfOneKind(Trigger verb, Trigger noun) {
    boolean participle = verb.word().head() == noun.word().index() && verb.word().is(ACL);
    if (participle || sealed(verb, noun)) {
      return Optional.of(verb);
    }
    // "met for talks"
    return Optional.of(noun).filter(n -> n.word().head() == verb.word().index() && n.word().is(OBL));
  }

  /** "sealed a naval deal" as an idiom: the noun says more of what was sealed. */
  private boolean sealed(Trigger verb, Trigger noun) {
    return verb.kind() == noun.kind()
        && lexicon.kind(verb.kind()).has(Trait.SIGNED)
        && verb.span().contains(noun.word().span());
  }

  private static boolean object(Trigger noun, Trigger verb) {
    return noun.word().head() == verb.word().index() && noun.word().is(OBJ, NSUBJ_PASS);
  }

  private boolean yields(Trigger verb, Trigger noun) {
    return verb.kind() != noun.kind() && lexicon.isA(verb.kind().className(), "KindThatYields");
  }
}
