package org.entente.query;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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

  private static final Pattern ALTERNATIVES = Pattern.compile("[a-z-]+(\\|[a-z-]+)+");

  /** The only values that there are, where its pattern names them one by one; empty where it does not. */
  public List<String> choices() {
    return pattern.filter(text -> ALTERNATIVES.matcher(text).matches()).map(text -> List.of(text.split("\\|")))
        .orElse(List.of());
  }

  /** Name of the variable in the query, without the question mark. */
  public String variable() {
    return "_" + name;
  }
}
