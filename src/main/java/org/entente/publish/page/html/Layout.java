package org.entente.publish.page.html;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.link;
import static org.entente.publish.page.html.Html.several;
import static org.entente.publish.page.html.Html.text;

import java.util.List;
import java.util.stream.Stream;

/** The frame of every page: head, skip link, header with search, main part, footer. */
public final class Layout {

  private static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

  /** What suggests names to a field for searching while one types. */
  public static final String NAMES = "reconcile/suggest/entity";

  private final String root;
  private final String version;
  private final List<Html> head;

  public Layout(String root, String version) {
    this(root, version, List.of());
  }

  private Layout(String root, String version, List<Html> head) {
    this.root = root;
    this.version = version;
    this.head = List.copyOf(head);
  }

  /** The same with more in the head of its documents. */
  public Layout withHead(List<Html> more) {
    return new Layout(root, version, Stream.concat(head.stream(), more.stream()).toList());
  }

  public String document(String title, Html... main) {
    StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
    element("html",
        element("head",
            element("meta").with("charset", "utf-8"),
            element("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
            element("title", title.equals("Entente") ? title : title + " – Entente"),
            element("link").with("rel", "icon").with("type", "image/svg+xml").with("href", root + "assets/icon.svg"),
            element("link").with("rel", "stylesheet").with("href", root + "assets/page.css"),
            element("script").with("src", root + "assets/page.js").with("defer", ""),
            element("script").with("src", root + "assets/suggest.js").with("defer", ""),
            several(head)),
        element("body",
            link("#main", "Skip to the content").with("class", "skip"),
            header(),
            element("main", several(element("h1", title)), several(main)).with("id", "main").with("tabindex", "-1"),
            footer()))
        .with("lang", "en")
        .write(out);
    return out.append('\n').toString();
  }

  private Html header() {
    List<Html> links = List.of(link(root + "queries", "Questions"), link(root + "sparql", "SPARQL"),
        link(root + "ontology", "Ontology"), link(root + "dump/", "Downloads"));
    Html list = element("ul", several(links.stream().map(item -> element("li", item)).toList()));
    return element("header",
        link(root, "Entente").with("class", "brand"),
        element("nav", list).with("aria-label", "Site"),
        searchForm());
  }

  private Html searchForm() {
    return element("form",
        element("label", "Search").with("for", "site-search").with("class", "unseen"),
        element("input").with("id", "site-search").with("name", "q").with("type", "search")
            .with("placeholder", "state, person, words").with("data-names", root + NAMES),
        element("button", "Search"))
        .with("action", root + "search").with("method", "get").with("role", "search");
  }

  private Html footer() {
    return element("footer", element("p",
        text("Data: "), link(LICENCE, "CC BY 4.0").with("rel", "license external"),
        text(". Read from articles by a program that can err; the words it rests on are always shown. Made "
            + "with Entente, version " + version + ".")));
  }
}
