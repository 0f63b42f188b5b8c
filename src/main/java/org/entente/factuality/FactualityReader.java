package org.entente.factuality;

import static org.entente.syntax.Relation.*;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.entente.lexicon.KindFrame.Trait;
import org.entente.lexicon.Lexicon;
import org.entente.lexicon.Signature;
import org.entente.lexicon.Signature.Says;
import org.entente.syntax.ClauseGraph;
import org.entente.syntax.Govern;
import org.entente.syntax.Govern.Manner;
import org.entente.syntax.GovernorPath;
import org.entente.syntax.VerbForm;
import org.entente.syntax.VerbForm.Tense;
import org.entente.syntax.Word;
import org.entente.undertaking.Kind;

/**
 * Reads where an event stands: begins with the event as a fact and lets every word on the path to the root say its
 * part. "agreed to <i>stage a drill</i>" is planned, "denied that it had <i>shipped</i> shells" denied, "failed to
 * <i>sign</i>" did not happen. A governing word that no entry knows leaves the event open.
 */
public final class FactualityReader {

  /** Steps that the form of the sentence makes, not a word: a trace calls them so. */
  private enum Form {
    NEVER,
    NOT,
    IMPERATIVE,
    IF,
    UNKNOWN;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final ClauseGraph graph;
  private final Lexicon lexicon;
  private final SignatureFinder signatures;
  private final Predicate<Word> acts;
  private final boolean completes;

  /**
   * @param acts whether a word names a state or who acts for one
   * @param completes whether the sentence completes another one, which introduces the list in which it stands: a bare
   *     verb commands nothing then
   */
  public FactualityReader(ClauseGraph graph, Lexicon lexicon, Predicate<Word> acts, boolean completes) {
    this.graph = graph;
    this.lexicon = lexicon;
    this.acts = acts;
    this.completes = completes;
    this.signatures = new SignatureFinder(graph, lexicon);
  }

  /**
   * @param event the verb or noun that announces it
   * @param kind its kind
   */
  public Factuality read(Word event, Kind kind) {
    Walk walk = new Walk(Optional.of(kind));
    if (event.isVerb()) {
      walk.enter(event);
    } else {
      walk.before(event);
    }
    GovernorPath.of(graph, event).forEach(walk::step);
    if (event.isVerb()) {
      walk.loose(event);
    } else {
      walk.participles(event);
    }
    return walk.result();
  }

  /** Whether an entry knows what this verb says of what it governs so. */
  public boolean governs(Word verb, Manner manner, String marker, Kind kind) {
    return verb.isModal() ? signatures.modal(verb.lemma()).isPresent()
        : signatures.of(new Govern(verb, verb, manner, marker), Optional.of(kind)).isPresent();
  }

  /**
   * Where an event of a list's item stands under this sentence, which introduces the list. Words that no entry knows say
   * nothing here, since not everything before a colon governs what comes behind it.
   *
   * @param item how it stands in the item itself
   * @param word the verb that the items complete, or the noun that they stand in for
   * @param manner how the verb governs the item
   * @param itself whether nothing in the item governs the event
   */
  public Factuality under(Factuality item, Kind kind, Word word, Manner manner, String marker, boolean itself) {
    Walk walk = new Walk(Optional.of(kind));
    walk.begin(item, itself);
    if (word.isNoun()) {
      walk.before(word);
    } else if (word.isModal()) {
      walk.modal(word);
    } else {
      walk.step(new Govern(word, word, manner, marker));
    }
    GovernorPath.of(graph, word).forEach(walk::step);
    if (word.isNoun()) {
      walk.participles(word);
    }
    return item.under(walk.result());
  }

  /** What was gathered on the way so far; one walk reads one event. */
  private final class Walk {

    private final Optional<Kind> kind;
    private Veridicality veridicality = Veridicality.FACT;
    private Optional<VerbForm> finite = Optional.empty();
    private boolean carried;
    private boolean first = true;
    private boolean onlyUnknown;
    private boolean introducing;
    private boolean ranked;
    private boolean presupposed;
    private boolean aheadByTense;
    private boolean occasion;
    private boolean inForce;
    private boolean notEnded;
    private final Set<String> stages = new LinkedHashSet<>();
    private final List<Word> clauses = new ArrayList<>();
    private Optional<Word> offer = Optional.empty();
    private Optional<Word> denial = Optional.empty();
    private Optional<Word> report = Optional.empty();
    private final List<Factuality.Step> steps = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    Walk(Optional<Kind> kind) {
      this.kind = kind;
    }

