package org.entente.extract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.entente.extract.Standing.View;
import org.entente.lexicon.Lexicon;
import org.entente.lexicon.Operator;
import org.entente.text.Token;

/**
 * Reads where an undertaking stands: climbs from its trigger to the root and lets every verb, noun and adjective on
 * the way say its part. "agreed to <i>stage a drill</i>" is planned, "denied that it had <i>shipped</i> shells" ended,
 * "should <i>sign</i>" proposed; "the jets should arrive in May" is a forecast and stays planned.
 */
final class StatusReader {

  private static final Set<String> HEARSAY =
      Set.of("report", "claim", "allegation", "rumour", "rumor", "suggestion", "news", "story", "statement");
  private static final Set<String> EVENTFUL_PREPOSITIONS = Set.of("ahead", "before", "pending");

  private static final Set<String> NOBODY = Set.of("nobody", "none", "neither", "nothing", "noone");

  /** Where a noun must stand to open its sentence. */
  private static final int FRONT = 4;

  private final Syntax syntax;
  private final Lexicon lexicon;
  private final Predicate<Token> acts;
  private final boolean question;

  /** @param acts whether a word names a state or who acts for one */
  StatusReader(Syntax syntax, Lexicon lexicon, Predicate<Token> acts) {
    this.syntax = syntax;
    this.lexicon = lexicon;
    this.acts = acts;
    List<Token> tokens = syntax.tokens();
    this.question = tokens.stream().skip(Math.max(0, tokens.size() - 3)).anyMatch(t -> t.form().equals("?"));
  }

  boolean question() {
    return question;
  }

  /**
   * @param trigger the verb or noun that announces it
   * @param kind local name of its kind
   */
  Standing read(Token trigger, String kind) {
    Standing standing = new Standing();
    if (trigger.isVerb()) {
      verb(trigger, standing, Optional.empty());
      climbClause(trigger, standing, kind);
    } else {
      modifiers(trigger, standing, kind);
      climbNoun(trigger, standing, kind, 0);
      if (!standing.carried() && standing.view().isEmpty()) {
        verbBefore(trigger, standing, kind);
      }
    }
    if (!trigger.isVerb() && offAfterwards(trigger, kind)) {
      standing.view(View.ENDED);
    }
    if (hypothetical(trigger) || invertedStart(trigger)) {
      standing.view(View.UNSTATED);
    }
    return standing;
  }

  /** "a planned visit", "the cancelled deal", "annual drills": what stands before the noun. */
  private void modifiers(Token noun, Standing standing, String kind) {
    for (Token c : syntax.children(noun)) {
      if (c.relation().equals("det") && c.lemma().equals("no")) {
        standing.view(View.ENDED);
        standing.deny();
      }
      for (Operator o : lexicon.operators(c.lemma())) {
        if (o.takes().contains("modifier") && carries(o, kind)) {
          apply(o, standing, Optional.empty());
        }
      }
    }
  }

  private void climbNoun(Token noun, Standing standing, String kind, int depth) {
    if (depth > 12 || noun.head() < 0) {
      return;
    }
    for (Token c : syntax.children(noun)) {
      // "the treaty signed by", "a plan agreed last year": the participle says what became of the noun.
      if ((c.relation().equals("acl") || c.relation().equals("relcl")) && c.isVerb()) {
        participle(noun, c, standing, kind);
      }
    }
    Token head = syntax.head(noun).orElseThrow();
    switch (noun.relation()) {
      case "pobj", "pcomp" -> preposition(noun, head, standing, kind, depth);
      case "conj", "appos", "compound", "poss", "nmod" -> {
        if (head.isVerb()) {
          carrier(head, "", standing, kind);
        } else {
          climbNoun(head, standing, kind, depth + 1);
        }
      }
      default -> {
        if (head.isVerb()) {
          carrier(head, "", standing, kind);
        } else if (head.pos().startsWith("JJ") || head.isNoun()) {
          climbNoun(head, standing, kind, depth + 1);
        }
      }
    }
  }

  /**
   * Where the parse led nowhere, the words do: a verb that carries such nouns directly before the noun's phrase, as in
   * "initialled a transit agreement under which ..." with a parser that hangs the verb elsewhere.
   */
  private void verbBefore(Token noun, Standing standing, String kind) {
    for (int i = noun.index() - 1; i >= 0 && i >= noun.index() - 6; i--) {
      Token t = syntax.tokens().get(i);
      if (t.isVerb() && !t.pos().equals("VBG") && !t.relation().startsWith("aux")) {
        carrier(t, "", standing, kind);
        return;
      }
      boolean inPhrase =
          t.isNoun() || t.pos().startsWith("JJ") || Set.of("DT", "CD", "PRP$", "POS", "HYPH").contains(t.pos());
      if (!inPhrase) {
        return;
      }
    }
  }

