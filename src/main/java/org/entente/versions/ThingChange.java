package org.entente.versions;

import java.util.List;

/**
 * What became of one thing.
 *
 * @param kind the local name of its most telling class
 * @param details of what changed: the property, with what was said and what is said
 */
public record ThingChange(Fate fate, String kind, String label, String iri, List<String> details) {

  public ThingChange {
    details = List.copyOf(details);
  }
}