    /** Goes on where the way through a list's item ended. */
    void begin(Factuality item, boolean itself) {
      introducing = true;
      veridicality = item.veridicality();
      carried = item.carried();
      first = itself;
      onlyUnknown = item.onlyUnknown();
      stages.addAll(item.stages());
      steps.addAll(item.steps());
      unknown.addAll(item.unknown());
    }

    Factuality result() {
      return new Factuality(
          veridicality, finite, carried, stages, clauses, offer, denial, report, steps, unknown,
          onlyUnknown && veridicality == Veridicality.OPEN, notEnded);
    }

    private void say(String words, Says says, boolean byState) {
      onlyUnknown &= says == Says.FACT;
      aheadByTense &= says == Says.FACT;
      veridicality = veridicality.under(says, byState);
      steps.add(new Factuality.Step(words, says.name().toLowerCase(Locale.ROOT).replace('_', '-'), veridicality));
    }

    // ---- the event's own words

    /** The event's own verb. */
    void enter(Word verb) {
      carried = true;
      first = false;
      clauses.add(verb);
      ownForm(verb, true);
      if (graph.objects(verb).stream().anyMatch(this::isNone)) {
        say(Form.NOT.toString(), Says.NOT, false);
      }
      kind.map(lexicon::kind).filter(k -> !k.has(Trait.SAID) && !k.has(Trait.SIGNED) && !k.has(Trait.ENCOUNTER))
          .flatMap(k -> graph.objects(verb).stream().filter(this::isPlan).findFirst())
          .ifPresent(plan -> say(plan.form(), Says.PLANNED, false));
      notEnded = graph.child(verb, NEG).isPresent() && lexicon.signatures(verb.lemma()).stream()
          .anyMatch(s -> s.affirmed().ending().isPresent());
      ofNone(verb);
    }

    /** "has no business selling", "no ship carrying", "no talks aimed at selling": nothing that does so is there. */
    private void ofNone(Word verb) {
      if (verb.is(ACL, RELCL) && graph.head(verb).filter(this::isNone).isPresent()) {
        say(Form.NOT.toString(), Says.OPEN, false);
      }
    }

    /** "resumed <i>plans to build</i>": what is begun or taken up is a plan, and nothing more. */
    private boolean isPlan(Word object) {
      return lexicon.isA(object.lemma(), "PlanNoun") && graph.children(object, ACL)
          .anyMatch(v -> VerbForm.of(graph, v).tense() == Tense.INFINITIVE);
    }

    /** An infinitive that nothing governs, as the parser has it, is what somebody may do, and asserts nothing. */
    void loose(Word verb) {
      boolean infinitive = VerbForm.of(graph, verb).tense() == Tense.INFINITIVE;
      if (infinitive && finite.isEmpty() && veridicality.asserted() && !completes) {
        say(Form.UNKNOWN.toString(), Says.OPEN, false);
      }
    }

    private boolean isNone(Word noun) {
      return graph.children(noun, DET, NEG)
          .anyMatch(d -> signatures.determiner(d).filter(s -> off(s.affirmed())).isPresent());
    }

    /** "a planned visit", "no treaty", "the treaty signed by A": what stands at the noun. */
    void before(Word noun) {
      for (Word c : graph.children(noun)) {
        if (c.is(AMOD, COMPOUND, ADVMOD, DET, DEP)) {
          signatures.modifier(c, kind).ifPresent(s -> say(c.form(), s.affirmed(), false));
        }
        if (c.is(DET, NEG)) {
          signatures.determiner(c).ifPresent(s -> say(c.form(), s.affirmed(), false));
        }
      }
    }

    /**
     * "the treaty signed by A", "the sale, which was cancelled"; "signed a treaty that will help to win" is signed, as is
     * "signed a pact that will enter into force in May".
     */
    void participles(Word noun) {
      graph.children(noun, ACL, RELCL).filter(Word::isVerb)
          .filter(c -> !carried || !c.is(RELCL) || graph.child(c, XCOMP).isEmpty())
          .filter(c -> stages.isEmpty() || VerbForm.of(graph, c).modal().isEmpty()).forEach(c -> participle(noun, c));
    }