  private void participle(Token noun, Token verb, Standing standing, String kind) {
    boolean passiveHere = verb.pos().equals("VBN");
    boolean relativeObject =
        verb.relation().equals("relcl")
            && syntax.children(verb).stream().noneMatch(t -> t.relation().equals("nsubj") && t.pos().startsWith("W"));
    if (!passiveHere && !relativeObject) {
      return;
    }
    operator(verb, "noun", kind)
        .ifPresent(
            o -> {
              standing.clauses().add(verb.index());
              apply(o, standing, Optional.of(verb));
              verb(verb, standing, Optional.of(o));
            });
  }

  private void preposition(Token noun, Token preposition, Standing standing, String kind, int depth) {
    Token above = syntax.head(preposition).orElse(preposition);
    if (EVENTFUL_PREPOSITIONS.contains(preposition.lemma()) || above.lemma().equals("ahead")) {
      standing.view(View.PLANNED);
      return;
    }
    if (above.isVerb()) {
      carrier(above, preposition.lemma(), standing, kind);
      return;
    }
    for (Operator o : lexicon.operators(above.lemma())) {
      boolean fits = o.particle().map(p -> p.equals(preposition.lemma())).orElse(false);
      if (fits && o.takes().contains("noun") && carries(o, kind)) {
        apply(o, standing, Optional.of(above));
        overNoun(above, standing);
        return;
      }
    }
    if (preposition.lemma().equals("of") || preposition.lemma().equals("for")) {
      climbNoun(above, standing, kind, depth + 1);
    }
  }

  /** The verb over "talks (on a sale)" or "a plan (for a dam)", whatever it carries otherwise. */
  private void overNoun(Token noun, Standing standing) {
    Optional<Token> verb = syntax.verbOf(noun);
    if (verb.isEmpty()) {
      return;
    }
    lexicon.operators(verb.get().lemma()).stream()
        .filter(o -> o.effect() == Operator.Effect.END && o.takes().contains("noun"))
        .filter(o -> o.particle().isEmpty() || complement(verb.get(), o.particle().get()))
        .findFirst()
        .ifPresent(o -> apply(o, standing, verb));
    standing.clauses().add(verb.get().index());
    verb(verb.get(), standing, Optional.empty());
    climbClause(verb.get(), standing, "");
  }

  /** A verb directly over the noun: "sign (a treaty)", "call off (the visit)"; then the clauses above it. */
  private void carrier(Token verb, String preposition, Standing standing, String kind) {
    Optional<Operator> found = operator(verb, preposition, kind, "noun").or(() -> advised(verb));
    found.ifPresent(o -> apply(o, standing, Optional.of(verb)));
    boolean thereIs = verb.lemma().equals("be") && syntax.child(verb, "expl").isPresent();
    if (found.isPresent() || thereIs) {
      standing.clauses().add(verb.index());
      verb(verb, standing, found);
      climbClause(verb, standing, kind);
    }
  }

  /** "My advice would be a joint centre": the subject says how the noun is meant. */
  private Optional<Operator> advised(Token verb) {
    if (!verb.lemma().equals("be")) {
      return Optional.empty();
    }
    return syntax
        .child(verb, "nsubj")
        .flatMap(s -> lexicon.operators(s.lemma()).stream().filter(o -> o.takes().contains("predicate")).findFirst());
  }

  private Optional<Operator> operator(Token verb, String takes, String kind) {
    return operator(verb, "", kind, takes);
  }

  private Optional<Operator> operator(Token word, String preposition, String kind, String takes) {
    Optional<String> particle = syntax.particle(word).map(Token::lemma);
    for (Operator o : lexicon.operators(word.lemma())) {
      boolean fits =
          o.particle()
              .map(p -> particle.filter(p::equals).isPresent() || preposition.equals(p) || complement(word, p))
              .orElse(preposition.isEmpty() && (particle.isEmpty() || withoutParticles(word)));
      if (fits && o.takes().contains(takes) && carries(o, kind)) {
        return Optional.of(o);
      }
    }
    return Optional.empty();
  }

