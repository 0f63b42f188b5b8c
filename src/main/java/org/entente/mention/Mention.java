package org.entente.mention;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.entente.actor.Actor;
import org.entente.text.Span;
import org.entente.time.TimeInterval;

/** A stretch of text that names somebody, a place, a time or an amount. */
public sealed interface Mention {

  Span span();

  /** How a name means the actor. */
  enum Sense {
    /** The actor's own name: "Pakistan", "the Eurasian Development Bank", "Imran Khan". */
    NAME,
    /** An adjective or people's name: "Pakistani", "the Russians". */
    DEMONYM,
    /** A capital or seat that stands for the government: "Moscow and Islamabad sealed a deal". */
    METONYM,
    /** A place where something is: "went to Islamabad", "Gwadar". */
    LOCATION,
    /** An office: "the Russian Deputy Defense Minister"; the actor is the post. */
    OFFICE,
    /** A pronoun or noun phrase that refers back: "the two sides", "his counterpart", "the kingdom". */
    REFERENCE
  }

  /**
   * A mention of one or several actors.
   *
   * @param actors who is meant; several for "the two sides" or "the four presidents"
   * @param states ISO alpha-3 codes of the states that these actors are or stand for, in text order, no duplicates
   */
  record ActorMention(Span span, List<Actor> actors, Sense sense, List<String> states) implements Mention {
    public ActorMention {
      actors = List.copyOf(actors);
      states = List.copyOf(states);
    }
  }

  /**
   * A time expression. The interval is empty where it is relative and the article has no date.
   *
   * @param text the words, as they stand
   * @param told whether it is the day of something told in the past tense, even where that is a plan: "in May they
   *     announced", "a plan published on 3 May"
   */
  record DateMention(Span span, Optional<TimeInterval> interval, String text, boolean told) implements Mention {

    public DateMention(Span span, Optional<TimeInterval> interval, String text) {
      this(span, interval, text, false);
    }
  }

  /**
   * A number of things or of money.
   *
   * @param currency ISO 4217 code where it is money
   * @param unit the counted noun phrase where it is things ("armed drones"), lower case as written
   */
  record AmountMention(Span span, BigDecimal value, Optional<String> currency, Optional<String> unit)
      implements Mention {}
}