    private void participle(Word noun, Word verb) {
      boolean reduced = verb.is(ACL) && verb.tag().startsWith("VBD");
      boolean actsOnNoun =
          reduced || graph.passive(verb) || verb.is(RELCL) && !graph.children(verb, NSUBJ).allMatch(Word::isRelative);
      Manner manner = actsOnNoun ? Manner.NOUN : Manner.SUBJECT;
      Optional<Signature> found = signatures.of(new Govern(noun, verb, manner, ""), kind);
      found.filter(s -> !carried || !ahead(s.affirmed())).ifPresent(
          s -> {
            boolean reached = aheadByTense && s.stage().isPresent() && VerbForm.of(graph, verb).modal().isEmpty();
            boolean held = occasion && VerbForm.of(graph, verb).tense() != Tense.INFINITIVE;
            if ((onlyUnknown || reached || held) && s.affirmed() == Says.FACT) {
              // The participle vouches for what the verb leaves open ("the group that A and B formed has eleven members"), for
              // what is only ahead in its effects ("the pact that A and B signed will create jobs"), and for the occasion of
              // what is ahead ("agreed to open it at talks held on Monday").
              veridicality = Veridicality.FACT;
              finite = Optional.empty();
            }
            carry(s);
            clauses.add(verb);
            ownForm(verb, false);
            apply(s, verb, affirmed(verb, noun));
          });
    }

    /** "the treaty that both had wanted was signed": the main clause knows better than a wish. */
    private static boolean ahead(Says says) {
      return says != Says.FACT && says.ending().isEmpty();
    }

    private void carry(Signature s) {
      carried = true;
      first = false;
      s.stage().ifPresent(stages::add);
    }

    /** "The two sides will:" before bare verbs. */
    void modal(Word modal) {
      signatures.modal(modal.lemma()).ifPresent(entry -> say(modal.lemma(), entry.affirmed(), false));
    }

    // ---- steps

    void step(Govern step) {
      boolean event = first;
      first = false;
      if (inForce) {
        return;
      }
      Word governor = step.governor();
      if (copula(governor) && step.manner() == Manner.INFINITIVE && wasToHave(step)) {
        say(governor.lemma(), Says.OPEN, false);
        return;
      }
      if (step.governed().isVerb() && ranks(step)) {
        ranked = true;
        if (governor.isVerb()) {
          form(governor);
        }
        return;
      }
      if (ranked && step.governed().is(PREDICATIVE)) {
        // "became the first president to visit": what he then did, as the verb of the sentence has it.
        form(governor);
        return;
      }
      if (step.manner() == Manner.COPULA && copula(governor)) {
        support(governor, step);
        return;
      }
      Optional<Signature> found = signatures.of(step, event ? kind : Optional.empty()).or(() -> advised(step));
      if (found.isPresent()) {
        known(step, found.get(), event);
      } else if (step.manner() == Manner.CONJUNCTION) {
        adjunct(step);
      } else {
        unknown(step, event);
      }
    }

    private boolean copula(Word governor) {
      return lexicon.isA(governor.lemma(), "Be");
    }

    /** "was to have visited" tells that nothing came of it. */
    private boolean wasToHave(Govern step) {
      return VerbForm.of(graph, step.governor()).tense() == Tense.PAST
          && graph.children(step.governed(), AUX).anyMatch(a -> lexicon.isA(a.lemma(), "Have"));
    }

    /** "the first president to visit", "was among the last to sign": an infinitive that tells what such a one did. */
    private boolean ranks(Govern step) {
      Word governor = step.governor();
      boolean infinitive = VerbForm.of(graph, step.governed()).tense() == Tense.INFINITIVE;
      return infinitive && (isRanked(governor) || copula(governor)
          && graph.children(governor, PREDICATIVE, OBL).filter(c -> c.index() < step.governed().index())
              .anyMatch(this::isRanked));
    }

    private boolean isRanked(Word noun) {
      return lexicon.isA(noun.lemma(), "Ranking") || graph.children(noun, AMOD, COMPOUND, ADVMOD, DET, DEP)
          .anyMatch(c -> lexicon.isA(c.form(), "Ranking"));
    }

