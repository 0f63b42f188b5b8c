package org.entente.publish.page;

import static org.entente.publish.page.Html.element;
import static org.entente.publish.page.Html.several;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.NodeFactory;

/** The latest undertakings of somebody, at a place, or in a field or status: on a line of time and as tables. */
final class LatestDeeds {

  private final PageQueries queries;
  private final Names names;

  LatestDeeds(PageQueries queries, Names names) {
    this.queries = queries;
    this.names = names;
  }

  /** Those that somebody takes part in, or that happen at a place. */
  Html of(String iri) {
    List<Deed> deeds = asked("latest", iri);
    return deeds.isEmpty()
        ? element("p", "No article here tells of an undertaking of it.").with("class", "empty") : shown(deeds);
  }

  /** Those of a class, or that a concept says something of. */
  Html ofTerm(String iri) {
    List<Deed> deeds = asked("term-latest", iri);
    return deeds.isEmpty() ? Html.NOTHING : shown(deeds);
  }

  private List<Deed> asked(String query, String iri) {
    return Deed.of(queries.ask(query, Map.of("thing", NodeFactory.createURI(iri))));
  }

  private Html shown(List<Deed> deeds) {
    String summary = "The latest " + deeds.size() + " undertakings: " + DeedTables.summary(deeds) + ".";
    return several(element("h2", "Latest"), element("p", summary).with("class", "lead"),
        Timeline.of(deeds), new DeedTables(names).of(deeds));
  }
}
