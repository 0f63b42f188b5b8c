package org.entente.publish.page.picture;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.several;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.NodeFactory;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.part.Deed;
import org.entente.publish.page.part.DeedTables;
import org.entente.publish.page.part.Names;
import org.entente.publish.page.part.PageQueries;

/** The latest undertakings of somebody, at a place, or in a field or status: on a line of time and as tables. */
public final class LatestDeeds {

  /** As many as the question for the latest gives; a state that has so many may have more. */
  private static final int MOST = 40;

  private final PageQueries queries;
  private final Names names;

  public LatestDeeds(PageQueries queries, Names names) {
    this.queries = queries;
    this.names = names;
  }

  /** Those that somebody takes part in, or that happen at a place. */
  public Html of(String iri) {
    List<Deed> deeds = asked("latest", iri);
    return deeds.isEmpty() ? none() : shown(deeds);
  }

  private static Html none() {
    return element("p", "No article here tells of an undertaking of it.").with("class", "empty");
  }

  /**
   * The same in two parts, for a page that has more between them.
   *
   * @param picture a line of time, or where more have a date than are listed a bar for each year; or that there is nothing
   * @param tables how many there are, and each of them
   */
  public record Parts(Html picture, Html tables) {}

  public Parts partsOfState(String iri) {
    List<Deed> deeds = asked("latest", iri);
    if (deeds.isEmpty()) {
      return new Parts(none(), Html.NOTHING);
    }
    Html picture = picture(iri, deeds);
    Html when = picture == Html.NOTHING ? Html.NOTHING : several(element("h2", "When"), picture);
    return new Parts(when, several(element("h2", "Latest"), summary(deeds), new DeedTables(names).of(deeds)));
  }

  /** Those without a date come last: where one of them is among the latest, all that have a date are. */
  private Html picture(String iri, List<Deed> deeds) {
    List<Deed> dated = deeds.stream().filter(deed -> deed.earliest().isPresent()).toList();
    if (deeds.size() < MOST) {
      return Timeline.of(deeds);
    }
    return dated.size() < deeds.size() ? Timeline.of(dated)
        : YearChart.of(queries.ask("state-years", Map.of("thing", NodeFactory.createURI(iri))));
  }

  /** Those of a class, or that a concept says something of. */
  public Html ofTerm(String iri) {
    List<Deed> deeds = asked("term-latest", iri);
    return deeds.isEmpty() ? Html.NOTHING : shown(deeds);
  }

  private List<Deed> asked(String query, String iri) {
    return Deed.of(queries.ask(query, Map.of("thing", NodeFactory.createURI(iri))));
  }

  private Html shown(List<Deed> deeds) {
    return several(element("h2", "Latest"), summary(deeds), Timeline.of(deeds), new DeedTables(names).of(deeds));
  }

  private static Html summary(List<Deed> deeds) {
    String number = deeds.size() == 1 ? "1 undertaking: " : "The latest " + deeds.size() + " undertakings: ";
    return element("p", number + DeedTables.summary(deeds) + ".").with("class", "lead");
  }
}