    /** A verb that says nothing of its own: only its form counts. */
    private void form(Word verb) {
      carried = true;
      clauses.add(verb);
      ownForm(verb, true);
    }

    /** A copula under an adjective or noun that said its part: only its form counts. */
    private void support(Word verb, Govern step) {
      signatures.of(step, Optional.empty()).or(() -> advised(step)).ifPresent(s -> apply(s, verb, true));
      carried |= step.governed().isNoun() && graph.child(verb, EXPL).isPresent();
      clauses.add(verb);
      ownForm(verb, true);
    }

    private void known(Govern step, Signature signature, boolean event) {
      if (presupposed && disregards(signature)) {
        return;
      }
      presupposed |= signature.affirmed() == Says.FACT && signature.stage().isEmpty()
          && lexicon.isA(step.governor().lemma(), "Presupposing");
      if (event && nominal(step)) {
        // "the treaty covers tuna" speaks of a treaty; only "the talks took place" tells that they did.
        carried |= step.manner() == Manner.NOUN || signature.negated() != Says.OPEN;
        signature.stage().ifPresent(stages::add);
      }
      weigh(step, signature);
      if (step.governor().isVerb() && !inForce) {
        governingVerb(step, signature, event);
        if (step.governor().marker().isEmpty()) {
          ofNone(step.governor());
        }
      }
      if (step.manner() == Manner.CONJUNCTION) {
        adjunct(step);
      }
    }

    /** "discussed the outcome of the talks", "before the end of the visit": what has an outcome is held or under way. */
    private static boolean disregards(Signature signature) {
      return signature.affirmed() == Says.NEGOTIATING || signature.governs().contains(Signature.Governs.ADJUNCT);
    }

    private static boolean nominal(Govern step) {
      return step.manner() == Manner.NOUN || step.manner() == Manner.SUBJECT;
    }

    /** What the entry says, as an adjunct, under "never", or as it stands. */
    private void weigh(Govern step, Signature signature) {
      Word governor = step.governor();
      boolean adjunct = signature.governs().contains(Signature.Governs.ADJUNCT);
      if (adjunct) {
        // "will be built under a treaty with A": whatever comes of it, the treaty is there.
        inForce = veridicality == Veridicality.FACT && lexicon.isA(step.marker(), "ByTreaty")
            && kind.map(lexicon::kind).filter(k -> k.has(Trait.SIGNED)).isPresent();
        carried |= inForce;
        occasion = steps.isEmpty() && signature.affirmed() == Says.FACT
            && kind.map(lexicon::kind).filter(k -> k.has(Trait.ENCOUNTER)).isPresent();
        say(step.marker(), signature.affirmed() == Says.PLANNED && onlyDates(step) ? Says.OPEN : signature.affirmed(),
            false);
      } else if (never(governor) && !off(signature.affirmed()) && !isKept(governor)) {
        say(Form.NEVER.toString(), Says.DENIED, false);
      } else {
        apply(signature, governor, affirmed(governor, step.governed()));
      }
    }

    private void governingVerb(Govern step, Signature signature, boolean event) {
      Word governor = step.governor();
      Says says = signature.affirmed();
      if (sharesItsSubject(step, event) || says == Says.OFFERED || says == Says.URGED) {
        clauses.add(governor);
      }
      ownForm(governor, false);
      if (step.manner() == Manner.CLAUSE && says == Says.FACT && report.isEmpty()) {
        report = Optional.of(governor);
      }
    }

    /** "welcomed B's plans to buy": whoever has the plan is to act, not who speaks of it. */
    private boolean sharesItsSubject(Govern step, boolean event) {
      boolean others = !event && graph.child(step.governed(), POSS).isPresent();
      return nominal(step) ? !others : step.manner() == Manner.INFINITIVE || step.manner() == Manner.GERUND;
    }

    /** "signed a pact days before the <i>Cairo</i> summit": what has a name of its own is not theirs, it tells when. */
    private boolean onlyDates(Govern step) {
      return graph.children(step.governed(), COMPOUND).anyMatch(c -> c.token().isProperNoun());
    }

    /** "has never considered": not only unasserted but denied. */
    private boolean never(Word verb) {
      return graph.children(verb, NEG, ADVMOD)
          .anyMatch(c -> signatures.adverb(c).filter(s -> s.affirmed() == Says.DENIED).isPresent());
    }

