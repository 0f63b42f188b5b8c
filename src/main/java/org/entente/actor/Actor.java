package org.entente.actor;

import java.util.Optional;

/**
 * Somebody or something that can act in the world, or a place: a state, institution, person, post or place.
 *
 * @param type which of the five; with the slug it makes the identifier
 * @param slug its name in its IRI, {@code [a-z0-9-]+}, unique within the type
 * @param name preferred English name
 * @param className local name of its most specific class in the ontology ("State", "Bank", "Person", "Post", "Place")
 * @param state ISO 3166-1 alpha-3 code: of the state itself, or of the state it belongs to or lies in
 * @param linked false for a name that the gazetteer does not have
 */
public record Actor(
    Type type, String slug, String name, String className, Optional<String> state, boolean linked) {

  /** Whether it is a known body that belongs to no one state. */
  public boolean isBodyOfManyStates() {
    return type == Type.INSTITUTION && linked && state.isEmpty();
  }

  /** The five families; the lower-case name is the path segment of the IRI. */
  public enum Type {
    STATE,
    INSTITUTION,
    PERSON,
    POST,
    PLACE
  }
}
