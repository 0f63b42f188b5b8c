package org.entente.curation;

import java.time.LocalDate;
import org.entente.vocab.IriScheme;

/**
 * One decision of a curator.
 *
 * @param subject IRI of what it is about
 * @param property local name of the property that is mended: {@code status}, {@code ending}, {@code kind}, {@code
 *     field}, {@code date}, {@code label}, {@code party} or a role; empty for the other verdicts
 * @param value what it is to be; an IRI where it stands for a thing; empty takes the old value away
 * @param was what it was before; empty where there was nothing, or where it is not told
 * @param by who decided, in words
 * @param why the reason, in words; it is published
 */
public record Decision(
    Verdict verdict, String subject, String property, String value, String was, String by, LocalDate on, String why) {

  /** What it mends, as far as it decides which decisions replace which: parties and roles may be mended several times. */
  public String scope() {
    return subject + "\n" + property + (Mendable.isOfActors(property) ? "\n" + was + "\n" + value : "");
  }

  /** Whether it decides the same as another one, whoever and for whatever reason. */
  public boolean decidesAs(Decision other) {
    return verdict == other.verdict && subject.equals(other.subject) && property.equals(other.property)
        && value.equals(other.value);
  }

  /** The same decision with its value and what was before as they stand in the data. */
  public Decision having(String newValue, String before) {
    return new Decision(verdict, subject, property, newValue, before, by, on, why);
  }

  /**
   * Itself, where what its verdict needs is there.
   *
   * @throws IllegalArgumentException when something is missing, or is there that no such decision has
   */
  Decision checked() {
    boolean mend = verdict == Verdict.MEND;
    if (subject.isEmpty() || by.isEmpty() || why.isEmpty()) {
      throw new IllegalArgumentException("subject, who and why must be told");
    }
    if (mend && !Mendable.properties().contains(property)) {
      throw new IllegalArgumentException("what can be mended is one of " + String.join(", ", Mendable.properties())
          + ", not \"" + property + "\"");
    }
    if (!mend && !property.isEmpty()) {
      throw new IllegalArgumentException("only mend has a property, " + verdict.word() + " has none");
    }
    boolean needsValue = verdict == Verdict.SAME || verdict == Verdict.NOT_SAME
        || mend && !Mendable.canBeTakenAway(property);
    if (needsValue && value.isEmpty()) {
      throw new IllegalArgumentException(verdict.word() + " needs a value");
    }
    if (subject.equals(value)) {
      throw new IllegalArgumentException("subject and value are one and the same");
    }
    if (mend && value.isEmpty() && was.isEmpty() && Mendable.isOfActors(property)) {
      throw new IllegalArgumentException("a " + property + " needs a value to add or a was to take away");
    }
    if (mend) {
      Mendable.check(property, value);
    }
    return this;
  }

  /** Its own IRI, which depends on what is decided alone. */
  public String iri(IriScheme iris) {
    return iris.undertaking("Decision", verdict.word(),
        String.join("\n", verdict.word(), subject, property, value, Mendable.isOfActors(property) ? was : ""));
  }

  /** The reason with who decided and when. */
  public String reason() {
    return why.strip().replaceFirst("([^.!?])$", "$1.") + " Decided by " + by + " on " + on + ".";
  }
}
