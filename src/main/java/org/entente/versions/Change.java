package org.entente.versions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The last thing that became of something published: of an article with all that it states, of another graph, or of
 * something that was withdrawn.
 *
 * @param iri what it became of
 * @param address where to read about it, absolute
 * @param words how much it states now, or why it was withdrawn
 */
public record Change(Fate fate, Instant when, String iri, String label, String address, String words) {

  /** In UTC. */
  public LocalDate day() {
    return when.atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** "Added: A title". */
  String title() {
    String fateInWords = fate.inWords();
    return Character.toUpperCase(fateInWords.charAt(0)) + fateInWords.substring(1) + ": " + label;
  }
}
