package org.entente.syntax;

import static org.entente.syntax.Relation.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the form of a verb and its auxiliaries say, before any meaning: tense and aspect, the modal, voice, and the
 * words that negate it.
 *
 * @param modal lemma of the modal ("should", "will"); the semi-modals "ought", "need", "have to" and "be to" are verbs
 *     with an infinitive of their own in the graph
 */
public record VerbForm(Word verb, Tense tense, Optional<String> modal, boolean negated, boolean perfect,
    boolean passive) {

  /** Tense and aspect of the finite verb, or the kind of its non-finite form. */
  public enum Tense {
    PAST,
    PERFECT,
    PAST_PERFECT,
    PRESENT,
    PROGRESSIVE,
    PAST_PROGRESSIVE,
    INFINITIVE,
    GERUND,
    PARTICIPLE,
    IMPERATIVE;

    public boolean finite() {
      return this != INFINITIVE && this != GERUND && this != PARTICIPLE;
    }
  }

  public static VerbForm of(ClauseGraph graph, Word verb) {
    List<Word> auxiliaries = auxiliaries(graph, verb);
    Optional<String> modal =
        auxiliaries.stream().filter(t -> t.tag().equals("MD")).map(VerbForm::plain).findFirst();
    boolean perfect = auxiliaries.stream().anyMatch(VerbForm::have);
    boolean negated =
        graph.children(verb, NEG).findAny().isPresent() || auxiliaries.stream().anyMatch(a -> negatedBy(graph, a));
    return new VerbForm(verb, tense(graph, verb, auxiliaries, modal), modal, negated, perfect, graph.passive(verb));
  }

  private static boolean negatedBy(ClauseGraph graph, Word auxiliary) {
    return graph.child(auxiliary, NEG).isPresent();
  }

  /** Own auxiliaries, or those that a coordinated verb shares with the first: "has met and <i>agreed</i>". */
  private static List<Word> auxiliaries(ClauseGraph graph, Word verb) {
    List<Word> own = new ArrayList<>(graph.children(verb, AUX, AUX_PASS).toList());
    boolean shares = own.isEmpty() && verb.is(CONJ) && !verb.tag().equals("VBD") && !verb.tag().equals("VBZ");
    if (shares && graph.child(verb, NSUBJ, NSUBJ_PASS).isEmpty()) {
      graph.head(verb).filter(Word::isVerb).ifPresent(h -> own.addAll(auxiliaries(graph, h)));
    }
    return own;
  }

  private static boolean have(Word auxiliary) {
    return auxiliary.lemma().equals("have") || auxiliary.lemma().equals("'ve");
  }

  /** Contracted modals in full: the model keeps "'ll" as a lemma. */
  private static String plain(Word modal) {
    return switch (modal.lemma()) {
      case "'ll", "wo", "shall" -> "will";
      case "'d" -> "would";
      case "ca" -> "can";
      default -> modal.lemma();
    };
  }

  private static Tense tense(ClauseGraph graph, Word verb, List<Word> auxiliaries, Optional<String> modal) {
    if (auxiliaries.stream().anyMatch(t -> t.tag().equals("TO"))) {
      return Tense.INFINITIVE;
    }
    Optional<Word> have = auxiliaries.stream().filter(VerbForm::have).findFirst();
    if (have.isPresent() && modal.isEmpty()) {
      return have.get().tag().equals("VBD") ? Tense.PAST_PERFECT : Tense.PERFECT;
    }
    Optional<Word> be = auxiliaries.stream().filter(t -> t.lemma().equals("be") && !t.tag().equals("VBG")).findFirst();
    boolean progressive = verb.tag().equals("VBG") || auxiliaries.stream().anyMatch(t -> t.tag().equals("VBG"));
    if (progressive) {
      return be.map(b -> b.tag().equals("VBD") ? Tense.PAST_PROGRESSIVE : Tense.PROGRESSIVE).orElse(Tense.GERUND);
    }
    return plainTense(graph, verb, auxiliaries, be);
  }

  private static Tense plainTense(ClauseGraph graph, Word verb, List<Word> auxiliaries, Optional<Word> be) {
    return switch (be.orElse(verb).tag()) {
      case "VBD" -> Tense.PAST;
      case "VBN" -> be.isPresent() ? Tense.PAST : Tense.PARTICIPLE;
      case "VBZ", "VBP", "MD" -> Tense.PRESENT;
      default -> bare(graph, verb, auxiliaries);
    };
  }

  /** A bare form: an imperative, "did sign", or a plural present that the tagger took for an infinitive. */
  private static Tense bare(ClauseGraph graph, Word verb, List<Word> auxiliaries) {
    if (auxiliaries.stream().anyMatch(t -> t.tag().equals("VBD"))) {
      return Tense.PAST;
    }
    Word first = graph.firstConjunct(verb);
    if (auxiliaries.isEmpty() && first.is(CCOMP, XCOMP)) {
      // "saw the ships <i>sail</i>"
      return Tense.INFINITIVE;
    }
    boolean subjectBefore = graph.child(verb, NSUBJ, NSUBJ_PASS).filter(s -> s.index() < verb.index()).isPresent();
    boolean commands = auxiliaries.isEmpty() && !subjectBefore && first.is(ROOT) && graph.subject(verb).isEmpty();
    return commands ? Tense.IMPERATIVE : Tense.PRESENT;
  }

  public boolean finite() {
    return tense.finite();
  }
}
