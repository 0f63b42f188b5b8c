package org.entente.versions;

import java.util.Locale;

/** What became of something. */
public enum Fate {
  ADDED, CHANGED, WITHDRAWN;

  /** As it stands in lists. */
  public String inWords() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** That of what may have been there before, may be there now, and is known to differ. */
  static Fate of(boolean before, boolean after) {
    return before && after ? CHANGED : after ? ADDED : WITHDRAWN;
  }
}