  private boolean withoutParticles(Token word) {
    return lexicon.operators(word.lemma()).stream().allMatch(o -> o.particle().isEmpty());
  }

  /** "be due", "be willing": a word beside the verb that its operator names. */
  private boolean complement(Token word, String text) {
    return syntax.children(word).stream()
        .anyMatch(c -> c.lemma().equals(text) && !c.relation().equals("nsubj") && !c.relation().equals("pobj"));
  }

  private static boolean carries(Operator operator, String kind) {
    return operator.kinds().isEmpty() || operator.kinds().contains(kind);
  }

  /** From a verb to what stands over its clause. */
  private void climbClause(Token verb, Standing standing, String kind) {
    standing.clauses().add(verb.index());
    Token at = verb;
    for (int depth = 0; depth < 10 && at.head() >= 0; depth++) {
      Token head = syntax.head(at).orElseThrow();
      switch (at.relation()) {
        case "conj" -> {
          if (!head.isVerb()) {
            return;
          }
          VerbGroup group = VerbGroup.of(syntax, at);
          if (!group.finite() || group.tense() == VerbGroup.Tense.IMPERATIVE) {
            shareTense(head, standing);
          }
        }
        case "xcomp", "ccomp", "csubj", "acl", "parataxis" -> {
          if (parted(at, head) || !over(head, at, standing, kind)) {
            return;
          }
        }
        case "pcomp" -> {
          Token governor = syntax.head(head).orElse(head);
          if (!over(governor, at, standing, kind)) {
            return;
          }
          head = governor;
        }
        case "advcl" -> {
          boolean asked = operator(head, "", kind, "clause")
              .filter(o -> o.effect() != Operator.Effect.REPORT && o.effect() != Operator.Effect.DO).isPresent();
          boolean purpose = syntax.children(at).stream().anyMatch(c -> c.pos().equals("TO"));
          if (asked && purpose) {
            over(head, at, standing, kind);
            return;
          }
          if (at.pos().equals("VB") || at.pos().equals("VBG")) {
            shareTense(head, standing);
          }
          return;
        }
        default -> {
          return;
        }
      }
      at = head;
    }
  }

  /** "A offers jets; no decision is expected": a semicolon parts statements that the parser ties together. */
  private boolean parted(Token clause, Token head) {
    int from = Math.min(clause.index(), head.index());
    int to = Math.max(clause.index(), head.index());
    return syntax.tokens().subList(from, to).stream().anyMatch(t -> t.form().equals(";"));
  }

  /** A coordinated or dependent bare form takes tense and modality from the verb that it hangs on. */
  private void shareTense(Token verb, Standing standing) {
    if (standing.finiteVerb().isEmpty()) {
      verb(verb, standing, Optional.empty());
    }
  }

  /** A word over a clause; false where the climb ends. */
  private boolean over(Token word, Token clause, Standing standing, String kind) {
    Optional<Operator> found = operator(word, "", kind, "clause");
    if (word.isVerb()) {
      boolean understood = clause.relation().equals("xcomp") || clause.relation().equals("pcomp");
      boolean offers = found.map(o -> o.effect() == Operator.Effect.OFFER).orElse(false);
      if (understood || offers) {
        standing.clauses().add(word.index());
      }
      found.ifPresent(o -> apply(o, standing, Optional.of(word)));
      if (found.isPresent() || understood) {
        verb(word, standing, found);
      }
      return true;
    }
    if (word.pos().startsWith("JJ")) {
      found.ifPresent(o -> apply(o, standing, Optional.of(word)));
      syntax
          .head(word)
          .filter(Token::isVerb)
          .ifPresent(
              copula -> {
                standing.clauses().add(copula.index());
                verb(copula, standing, found);
              });
      return true;
    }
    if (word.isNoun()) {
      found.ifPresent(o -> apply(o, standing, Optional.of(word)));
      if (found.isPresent() || HEARSAY.contains(word.lemma())) {
        Optional<Token> governor = syntax.verbOf(word);
        governor
            .flatMap(g -> operator(g, "", kind, "noun").or(() -> operator(g, "", kind, "clause")))
            .ifPresent(o -> apply(o, standing, governor));
        // "A dropped plans to buy": whoever has the plan is to act, unless the plan is somebody else's.
        if (found.isPresent() && syntax.child(word, "poss").isEmpty()) {
          governor.ifPresent(g -> standing.clauses().add(g.index()));
        }
        return true;
      }
    }
    return false;
  }

