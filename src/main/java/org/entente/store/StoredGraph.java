package org.entente.store;

import java.util.Optional;
import org.apache.jena.graph.Graph;

/**
 * One named graph as it shall stand in the store.
 *
 * @param name its IRI
 * @param content its triples
 * @param fingerprint what it was made from, in any form: who finds the same one in the catalogue need not make the
 *     graph again
 * @param text the normalised text that its passages point into, kept beside the graphs
 */
public record StoredGraph(String name, Graph content, String fingerprint, Optional<StoredText> text) {

  /** A graph that rests on no text of ours: gazetteer, ontology. */
  public static StoredGraph withoutText(String name, Graph content, String fingerprint) {
    return new StoredGraph(name, content, fingerprint, Optional.empty());
  }

  /**
   * A text and its SHA-256.
   *
   * @param digest 64 hexadecimal digits, the name under which the text is kept
   */
  public record StoredText(String digest, String words) {
    public StoredText {
      if (!digest.matches("[0-9a-f]{64}")) {
        throw new IllegalArgumentException("not a SHA-256: " + digest);
      }
    }
  }
}
