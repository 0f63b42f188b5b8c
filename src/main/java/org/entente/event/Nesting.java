package org.entente.event;

import static org.entente.syntax.Relation.*;

import java.util.List;
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
    return all.stream().filter(t -> all.stream().noneMatch(o -> o != t && covers(o, t))).toList();
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
    if (verb.kind() == noun.kind() && lexicon.kind(verb.kind()).has(Trait.SIGNED)
        && verb.span().contains(noun.word().span())) {
      // "sealed a naval deal" as an idiom: the noun says more of what was sealed.
      return candidate == verb;
    }
    if (verb.frame().words().contains(EventFrame.ANY)) {
      return candidate == verb && graph.isUnder(noun.word(), verb.word());
    }
    boolean participle = verb.word().head() == noun.word().index() && verb.word().is(ACL);
    if (participle && verb.kind() == noun.kind()) {
      return candidate == verb;
    }
    boolean occasion = verb.kind() == noun.kind() && noun.word().head() == verb.word().index() && noun.word().is(OBL);
    if (occasion) {
      // "met for talks"
      return candidate == noun;
    }
    boolean object = noun.word().head() == verb.word().index() && noun.word().is(OBJ, NSUBJ_PASS);
    boolean nounWins = verb.kind() != noun.kind() && lexicon.isA(verb.kind().className(), "KindThatYields");
    return object && (nounWins ? candidate == verb : candidate == noun);
  }
}
