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

  Html of(String iri) {
    List<Deed> deeds = Deed.of(queries.ask("latest", Map.of("thing", NodeFactory.createURI(iri))));
    if (deeds.isEmpty()) {
      return element("p", "No article here tells of an undertaking of it.").with("class", "empty");
    }
    String summary = "The latest " + deeds.size() + " undertakings: " + DeedTables.summary(deeds) + ".";
    return several(element("h2", "Latest"), element("p", summary).with("class", "lead"),
        Timeline.of(deeds), new DeedTables(names).of(deeds));
  }
}
