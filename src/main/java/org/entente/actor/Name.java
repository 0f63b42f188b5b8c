package org.entente.actor;

/**
 * One name of an actor, as it stands in a text.
 *
 * @param text the words, with straight apostrophes
 * @param sense how it means the actor
 * @param ambiguous whether the word is also something else (a given name, another place), so that it counts only
 *     where the text supports it
 */
public record Name(String text, Actor actor, Sense sense, boolean ambiguous) {

  /** Whether it is the city's in which a body sits, and stands for the body: "<i>Brussels</i> and Tunis signed". */
  public boolean isOfSeatedBody() {
    return sense == Sense.METONYM && actor.type() == Actor.Type.INSTITUTION;
  }

  /** How a name means its actor. */
  public enum Sense {
    /** Its own name or an alias. */
    PROPER,
    /** Adjective or people's name. */
    DEMONYM,
    /** First half of a compound: "Russo-", "Sino-". */
    PREFIX,
    /** Capital or seat of its government. */
    METONYM
  }
}
