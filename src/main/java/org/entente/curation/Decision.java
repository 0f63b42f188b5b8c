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
    return subject + "\n" + property + (Mending.isOfActors(property) ? "\n" + was + "\n" + value : "");
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

  /** Its own IRI, which depends on what is decided alone. */
  public String iri(IriScheme iris) {
    return iris.undertaking("Decision", verdict.word(),
        String.join("\n", verdict.word(), subject, property, value, Mending.isOfActors(property) ? was : ""));
  }

  /** The reason with who decided and when. */
  public String reason() {
    return why.strip().replaceFirst("([^.!?])$", "$1.") + " Decided by " + by + " on " + on + ".";
  }
}
