package org.entente.load;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What became of one article. */
public sealed interface LoadOutcome {

  /** What the user called it: a file, an address, standard input; with its place where a file holds several. */
  String source();

  /**
   * Its graph is in the store now.
   *
   * @param article its IRI
   * @param issued its day of publication, where one was found
   * @param copyOf IRI of an article that the store had with nearly the same text
   * @param warnings what its reader could not find
   */
  record Loaded(
      String source, String article, String title, Optional<LocalDate> issued, int undertakings, int proposals,
      Optional<String> copyOf, List<String> warnings) implements LoadOutcome {
    public Loaded {
      warnings = List.copyOf(warnings);
    }
  }

  /** The store had it already, from the same text, metadata and software. */
  record Unchanged(String source, String article, String title, Optional<LocalDate> issued) implements LoadOutcome {}

  /**
   * It was not stored, and the store is as it was.
   *
   * @param problem what is wrong, one line
   * @param findings the shapes that its graph breaks, in words; empty when it did not get that far
   */
  record Rejected(String source, String problem, Optional<String> advice, List<String> findings)
      implements LoadOutcome {
    public Rejected {
      findings = List.copyOf(findings);
    }
  }

  /**
   * It stands among articles and is none: a picture in a folder, a script in a web archive.
   *
   * @param reason what it is, in a few words
   */
  record PassedOver(String source, String reason) implements LoadOutcome {}
}