  private void apply(Operator operator, Standing standing, Optional<Token> word) {
    Optional<View> now = standing.view();
    boolean final_ = now.filter(v -> v == View.ENDED || v == View.UNSTATED).isPresent();
    switch (operator.effect()) {
      case DO -> standing.carriedBy(operator);
      case CONTINUE -> {
        standing.carriedBy(operator);
        if (now.isEmpty() || now.get() == View.DONE) {
          standing.view(View.ONGOING);
        }
      }
      case NEGOTIATE -> set(standing, final_, View.NEGOTIATING);
      case PLAN -> set(standing, final_ || now.filter(v -> v == View.POSSIBLE).isPresent(), View.PLANNED);
      case OFFER -> {
        set(standing, final_, View.OFFERED);
        word.ifPresent(standing::offerVerb);
      }
      case RECOMMEND -> recommend(standing, final_, word);
      case POSSIBLE -> set(standing, final_, View.POSSIBLE);
      case END -> {
        standing.carriedBy(operator);
        standing.view(View.ENDED);
      }
      case DENY -> {
        // Who denies that a thing was cancelled says that it stands.
        boolean ended = now.filter(v -> v == View.ENDED).isPresent();
        standing.view(ended ? View.DONE : View.ENDED);
        standing.deny();
      }
      case IRREALIS -> standing.view(View.UNSTATED);
      case REPORT -> {}
    }
  }

  /** What a state urges another to do is its request; what an observer urges is a proposal. */
  private void recommend(Standing standing, boolean keep, Optional<Token> verb) {
    boolean byState = verb.filter(Token::isVerb).flatMap(syntax::subject).filter(acts).isPresent();
    set(standing, keep, byState ? View.OFFERED : View.PROPOSED);
    if (byState) {
      standing.offerVerb(verb.orElseThrow());
    }
  }

  private static void set(Standing standing, boolean keep, View view) {
    if (!keep) {
      standing.view(view);
    }
  }

  /** What the tense and modality of a verb on the way say. */
  private void verb(Token verb, Standing standing, Optional<Operator> operator) {
    VerbGroup group = VerbGroup.of(syntax, verb);
    boolean settled = standing.view().isPresent();
    View view = standing.view().orElse(View.DONE);
    if (group.modal().isPresent()) {
      modal(verb, group, standing, settled, view);
    } else if (group.finite()) {
      tense(group, standing, settled, view, operator);
    }
    if (group.negated()) {
      negation(group, standing);
    }
    if (group.finite() || group.modal().isPresent()) {
      standing.finiteVerb(verb);
    }
  }

  private void tense(VerbGroup group, Standing standing, boolean settled, View view, Optional<Operator> operator) {
    boolean reporting = operator.map(o -> o.effect() == Operator.Effect.REPORT).orElse(false);
    if (settled || reporting && standing.finiteVerb().isPresent()) {
      return;
    }
    switch (group.tense()) {
      case PERFECT -> standing.view(lasting(group.verb()) ? View.ONGOING : View.DONE);
      case PAST, PAST_PERFECT -> standing.view(View.DONE);
      case PROGRESSIVE -> standing.view(group.verb().pos().equals("VBG") && past(group) ? View.DONE : View.ONGOING);
      case PRESENT -> standing.view(View.PRESENT);
      case IMPERATIVE -> standing.view(View.PROPOSED);
      default -> {}
    }
  }

  /** "has trained them since 2014", "have been stationed there for years". */
  private boolean lasting(Token verb) {
    return syntax.children(verb).stream()
        .anyMatch(
            c -> c.lemma().equals("since")
                || c.lemma().equals("for")
                    && syntax.children(c).stream()
                        .anyMatch(n -> Set.of("year", "decade", "month", "week", "century").contains(n.lemma())));
  }

  private boolean past(VerbGroup group) {
    return syntax.children(group.verb()).stream()
        .anyMatch(t -> t.relation().startsWith("aux") && t.pos().equals("VBD"));
  }

