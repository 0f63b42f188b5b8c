package org.entente.publish.page;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.link;
import static org.entente.publish.page.html.Html.several;
import static org.entente.publish.page.html.Html.text;

import java.util.ArrayList;
import java.util.List;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.html.Layout;
import org.entente.query.Column;
import org.entente.query.NamedQuery;
import org.entente.query.Parameter;

/** {@code /export/}: what the data can be taken away as, each with a form that narrows it down. */
final class ExportsPage {

  private final Layout layout;

  ExportsPage(Layout layout) {
    this.layout = layout;
  }

  String html(List<ExportOffer> offers) {
    List<Html> sections = new ArrayList<>(List.of(element("p", "The data in the columns of the field's data sets, as "
        + "networks and as a map. Every line has the words, the article and the passage that it rests on, and its "
        + "status.").with("class", "lead")));
    offers.forEach(offer -> sections.add(section(offer)));
    return layout.document("Exports", sections.toArray(Html[]::new));
  }

  private static Html section(ExportOffer offer) {
    NamedQuery query = offer.query();
    List<Html> fields = new ArrayList<>();
    query.parameters().forEach(parameter -> fields.add(field(query, parameter)));
    fields.add(element("p", element("label", "The form").with("for", query.name() + "-format"),
        element("select", several(offer.suffixes().stream()
            .map(suffix -> (Html) element("option", suffix).with("value", suffix)).toList()))
            .with("id", query.name() + "-format").with("name", "format")));
    fields.add(element("p", element("button", "Download")));
    Html head = element("tr", several(List.of(element("th", "Column").with("scope", "col"),
        element("th", "Type").with("scope", "col"), element("th", "Meaning").with("scope", "col"))));
    Html rows = several(query.columns().stream().map(ExportsPage::row).toList());
    return element("section", element("h2", query.summary()).with("id", query.name()),
        element("p", query.description()),
        element("p", Html.joined(offer.suffixes().stream()
            .map(suffix -> (Html) link(query.name() + "." + suffix, query.name() + "." + suffix)).toList(), " · "))
            .with("class", "as-data"),
        element("details", element("summary", "Only a part of it"),
            element("form", several(fields)).with("method", "get").with("action", query.name())
                .with("class", "question")),
        element("details", element("summary", "Columns: " + query.columns().size()),
            Html.scrolled(element("table", element("thead", head), element("tbody", rows)),
                "Columns of " + query.name())));
  }

  private static Html field(NamedQuery query, Parameter parameter) {
    String id = query.name() + "-" + parameter.name();
    return element("p", element("label", parameter.description()).with("for", id),
        element("input").with("id", id).with("name", parameter.name()).with("type", "text")
            .with("value", parameter.usual().orElse("")).with("autocomplete", "off"));
  }

  private static Html row(Column column) {
    return element("tr", element("td", element("code", column.name())),
        element("td", column.type() + (column.several() ? ", several" : "")), element("td", column.description()));
  }
}
