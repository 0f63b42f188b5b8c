package org.entente.publish.page;

import java.util.List;

/**
 * What a search gave.
 *
 * @param words what was searched for
 * @param page the number of this page of hits, from 1
 * @param hits the best first
 * @param more whether there are more than these
 * @param complete whether all of the dataset was searched
 */
public record Found(String words, int page, List<Hit> hits, boolean more, boolean complete) {

  public Found {
    hits = List.copyOf(hits);
  }

  /**
   * One thing.
   *
   * @param label its name; its IRI where it has none
   * @param type the local name of its class, empty where it has none of ours
   * @param matched the name or passage in which the words were found
   */
  public record Hit(String iri, String label, String type, String matched) {}
}
