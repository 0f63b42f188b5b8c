package org.entente.versions;

import java.util.List;

/**
 * What became of one named graph: mostly, of an article.
 *
 * @param kind "Article", or "Graph" for the gazetteer and the like
 * @param iri the article's, or the graph's
 * @param things those in it that are described otherwise than before, sorted by fate and name
 * @param added how many statements came
 * @param removed how many went
 */
public record GraphChange(Fate fate, String kind, String label, String iri, List<ThingChange> things, long added,
    long removed) {

  public GraphChange {
    things = List.copyOf(things);
  }
}
