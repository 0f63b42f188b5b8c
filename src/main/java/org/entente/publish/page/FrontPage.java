package org.entente.publish.page;

import static org.entente.publish.page.Html.element;
import static org.entente.publish.page.Html.link;
import static org.entente.publish.page.Html.several;
import static org.entente.publish.page.Html.text;

import java.util.List;
import java.util.Map;

/** {@code /}: what the dataset is, how big it is, what can be asked, and where to begin. */
final class FrontPage {

  private final PageQueries queries;
  private final Names names;
  private final Layout layout;

  FrontPage(PageQueries queries, Names names, Layout layout) {
    this.queries = queries;
    this.names = names;
    this.layout = layout;
  }

  String html() {
    return layout.document("Entente", lead(), counts(), dyads(), years(), articles(), doors(), citing());
  }

  private static Html lead() {
    return element("p", "What states do together: agreements, visits, exercises, transfers and other undertakings as "
        + "articles report them, and what is proposed to them, kept apart. Each rests on the exact words that say so.")
        .with("class", "lead");
  }

  private Html counts() {
    List<Html> items = queries.ask("counts", Map.of()).stream().map(row -> (Html) element("div",
        element("dt", names.term(row.text("class"))), element("dd", row.text("number")))).toList();
    return items.isEmpty() ? element("p", "No article is loaded yet.").with("class", "empty")
        : several(element("h2", "What is here"), element("dl", several(items)).with("class", "counts"));
  }

  private Html dyads() {
    List<PageQueries.Row> rows = queries.ask("dyads", Map.of());
    return rows.isEmpty() ? Html.NOTHING
        : several(element("h2", "Who does what with whom"), new DyadMatrix(names).of(rows));
  }

  private Html years() {
    List<PageQueries.Row> rows = queries.ask("years", Map.of());
    return rows.isEmpty() ? Html.NOTHING : several(element("h2", "When"), YearChart.of(rows));
  }

  private Html articles() {
    List<Html> items = queries.ask("articles", Map.of()).stream().map(row -> (Html) element("li",
        names.thing(row.text("article"), row.text("title")),
        text((row.text("issued").isEmpty() ? "" : ", " + row.text("issued"))
            + ": " + row.text("number") + " statements"))).toList();
    return items.isEmpty() ? Html.NOTHING
        : several(element("h2", "Latest articles"), element("ul", several(items)));
  }

  private Html doors() {
    String root = names.root();
    return several(element("h2", "Use it"), element("ul",
        door(root + "queries", "Questions", "ready to ask, with the answer as table, CSV or JSON"),
        door(root + "sparql", "SPARQL endpoint", "for questions of your own"),
        door(root + "dump/", "Downloads", "everything, in each form, with checksums"),
        door(root + "graph/", "Named graphs", "one for each article"),
        door(root + "ontology", "Ontology", "what each term means"),
        door(root + "void.ttl", "Description", "of this dataset as DCAT and VoID")));
  }

  private static Html door(String address, String name, String what) {
    return element("li", link(address, name), text(": " + what));
  }

  private Html citing() {
    return several(element("h2", "How to cite"),
        element("p", "Cite an undertaking by the address at the foot of its page together with the article that it "
            + "rests on, and the dataset by its title, the day of access and the version that its description gives."),
        element("p", text("Entente: what states do together. Linked data, CC BY 4.0. "),
            link(names.root() + "void.ttl", "Description with version")));
  }
}
