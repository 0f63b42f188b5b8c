package org.entente.publish.page;

import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * What people see of the dataset. The server asks for a page whenever a client prefers HTML; where there is none it
 * falls back to a plain one of its own, so that nothing here needs to know every path.
 */
@FunctionalInterface
public interface Pages {

  /**
   * The page at a path, or empty when this path has no page of its own.
   *
   * @param data the published graphs, inside a read transaction; a SPARQL query on it sees the union of the named
   *     graphs as its default graph. It may stand for a remote endpoint, so ask few queries rather than many finds.
   */
  Optional<String> html(PageRequest request, DatasetGraph data);

  /** A file that pages refer to (style sheet, script, font, picture), by its path such as {@code /assets/page.css}. */
  default Optional<Asset> asset(String path) {
    return Optional.empty();
  }

  /** A page that says why there is none: not found, not acceptable, a failure. Empty: the server says it plainly. */
  default Optional<String> notice(Notice notice) {
    return Optional.empty();
  }
}
