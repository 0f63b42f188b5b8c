package org.entente.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.text.Token;

/**
 * What a verb's auxiliaries say: tense, modality, negation, voice.
 *
 * @param modal lemma of the modal ("should", "will"), "be to" for "are to meet", "have to"
 * @param never negated by "never", "no" or "no longer": stronger than plain "not"
 */
record VerbGroup(Token verb, Tense tense, Optional<String> modal, boolean negated, boolean never, boolean passive) {

  enum Tense {
    PAST,
    PERFECT,
    PAST_PERFECT,
    PRESENT,
    PROGRESSIVE,
    INFINITIVE,
    GERUND,
    PARTICIPLE,
    IMPERATIVE
  }

  private static final Set<String> NEVER = Set.of("never", "neither", "nor", "no");

  static VerbGroup of(Syntax syntax, Token verb) {
    List<Token> auxiliaries = auxiliaries(syntax, verb);
    Optional<String> modal = modal(syntax, verb, auxiliaries);
    List<Token> negations =
        syntax.children(verb).stream()
            .filter(t -> t.relation().equals("neg") || NEVER.contains(t.lemma()) && t.relation().equals("advmod"))
            .toList();
    boolean noSubject =
        syntax.children(verb).stream()
            .filter(t -> t.relation().startsWith("nsubj") || t.relation().equals("attr") || t.relation().equals("dobj"))
            .flatMap(t -> java.util.stream.Stream.concat(java.util.stream.Stream.of(t), syntax.children(t).stream()))
            .anyMatch(t -> Set.of("no", "none", "nobody", "neither", "nothing").contains(t.lemma()));
    boolean never = noSubject || negations.stream().anyMatch(t -> NEVER.contains(t.lemma()));
    return new VerbGroup(
        verb, tense(syntax, verb, auxiliaries, modal), modal, !negations.isEmpty() || noSubject, never,
        syntax.passive(verb));
  }

  private static List<Token> auxiliaries(Syntax syntax, Token verb) {
    List<Token> own =
        new ArrayList<>(syntax.children(verb).stream().filter(t -> t.relation().startsWith("aux")).toList());
    boolean shares = own.isEmpty() && verb.relation().equals("conj");
    if (shares && (verb.pos().equals("VB") || verb.pos().equals("VBN") || verb.pos().equals("VBG"))) {
      syntax.head(verb).filter(Token::isVerb).ifPresent(h -> own.addAll(auxiliaries(syntax, h)));
    }
    return own;
  }

  private static Optional<String> modal(Syntax syntax, Token verb, List<Token> auxiliaries) {
    Optional<String> modal = auxiliaries.stream().filter(t -> t.pos().equals("MD")).map(Token::lemma).findFirst();
    if (modal.isPresent()) {
      return modal.map(VerbGroup::plain);
    }
    Optional<Token> head = syntax.head(verb);
    boolean infinitive = auxiliaries.stream().anyMatch(t -> t.pos().equals("TO"));
    if (infinitive && verb.relation().equals("xcomp") && head.isPresent()) {
      String lemma = head.get().lemma();
      if (lemma.equals("ought") || lemma.equals("need") || lemma.equals("have")) {
        return Optional.of(lemma);
      }
      if (lemma.equals("be")) {
        return Optional.of("be to");
      }
    }
    return auxiliaries.stream()
        .map(Token::lemma)
        .filter(l -> l.equals("ought") || l.equals("need"))
        .findFirst();
  }

  private static String plain(String lemma) {
    return switch (lemma) {
      case "'ll", "wo", "shall" -> "will";
      case "'d" -> "would";
      case "ca" -> "can";
      default -> lemma;
    };
  }

  private static Tense tense(Syntax syntax, Token verb, List<Token> auxiliaries, Optional<String> modal) {
    Optional<Token> have =
        auxiliaries.stream().filter(t -> t.lemma().equals("have") || t.lemma().equals("'ve")).findFirst();
    if (have.isPresent() && modal.isEmpty()) {
      return have.get().pos().equals("VBD") ? Tense.PAST_PERFECT : Tense.PERFECT;
    }
    Optional<Token> be = auxiliaries.stream().filter(t -> t.lemma().equals("be")).findFirst();
    if (auxiliaries.stream().anyMatch(t -> t.pos().equals("TO"))) {
      return Tense.INFINITIVE;
    }
    if (verb.pos().equals("VBG")) {
      return be.isPresent() ? Tense.PROGRESSIVE : Tense.GERUND;
    }
    Token finite = be.orElse(verb);
    return switch (finite.pos()) {
      case "VBD" -> Tense.PAST;
      case "VBZ", "VBP", "MD" -> auxiliaryBeing(auxiliaries) ? Tense.PROGRESSIVE : Tense.PRESENT;
      case "VBN" -> be.isPresent() ? Tense.PAST : Tense.PARTICIPLE;
      case "VBG" -> Tense.PROGRESSIVE;
      // A bare form with a subject before it is a plural present that the tagger took for an infinitive.
      default -> auxiliaries.isEmpty() ? subjectBefore(syntax, verb) ? Tense.PRESENT : Tense.IMPERATIVE
          : did(auxiliaries) ? Tense.PAST : Tense.PRESENT;
    };
  }

  private static boolean subjectBefore(Syntax syntax, Token verb) {
    return syntax.child(verb, "nsubj", "nsubjpass").filter(s -> s.index() < verb.index()).isPresent();
  }

  private static boolean auxiliaryBeing(List<Token> auxiliaries) {
    return auxiliaries.stream().anyMatch(t -> t.form().equalsIgnoreCase("being"));
  }

  private static boolean did(List<Token> auxiliaries) {
    return auxiliaries.stream().anyMatch(t -> t.form().equalsIgnoreCase("did"));
  }

  boolean finite() {
    return tense != Tense.INFINITIVE && tense != Tense.GERUND && tense != Tense.PARTICIPLE;
  }
}
