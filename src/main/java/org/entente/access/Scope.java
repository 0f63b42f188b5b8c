package org.entente.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a token allows. */
public enum Scope {
  /** Sending articles, and sending them again. */
  ADD,
  /** Taking articles out. */
  REMOVE,
  /** Fetching a backup of everything, whole texts included. */
  BACKUP;

  /** As it is written in files and on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Scope> of(String word) {
    return Arrays.stream(values()).filter(scope -> scope.word().equals(word)).findFirst();
  }
}