    /** "was never implemented", "never honoured the contract": there was one all the same. */
    private boolean isKept(Word verb) {
      return lexicon.isA(verb.lemma(), "Keeping")
          && kind.map(lexicon::kind).filter(k -> k.has(Trait.SIGNED)).isPresent();
    }

    private static boolean off(Says says) {
      return says.ending().isPresent() || says == Says.NOT;
    }

    private void apply(Signature signature, Word word, boolean affirmative) {
      boolean byState = word.isVerb() && graph.subject(word).filter(acts).isPresent();
      notEnded |= !affirmative && signature.affirmed().ending().isPresent();
      Says says = judgesWhatWasDone(signature, word) ? Says.OPEN : signature.says(affirmative);
      say(String.join(" ", signature.words()) + (affirmative ? "" : " (negated)"), says, byState);
      if ((says == Says.OFFERED || says == Says.URGED && byState) && offer.isEmpty()) {
        offer = Optional.of(word);
      }
      if (says == Says.DENIED) {
        denial = Optional.of(word);
      }
    }

    /** "It would be wise to sign" is advice; "it was wise to sign" judges what may have been done. */
    private boolean judgesWhatWasDone(Signature signature, Word word) {
      boolean advises = signature.affirmed() == Says.PROPOSED || signature.affirmed() == Says.NOT;
      return advises && copula(word) && VerbForm.of(graph, word).tense() == Tense.PAST
          && graph.child(word, AUX).isEmpty();
    }

    /** A word that no entry knows asserts nothing, unless the thing is ahead or off already. */
    private void unknown(Govern step, boolean event) {
      if (introducing) {
        return;
      }
      Word governor = step.governor();
      String name = (governor.lemma() + " " + step.marker()).strip() + "\t"
          + step.manner().name().toLowerCase(Locale.ROOT);
      unknown.add(name);
      // "the strength of the partnership": a thing that has properties is there.
      boolean presupposed = event && lexicon.isA(step.marker(), "Of") && definite(step.governed());
      if (!presupposed && veridicality.asserted()) {
        veridicality = Veridicality.OPEN;
        onlyUnknown = true;
        steps.add(new Factuality.Step(name, Form.UNKNOWN.toString(), veridicality));
      }
      if (governor.isVerb()) {
        ownForm(governor, false);
      }
    }

    private boolean definite(Word noun) {
      return graph.hasChild(
          noun, c -> c.is(POSS) || c.is(DET) && lexicon.isA(c.form(), "Definite"));
    }

    /** "My advice would be a joint centre": the subject says how the noun is meant. */
    private Optional<Signature> advised(Govern step) {
      return lexicon.isA(step.governor().lemma(), "Be")
          ? graph.child(step.governor(), NSUBJ).flatMap(signatures::predicate)
          : Optional.empty();
    }

    /** An adverbial clause without a tense of its own has that of the clause it hangs on. */
    private void adjunct(Govern step) {
      if (finite.isEmpty() && step.governor().isVerb()) {
        tenseAndMood(step.governor());
      }
    }

    // ---- the form of a verb

    /** Tense, modality and adverbs of a verb on the way; its negation only where no entry has weighed it. */
    private void ownForm(Word verb, boolean withNegation) {
      adverbs(verb, withNegation);
      if (withNegation && !affirmed(verb)) {
        // "did not attend the summit of A and B": it took place all the same.
        say(Form.NOT.toString(), lexicon.isA(verb.lemma(), "Attending") ? Says.OPEN : Says.NOT, false);
      }
      tenseAndMood(verb, withNegation);
    }

    private void tenseAndMood(Word verb) {
      tenseAndMood(verb, true);
    }

    private void tenseAndMood(Word verb, boolean own) {
      fewSubjects(verb);
      VerbForm form = VerbForm.of(graph, verb);
      boolean weighed = !own && form.negated() && form.modal().filter(m -> lexicon.isA(m, "Ability")).isPresent();
      if (!weighed) {
        // "could not resist selling": the negation belongs to the word that resists.
        mood(verb, form);
      }
      if (form.finite() && finite.isEmpty()) {
        finite = Optional.of(form);
        if (form.tense() == Tense.PROGRESSIVE) {
          veridicality = veridicality.under(Says.ONGOING, false);
        }
      }
      if (form.tense() == Tense.IMPERATIVE && !completes) {
        // Also above a clause of its own tense: "Let A and B open the post".
        say(Form.IMPERATIVE.toString(), Says.PROPOSED, false);
      }
      if (conditional(verb, form)) {
        say(Form.IF.toString(), Says.OPEN, false);
      }
    }