  private void modal(Token verb, VerbGroup group, Standing standing, boolean settled, View view) {
    boolean open = !settled || view == View.ONGOING || view == View.DONE || view == View.PRESENT;
    switch (group.modal().orElseThrow()) {
      case "will", "be to", "would" -> {
        if (open) {
          standing.view(View.PLANNED);
        }
      }
      case "should", "ought", "must", "need", "have" -> {
        if (view == View.ENDED) {
          return;
        }
        boolean forecast = lexicon.isA(verb.lemma(), "Unwilled") && group.modal().get().equals("should");
        standing.view(forecast ? View.PLANNED : View.PROPOSED);
      }
      case "may", "might", "could", "can" -> {
        if (open || view == View.PLANNED || view == View.OFFERED) {
          boolean past =
              syntax.children(verb).stream().anyMatch(t -> t.relation().equals("aux") && t.lemma().equals("have"));
          standing.view(past ? View.UNSTATED : View.POSSIBLE);
        }
      }
      default -> {}
    }
  }

  /** Only a firm "never", "no" or "no longer" says that something is off; plain "not" states nothing. */
  private void negation(VerbGroup group, Standing standing) {
    boolean ended = standing.view().filter(v -> v == View.ENDED).isPresent();
    boolean nobody =
        syntax.child(group.verb(), "nsubj", "nsubjpass").filter(s -> NOBODY.contains(s.lemma())).isPresent();
    if (nobody) {
      // "Nobody expects them to sign" speaks of expectations, not of the treaty.
      standing.view(View.UNSTATED);
    } else if (ended && !standing.denied()) {
      standing.view(View.UNSTATED);
    } else if (group.never() || standing.view().filter(v -> v == View.ONGOING || v == View.POSSIBLE).isPresent()) {
      standing.view(View.ENDED);
      standing.deny();
    } else if (!ended) {
      standing.view(View.UNSTATED);
    }
  }

  /**
   * "A trip to Lima by the minister, announced for May, was called off": the passive verb behind the noun's own
   * additions, where the parser took one of them for the sentence's verb.
   */
  private boolean offAfterwards(Token noun, String kind) {
    boolean subject = noun.relation().startsWith("nsubj") && noun.index() <= FRONT;
    if (!subject) {
      return false;
    }
    for (Token t : syntax.tokens()) {
      boolean passive = t.pos().equals("VBN") && t.index() > noun.index() && syntax.child(t, "auxpass").isPresent();
      if (passive && syntax.child(t, "nsubj", "nsubjpass").isEmpty()) {
        return operator(t, "noun", kind).filter(o -> o.effect() == Operator.Effect.END).isPresent();
      }
    }
    return false;
  }

  /** "Had A and B signed, the crisis would ...": an inverted condition before the comma, whatever the parser made of it. */
  private boolean invertedStart(Token trigger) {
    List<Token> tokens = syntax.tokens();
    boolean starts =
        Set.of("had", "were", "should").contains(tokens.getFirst().form().toLowerCase(java.util.Locale.ROOT));
    int comma = tokens.stream().filter(t -> t.form().equals(",")).mapToInt(Token::index)
        .filter(i -> i > trigger.index()).findFirst().orElse(-1);
    return starts && !question && comma > 0
        && tokens.stream().skip(comma).anyMatch(t -> Set.of("would", "could", "might").contains(t.lemma()));
  }

  /** "If A signed", "Had A and B shared", "were A to join". */
  private boolean hypothetical(Token trigger) {
    Optional<Token> at = trigger.isVerb() ? Optional.of(trigger) : syntax.verbOf(trigger);
    for (int depth = 0; at.isPresent() && depth < 8; depth++) {
      Token verb = at.get();
      for (Token c : syntax.children(verb)) {
        if (c.relation().equals("mark") && (c.lemma().equals("if") || c.lemma().equals("unless"))) {
          return true;
        }
      }
      if (inverted(verb)) {
        return true;
      }
      boolean clause = Set.of("advcl", "conj", "xcomp", "ccomp").contains(verb.relation());
      at = clause ? syntax.head(verb).filter(Token::isVerb) : Optional.empty();
      if (verb.relation().equals("advcl")) {
        return false;
      }
    }
    return false;
  }

  /** "Had the package been ratified": an auxiliary before the subject in a clause that is no question. */
  private boolean inverted(Token verb) {
    if (question) {
      return false;
    }
    Optional<Token> subject = syntax.child(verb, "nsubj", "nsubjpass");
    return subject.isPresent()
        && syntax.children(verb).stream()
            .anyMatch(
                t -> t.relation().startsWith("aux")
                    && (t.form().equalsIgnoreCase("had") || t.form().equalsIgnoreCase("were"))
                    && t.index() < subject.get().index()
                    && (t.index() == 0 || syntax.tokens().get(t.index() - 1).isPunctuation()
                        || Character.isUpperCase(t.form().charAt(0))));
  }
}
