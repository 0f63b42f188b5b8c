package org.entente.factuality;

import java.util.Arrays;
import java.util.Optional;
import org.entente.lexicon.Signature.Says;
import org.entente.undertaking.Ending;

/** Where the text says that something stands, while and after the words that govern it are composed. */
public enum Veridicality {
  FACT,
  ONGOING,
  NEGOTIATING,
  PLANNED,
  OFFERED,
  PROPOSED,
  POSSIBLE,
  STOPPED,
  CALLED_OFF,
  REFUSED,
  FAILED,
  LAPSED,
  DENIED,
  /** It did not happen. */
  NOT,
  /** Claimed by somebody whom the text does not follow; not asserted, but it may be denied. */
  CLAIMED,
  /** Not asserted: a question, a condition, an accusation, a word that nobody entered. */
  OPEN;

  /** Whether it holds: happened or goes on. */
  public boolean asserted() {
    return this == FACT || this == ONGOING;
  }

  /** Whether it is ahead: under discussion, planned, offered, advised, possible. */
  public boolean prospective() {
    return compareTo(NEGOTIATING) >= 0 && compareTo(POSSIBLE) <= 0;
  }

  /** Whether it is off. */
  public boolean off() {
    return compareTo(STOPPED) >= 0 && compareTo(DENIED) <= 0;
  }

  /** How it came to its end; empty where it is not off. */
  public Optional<Ending> ending() {
    return Arrays.stream(Ending.values()).filter(e -> e.name().equals(name())).findFirst();
  }

  /** Whether an end was made of it: it did not run out, and nobody denies that it was. */
  private boolean ended() {
    return compareTo(STOPPED) >= 0 && compareTo(FAILED) <= 0;
  }

  /**
   * What becomes of this veridicality under a word that says something of it. Two negatives make a fact: "did not fail to
   * refrain"; who denies an end says that the thing stands, who refuses or fails to make one lets it stand; a plan to call
   * off is an end that is decided.
   *
   * @param byState whether the subject of the word is a state or acts for one: its urging is an offer
   */
  public Veridicality under(Says says, boolean byState) {
    return switch (says) {
      case FACT -> this;
      case OPEN -> OPEN;
      case CLAIMED -> claimed();
      case NOT -> negated();
      case ONGOING -> this == FACT ? ONGOING : this;
      case NEGOTIATING -> ahead(NEGOTIATING);
      case PLANNED -> prospective() || ended() ? this : ahead(PLANNED);
      case OFFERED -> ended() ? OPEN : ahead(OFFERED);
      case PROPOSED -> ended() ? OPEN : ahead(PROPOSED);
      case URGED -> ahead(byState ? OFFERED : PROPOSED);
      case POSSIBLE -> ahead(POSSIBLE);
      // What was still ahead cannot have been broken off.
      case STOPPED -> end(prospective() && this != NEGOTIATING ? CALLED_OFF : STOPPED);
      case CALLED_OFF -> end(CALLED_OFF);
      case REFUSED -> ended() ? stands() : end(REFUSED);
      case FAILED -> ended() ? stands() : end(FAILED);
      case LAPSED -> this == OPEN ? OPEN : LAPSED;
      case DENIED -> denied();
    };
  }

  private Veridicality claimed() {
    if (asserted()) {
      return CLAIMED;
    }
    return this == NOT ? OPEN : this;
  }

  private Veridicality negated() {
    if (asserted()) {
      return NOT;
    }
    return this == NOT || off() ? stands() : OPEN;
  }

  private Veridicality denied() {
    if (off() || this == NOT) {
      return FACT;
    }
    return this == OPEN ? OPEN : DENIED;
  }

  /** What of this is not so: what was not called off is still planned, what was not stopped goes on. */
  private Veridicality stands() {
    return switch (this) {
      case CALLED_OFF -> PLANNED;
      case STOPPED -> ONGOING;
      default -> FACT;
    };
  }

  private Veridicality end(Veridicality how) {
    return this == NOT ? FACT : this == OPEN ? OPEN : how;
  }

  private Veridicality ahead(Veridicality veridicality) {
    return asserted() || prospective() ? veridicality : OPEN;
  }
}
