package org.entente.publish.page;

import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.Quad;

/**
 * What is known of one thing, for a page that says it statement by statement.
 *
 * @param iri the thing
 * @param statements its own, those about its parts and its evidence, and those that lead to it
 * @param labels names of the things named
 * @param total how many statements there are on all pages
 * @param page the number of this page, from 1
 * @param pages how many pages there are
 * @param data the address of its data, relative to the dataset's root, without suffix
 */
public record Resource(String iri, List<Quad> statements, Map<String, String> labels, long total, int page, int pages,
    String data) {

  public Resource {
    statements = List.copyOf(statements);
    labels = Map.copyOf(labels);
  }
}
