package org.entente.publish.page;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.several;
import static org.entente.publish.page.html.Html.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.html.Layout;
import org.entente.publish.page.part.DataForms;
import org.entente.publish.page.part.Names;

/** {@code /graph}: the named graphs; and what one of them is about. */
final class GraphPages {

  private final Names names;
  private final Layout layout;

  GraphPages(Names names, Layout layout) {
    this.names = names;
    this.layout = layout;
  }

  /**
   * All graphs.
   *
   * @param sizes how many statements each has, by IRI
   */
  String list(Map<String, Long> sizes) {
    if (sizes.isEmpty()) {
      return layout.document("Named graphs", element("p", "Nothing is loaded yet.").with("class", "empty"));
    }
    List<Html> items = new ArrayList<>();
    sizes.forEach((graph, number) -> items.add(
        element("li", names.thing(graph, graph), text(" (" + number + " statements)"))));
    return layout.document("Named graphs",
        element("p", "One graph for each article, and those of the gazetteer, the ontology and the catalogue. Each "
            + "can be had by itself, in every form.").with("class", "lead"),
        element("ul", several(items)));
  }

  /**
   * One graph.
   *
   * @param labels its things and their names, by IRI
   * @param more whether it has more things than these
   */
  String graph(String iri, Map<String, String> labels, boolean more, String data) {
    List<Html> items = new ArrayList<>();
    labels.forEach((thing, label) -> items.add(element("li", names.thing(thing, label))));
    return layout.withHead(DataForms.alternates(data)).document("Named graph",
        element("p", element("code", iri)),
        element("h2", more ? "The first " + items.size() + " things in it" : "What is in it"),
        element("ul", several(items)),
        DataForms.of(iri, data));
  }
}
