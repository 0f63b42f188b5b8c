package org.entente.query;

import java.util.Optional;

/**
 * What can be filled in: the variable {@code ?_name} of the query.
 *
 * @param description what it stands for, in words; its name where the query does not say
 * @param type {@code text} or, for a variable that ends in {@code _iri} or {@code _date}, that; {@code state} for one
 *     that is the ISO code of a state
 * @param usual the value that is taken when none is given
 * @param pattern a regular expression that a value must match as a whole
 */
public record Parameter(
    String name, String description, String type, Optional<String> usual, Optional<String> pattern) {

  /** Name of the variable in the query, without the question mark. */
  public String variable() {
    return "_" + name;
  }
}
