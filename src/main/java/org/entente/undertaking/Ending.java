package org.entente.undertaking;

import java.util.Locale;

/** How an undertaking that has ended came to its end; the lower-case name is the concept in the status scheme. */
public enum Ending {
  /** It held or was under way, and was broken off, terminated or suspended. */
  STOPPED,
  /** It was cancelled, dropped or shelved before it took place. */
  CALLED_OFF,
  /** One side would not have it. */
  REFUSED,
  /** It came to nothing by itself. */
  FAILED,
  /** It ran out. */
  LAPSED,
  /** Somebody says that it is not so. */
  DENIED;

  /** Local name of the concept in the ontology's status scheme. */
  public String conceptName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** For people: "called off". */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
