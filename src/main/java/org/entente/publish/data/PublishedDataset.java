package org.entente.publish.data;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.publish.dump.Dump;

/**
 * The data that a server publishes, wherever it lies: in a store of ours, in memory, or behind another SPARQL endpoint.
 * It may change while it is published; every change gives it another version.
 */
public interface PublishedDataset {

  /** The base IRI that the IRIs in the data start with, with its closing slash; need not be the host in use. */
  String base();

  /**
   * Names the content: another content, another version. It is read inside the transaction in which the data is read,
   * and goes into the ETag of everything that is made from it, so it has letters, digits and hyphens only.
   */
  String version();

  /** The version that the last change led to, where it is known without waiting for a disk or for anybody else. */
  default Optional<String> knownVersion() {
    return Optional.empty();
  }

  /** When the content became what it is; for Last-Modified. */
  Instant modified();

  /**
   * The named graphs. A SPARQL query on it sees their union as the default graph, and one read transaction sees one
   * state of the data. The server never writes to it.
   */
  DatasetGraph graphs();

  /**
   * Writes the whole data as files into a folder, where this data can be dumped.
   *
   * @return what was written, or empty when data of this sort is not dumped
   */
  default Optional<Dump> dump(Path folder) {
    return Optional.empty();
  }

  /**
   * Writes all that is needed to have this data again elsewhere into a new file.
   *
   * @return whether data of this sort can be backed up here
   */
  default boolean backup(Path file) {
    return false;
  }

  /**
   * The normalised text of an article, where it is kept beside the data.
   *
   * @param digest as in {@code ent:textDigest}
   */
  default Optional<String> text(String digest) {
    return Optional.empty();
  }

  /**
   * How much is kept, for those who watch over it.
   *
   * @param graphs how many named graphs there are
   * @param statements how many there are in them
   * @param bytes what the database takes on the disk
   */
  record Size(long graphs, long statements, long bytes) {}

  /** Whether it is in order, as far as that is known without a look at it; where not, its operator has to do something. */
  default boolean isSound() {
    return true;
  }

  /** Whether it is known how much is kept; to find it out takes a look at each graph. */
  default boolean isMeasured() {
    return false;
  }

  /** How much is kept, where {@linkplain #isMeasured() that is known}. */
  default Optional<Size> size() {
    return Optional.empty();
  }
}
