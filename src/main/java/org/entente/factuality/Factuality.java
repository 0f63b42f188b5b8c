package org.entente.factuality;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.syntax.VerbForm;
import org.entente.syntax.Word;

/**
 * What the text says of one event: where it stands and on which words that rests.
 *
 * @param finite the innermost finite verb over the event, whose tense tells when it holds
 * @param carried whether a word of which that is known carries the event's noun ("<i>hold</i> talks", "the
 *     <i>signing</i> of"); verbs carry themselves
 * @param stages steps of an agreement that these words report
 * @param clauses verbs whose clauses take part in stating it: there its parties are
 * @param offer the verb that offers, asks or invites
 * @param denial the verb that says it is not so
 * @param report the verb that says it is so, for its speaker
 * @param steps the words on the way with what each said, nearest first
 * @param unknown governors that no entry knows
 * @param onlyUnknown whether it is open for no other reason than such governors
 * @param notEnded whether it is denied that it came to an end: "never cancelled the accord"
 */
public record Factuality(
    Veridicality veridicality,
    Optional<VerbForm> finite,
    boolean carried,
    Set<String> stages,
    List<Word> clauses,
    Optional<Word> offer,
    Optional<Word> denial,
    Optional<Word> report,
    List<Step> steps,
    List<String> unknown,
    boolean onlyUnknown,
    boolean notEnded) {

  /** One word on the way and what became of the event under it. */
  public record Step(String words, String says, Veridicality veridicality) {}

  public Factuality {
    stages = Set.copyOf(stages);
    clauses = List.copyOf(clauses);
    steps = List.copyOf(steps);
    unknown = List.copyOf(unknown);
  }

  /** The same under what introduces the list in which it stands; clauses and verbs are those of its own sentence. */
  Factuality under(Factuality introduced) {
    return new Factuality(
        introduced.veridicality, finite, introduced.carried, introduced.stages, clauses, offer, denial, report,
        introduced.steps, introduced.unknown, introduced.onlyUnknown, notEnded);
  }

  /** Whether a word on the way says that it does not happen: "should not sign", "would be wrong to sign". */
  public boolean denies() {
    return steps.stream().anyMatch(step -> step.veridicality() == Veridicality.NOT);
  }

  /** Whether nothing is said that could be published or denied. */
  public boolean negated() {
    return veridicality == Veridicality.NOT || veridicality == Veridicality.OPEN;
  }
}
