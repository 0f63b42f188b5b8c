package org.entente.access;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A line of a {@link TokenFile}: name, scopes, last day, digest, parted by spaces.
 *
 * @param until the last day that it is good for, in UTC
 */
record TokenLine(String name, Set<Scope> scopes, Optional<LocalDate> until, Digest digest) {

  private static final String FOR_EVER = "-";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@-]{1,60}");

  TokenLine {
    scopes = Set.copyOf(scopes);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("\"" + name + "\" is no name of letters, digits, dots and hyphens");
    }
    if (scopes.isEmpty()) {
      throw new IllegalArgumentException("the token of " + name + " allows nothing");
    }
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException in words, when it is none
   */
  static TokenLine of(String line) {
    String[] parts = line.strip().split("\\s+");
    if (parts.length != 4) {
      throw new IllegalArgumentException("it has " + parts.length + " parts, not NAME SCOPES UNTIL SHA-256");
    }
    return new TokenLine(parts[0], scopes(parts[1]), until(parts[2]), new Digest(parts[3]));
  }

  static Set<Scope> scopes(String words) {
    EnumSet<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String word : words.split(",")) {
      scopes.add(Scope.of(word).orElseThrow(() -> new IllegalArgumentException("there is no scope \"" + word
          + "\", only " + Arrays.stream(Scope.values()).map(Scope::word).collect(Collectors.joining(", ")))));
    }
    return scopes;
  }

  private static Optional<LocalDate> until(String word) {
    try {
      return word.equals(FOR_EVER) ? Optional.empty() : Optional.of(LocalDate.parse(word));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("\"" + word + "\" is no day such as 2027-06-30, nor " + FOR_EVER, e);
    }
  }

  boolean isGoodOn(LocalDate day) {
    return until.map(last -> !day.isAfter(last)).orElse(true);
  }

  @Override
  public String toString() {
    String words = scopes.stream().sorted().map(Scope::word).collect(Collectors.joining(","));
    return String.join(" ", name, words, until.map(LocalDate::toString).orElse(FOR_EVER), digest.hex());
  }
}
