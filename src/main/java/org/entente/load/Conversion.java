package org.entente.load;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.entente.load.LoadOutcome.Loaded;
import org.entente.load.LoadOutcome.Rejected;
import org.entente.load.LoadOutcome.Unchanged;
import org.entente.store.StoredGraph.StoredText;

/** What one article came to, before any store has it. */
public sealed interface Conversion {

  /**
   * What it says is known.
   *
   * @param source what messages call it
   * @param article its IRI
   * @param graphName the named graph that everything it states is in
   * @param issued its day of publication, where one was found
   * @param text what its passages point into
   * @param fingerprint what the graph was made from: text, metadata and software
   * @param graph may be changed by whoever holds it
   * @param undertakings how many it tells of
   * @param proposals how many it tells of
   * @param warnings what its reader could not find
   * @param findings the shapes that the graph breaks, in words; with any, it is not to be stored
   */
  record Converted(
      String source, String article, String graphName, String title, Optional<LocalDate> issued, StoredText text,
      String fingerprint, Graph graph, int undertakings, int proposals, List<String> warnings, List<String> findings)
      implements Conversion {

    public Converted {
      warnings = List.copyOf(warnings);
      findings = List.copyOf(findings);
    }

    /** The outcome where it is stored, and the original where it is nearly the copy of another one. */
    public Loaded loaded(Optional<String> copyOf) {
      return new Loaded(source, article, title, issued, undertakings, proposals, copyOf, warnings);
    }

    /** The outcome where the same is stored already. */
    public Unchanged unchanged() {
      return new Unchanged(source, article, title, issued);
    }

    /**
     * The outcome where its graph breaks shapes.
     *
     * @param broken which, in words
     */
    public Rejected refused(List<String> broken) {
      return new Rejected(
          source,
          "%s was not stored: what was read from it breaks a shape".formatted(source),
          Optional.of("See what was found with: entente extract " + source),
          broken);
    }
  }

  /**
   * It cannot be read, or is none.
   *
   * @param offTopic whether it names nobody that is known: reading it again is in vain
   */
  record Refused(Rejected outcome, boolean offTopic) implements Conversion {}
}
