package org.entente.publish.page;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.link;
import static org.entente.publish.page.html.Html.several;
import static org.entente.publish.page.html.Html.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.html.Layout;
import org.entente.publish.page.part.Coins;
import org.entente.publish.page.part.Names;
import org.entente.publish.page.part.PageQueries;
import org.entente.publish.page.part.PageRequest;
import org.entente.publish.page.part.StatusGroup;
import org.entente.publish.page.picture.DyadMatrix;
import org.entente.publish.page.picture.NetworkPicture;
import org.entente.publish.page.picture.PlaceMap;
import org.entente.publish.page.picture.YearChart;
import org.entente.vocab.Addresses;

/** {@code /}: what the dataset is, how big it is, what can be asked, and where to begin. */
final class FrontPage {

  /** What scholars of relations between states ask first. */
  private static final List<String> FIRST =
      List.of("dyad-timeline", "agreements", "network", "arms-transfers", "visits",
          "under-negotiation", "proposals", "events");
  /** What articles give, and what most of is known before any article is read. */
  private static final List<String> TOLD = List.of("Article", "Undertaking", "Proposal", "Passage");
  private static final List<String> KNOWN = List.of("State", "Institution", "Person", "Post", "Place");

  private final PageRequest request;
  private final Site site;
  private final List<Gallery.Question> questions;
  private final Names names;
  private final Layout layout;

  FrontPage(PageRequest request, Site site, List<Gallery.Question> questions, Names names, Layout layout) {
    this.request = request;
    this.site = site;
    this.questions = List.copyOf(questions);
    this.names = names;
    this.layout = layout;
  }

  /**
   * @param overview empty while it is made for the first time
   * @param current whether it is of the data as they are now
   */
  String html(Optional<Overview> overview, boolean current) {
    return layout.document("Entente", lead(), sample(), pair(), questions(), current ? Html.NOTHING : waiting(overview),
        overview.map(this::pictures).orElse(Html.NOTHING), doors(), quality(), citing());
  }

  /** Nobody waits for what takes a minute over millions of statements, nor has to guess why it is not there. */
  private static Html waiting(Optional<Overview> overview) {
    String said = overview.isEmpty() ? "The numbers and pictures of all the data are being made, and are here when you "
        : "The data have changed: the numbers and pictures below are those from before; new ones are here when you ";
    return element("p", said + "open this page again in a minute or two. All else is of now.")
        .with("class", "empty").with("role", "status");
  }

  private Html pictures(Overview overview) {
    return several(counts(overview.counts()), network(overview), dyads(overview.network()),
        places(overview.places()), years(overview.years()), articles(overview.articles()));
  }

  private static Html lead() {
    return element("p", "What states do together: agreements, visits, exercises, transfers and other undertakings as "
        + "articles report them, and what is proposed to them, kept apart. Each rests on the exact words that say so.")
        .with("class", "lead");
  }

  /** How to go on with articles of one's own. */
  private Html sample() {
    return site.sample()
        ? element("p", text("This is a sample of one article. Publish your own, a file or a folder of them, with "),
            element("code", "entente serve --store data FILE…"), text("; what they tell is here as soon as they are "
                + "read, and stays in the store."))
            .with("class", "empty sample")
        : Html.NOTHING;
  }

  /** A pair of states, by whatever names. */
  private Html pair() {
    return element("form", element("p", text("What is there between "), state("a", "One state", "Pakistan"),
        text(" and "), state("b", "Another state", "Russia"), text("? "), element("button", "Show")))
        .with("action", names.root() + "page/dyad").with("method", "get").with("class", "pair");
  }

  private static Html state(String name, String label, String example) {
    return element("input").with("name", name).with("type", "text").with("aria-label", label).with("required", "")
        .with("placeholder", example).with("size", "16").with("autocomplete", "country-name");
  }

  private Html counts(List<PageQueries.Row> rows) {
    List<Html> told = counted(rows, TOLD).map(row -> (Html) element("div",
        element("dt", names.terms(row.text("class"), row.number("number"))), element("dd", number(row)))).toList();
    List<Html> known = counted(rows, KNOWN).map(row -> (Html) element("span", text(number(row) + " "),
        names.terms(row.text("class"), row.number("number"))).with("class", "day")).toList();
    return told.isEmpty() ? element("p", "No article is loaded yet.").with("class", "empty")
        : several(element("h2", "What is here"), element("dl", several(told)).with("class", "counts"),
            element("p", text("Known by name, whether an article tells of them or not: "), several(known))
                .with("class", "note known"));
  }

