package org.entente.lexicon;

import java.util.Map;
import java.util.Set;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Role;
import org.entente.undertaking.Status;

/**
 * How a kind of undertaking behaves in texts.
 *
 * @param done its status as a fact in the past
 * @param field what it is about where no word tells
 * @param role of whoever stands in no slot that says otherwise
 * @param slots roles by slot: {@code subject}, {@code object}, {@code dative}, {@code premodifier}, {@code place}, a
 *     preposition
 * @param traits what else is true of it
 */
public record KindFrame(
    Kind kind, Status done, String field, Role role, Map<String, Role> slots, Set<Trait> traits) {

  /** Properties of kinds that stages ask for. The data name them in lower case with hyphens. */
  public enum Trait {
    /** The state of a mere place takes part: "flew to Ankara". */
    PLACE_COUNTS,
    /** It has a matter, and who stands behind "on" or "about" is only talked about. */
    HAS_MATTER,
    /** What is told inside it is what it is about, not an undertaking of its own. */
    CONTAINER,
    /** It comes out of visits and meetings. */
    RESULT,
    /** It may have results. */
    OCCASION,
    /** Two states have one of it, however often an article speaks of it. */
    ONE_FOR_A_PAIR,
    /** Told as a wish of one side, it stays what it is and does not become a statement. */
    WISHED,
    /** A proper noun behind it is its name. */
    NAMED,
    /** A bare mention of one that exists is no news. */
    STANDING,
    /** Sides come together, and may do so in sport or war. */
    ENCOUNTER,
    /** It is talked: a noun of talking may only name the matter. */
    TALKS,
    /** Somebody goes to somebody. */
    TRIP,
    /** It lies somewhere, and who is named there takes part. */
    SOMEWHERE,
    /** It is built: states named before it may be where it lies. */
    BUILT,
    /** It has a text, steps of its own and an instrument. */
    SIGNED,
    /** It is of things that are counted. */
    OF_THINGS,
    /** What it is of is told. */
    HAS_ITEM,
    /** One says it to another. */
    SAID,
    /** A body is joined. */
    JOINED
  }

  public KindFrame {
    slots = Map.copyOf(slots);
    traits = Set.copyOf(traits);
  }

  public boolean has(Trait trait) {
    return traits.contains(trait);
  }
}