    private void mood(Word verb, VerbForm form) {
      if (form.modal().isEmpty()) {
        return;
      }
      String modal = form.modal().get();
      Optional<Signature> entry = signatures.modal(modal);
      boolean forecast = lexicon.isA(modal, "Forecast") && lexicon.isA(verb.lemma(), "Unwilled");
      boolean contrary = form.perfect() && !lexicon.isA(modal, "Certain");
      Says says =
          contrary ? Says.OPEN : forecast ? Says.PLANNED : entry.map(s -> s.says(!form.negated())).orElse(Says.OPEN);
      boolean fact = veridicality == Veridicality.FACT;
      say(modal, veridicality == Veridicality.NOT && says != Says.OPEN ? Says.OPEN : says, false);
      aheadByTense = fact && says == Says.PLANNED;
    }

    /** "would sign if", "Had A signed, the crisis would ...". */
    private boolean conditional(Word verb, VerbForm form) {
      boolean under =
          form.modal().filter(m -> lexicon.isA(m, "Hypothetical")).isPresent()
              && graph.children(verb, ADVCL).anyMatch(c -> lexicon.isA(c.marker(), "If") || inverted(c));
      return under || inverted(verb);
    }

    private boolean inverted(Word verb) {
      if (graph.question()) {
        return false;
      }
      Optional<Word> subject = graph.child(verb, NSUBJ, NSUBJ_PASS);
      return subject.isPresent()
          && Stream.concat(Stream.of(verb), graph.children(verb, AUX, AUX_PASS))
              .anyMatch(a -> lexicon.isA(a.form(), "Inverting") && a.index() < subject.get().index() && opens(a));
    }

    private boolean opens(Word auxiliary) {
      return auxiliary.index() == 0 || graph.word(auxiliary.index() - 1).token().isPunctuation();
    }

    private void adverbs(Word verb, boolean event) {
      for (Word c : graph.children(verb)) {
        Optional<Signature> entry = signatures.adverb(c);
        boolean plainNegation = entry.isEmpty() || !event && c.is(NEG);
        if (!plainNegation) {
          Says says = entry.get().affirmed() == Says.DENIED && isKept(verb) ? Says.OPEN : entry.get().affirmed();
          say(String.join(" ", entry.get().words()), says, false);
        }
      }
    }

    /** Whether a verb is affirmed: not negated by "not", nor by a subject or object like "no state", "nobody". */
    private boolean affirmed(Word event) {
      boolean not = graph.children(event, NEG).anyMatch(n -> signatures.adverb(n).isEmpty());
      return not == negativeSubject(event, event);
    }

    private boolean affirmed(Word word, Word governed) {
      if (!word.isVerb()) {
        return graph.children(word, DET, NEG)
            .noneMatch(d -> signatures.determiner(d).filter(s -> s.affirmed() == Says.NOT).isPresent());
      }
      boolean not = graph.child(word, NEG).isPresent();
      return not == negativeSubject(word, governed);
    }

    /** "no state", "nobody", "neither A nor B" as subject; the governed noun has weighed its own determiner. */
    private boolean negativeSubject(Word verb, Word governed) {
      return graph.children(verb, NSUBJ, NSUBJ_PASS)
          .filter(s -> s.index() != governed.index())
          .anyMatch(s -> negative(s) || graph.children(s, DET, NEG, NMOD, CC).anyMatch(this::negative));
    }

    /** "few states signed", "hardly anyone signed": who did is left open. */
    private void fewSubjects(Word verb) {
      graph.children(verb, NSUBJ, NSUBJ_PASS)
          .flatMap(s -> Stream.concat(Stream.of(s), graph.children(s).stream()))
          .flatMap(w -> signatures.determiner(w).stream())
          .filter(s -> s.affirmed() == Says.OPEN)
          .findFirst()
          .ifPresent(s -> say(s.lemma(), Says.OPEN, false));
    }

    private boolean negative(Word word) {
      return signatures.determiner(word).filter(s -> off(s.affirmed())).isPresent();
    }
  }
}