  /** The rows of some classes, in the order of these. */
  private static Stream<PageQueries.Row> counted(List<PageQueries.Row> rows, List<String> classes) {
    return rows.stream().filter(row -> classes.contains(local(row.text("class"))))
        .sorted(Comparator.comparingInt(row -> classes.indexOf(local(row.text("class")))));
  }

  private static String number(PageQueries.Row row) {
    return String.format(Locale.ROOT, "%,d", row.number("number"));
  }

  private Html questions() {
    List<Html> items = questions.stream().filter(question -> FIRST.contains(question.name()))
        .sorted(Comparator.comparingInt(question -> FIRST.indexOf(question.name())))
        .map(question -> (Html) element("li",
            link(names.root() + "queries/" + Addresses.encodedPath(question.name()), question.title())))
        .toList();
    return questions.isEmpty() ? Html.NOTHING : several(element("h2", "What can be asked"),
        element("ul", several(items)).with("class", "examples"),
        element("p", link(names.root() + "queries", "All " + questions.size() + " questions"), text(" · "),
            link(names.root() + "sparql", "ask your own with SPARQL")));
  }

  private Html quality() {
    return element("p", link(names.root() + "quality", "How well articles are read, and what is checked"));
  }

  private Html network(Overview overview) {
    List<PageQueries.Row> rows = overview.network();
    if (rows.isEmpty()) {
      return Html.NOTHING;
    }
    String field = chosen("field");
    String group = chosen("status");
    List<PageQueries.Row> among = rows.stream()
        .filter(row -> field.isEmpty() || local(row.text("field")).equals(field))
        .filter(row -> group.isEmpty() || StatusGroup.of(row.text("status")).code().equals(group)).toList();
    SortedMap<String, String> fields = new TreeMap<>();
    rows.stream().map(row -> row.text("field")).filter(iri -> !iri.isEmpty()).distinct()
        .forEach(iri -> fields.put(names.label(iri), local(iri)));
    SequencedMap<String, String> groups = new LinkedHashMap<>();
    Stream.of(StatusGroup.values())
        .filter(each -> rows.stream().anyMatch(row -> StatusGroup.of(row.text("status")) == each))
        .forEach(each -> groups.put(each.shortName(), each.code()));
    return several(element("h2", "Who works with whom").with("id", "network"),
        element("form", element("label", "Field").with("for", "network-field"),
            choice("network-field", "field", fields, field),
            element("label", "Status").with("for", "network-status"),
            choice("network-status", "status", groups, group), overview.counting().choice(), element("button", "Show"))
            .with("action", "#network").with("method", "get").with("class", "choices"),
        among.isEmpty() ? element("p", "No two states share such an undertaking.").with("class", "empty")
            : new NetworkPicture(names).of(among));
  }

  private String chosen(String parameter) {
    return request.query().getOrDefault(parameter, List.of("")).getFirst();
  }

  private static String local(String iri) {
    return iri.substring(iri.lastIndexOf('#') + 1);
  }

  private static Html choice(String id, String name, SequencedMap<String, String> values, String chosen) {
    List<Html> options = new ArrayList<>(List.of(element("option", "all").with("value", "")));
    values.forEach((label, value) -> {
      Html.Element option = element("option", label).with("value", value);
      options.add(value.equals(chosen) ? option.with("selected", "") : option);
    });
    return element("select", several(options)).with("id", id).with("name", name);
  }

  private Html dyads(List<PageQueries.Row> rows) {
    return rows.isEmpty() ? Html.NOTHING
        : several(element("h2", "Pairs of states"), new DyadMatrix(names).of(rows));
  }

  private Html places(List<PageQueries.Row> rows) {
    return new PlaceMap(names).of(rows, List.of());
  }

  private static Html years(List<PageQueries.Row> rows) {
    return rows.isEmpty() ? Html.NOTHING : several(element("h2", "When"), YearChart.of(rows));
  }

  private Html articles(List<PageQueries.Row> rows) {
    List<Html> items = rows.stream().map(names::article).toList();
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
            + "rests on, and the dataset like this:"),
        element("p", text("Entente: what states do together. Linked data, version "),
            element("code", site.version()), text(" of " + site.modified() + ", CC BY 4.0. "),
            element("code", request.base()))
            .with("class", "citation"),
        element("p", text("As a reference: "), link("cite/dataset.bib", "BibTeX"), text(" · "),
            link("cite/dataset.ris", "RIS"), text(" · "), link("cite/dataset.json", "CSL-JSON"))
            .with("class", "as-data"),
        Coins.ofDataset(request.base(), site.version(), site.modified()));
  }
}
