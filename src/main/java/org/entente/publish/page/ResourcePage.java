package org.entente.publish.page;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.link;
import static org.entente.publish.page.html.Html.several;
import static org.entente.publish.page.html.Html.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.html.Layout;
import org.entente.publish.page.part.DataForms;
import org.entente.publish.page.part.Names;
import org.entente.vocab.Prefixes;

/** A thing statement by statement: for things that have no page of their own making, whatever data is published. */
final class ResourcePage {

  private final Description resource;
  private final Map<String, String> labels;
  private final String data;
  private final Names names;
  private final String base;

  /**
   * @param labels names of what is named, by IRI
   * @param data the address of the thing's data from this page, without suffix
   */
  ResourcePage(Description resource, Map<String, String> labels, String data, Names names, String base) {
    this.resource = resource;
    this.labels = Map.copyOf(labels);
    this.data = data;
    this.names = names;
    this.base = base;
  }

  String html(Layout layout) {
    Map<String, List<Quad>> bySubject = resource.statements().stream().collect(Collectors.groupingBy(
        quad -> words(quad.getSubject()), LinkedHashMap::new, Collectors.toList()));
    List<Html> parts = new ArrayList<>(List.of(paging(), table(bySubject.getOrDefault(resource.iri(), List.of()))));
    bySubject.forEach((subject, statements) -> {
      boolean inverse = statements.stream().allMatch(quad -> words(quad.getObject()).equals(resource.iri()));
      if (!subject.equals(resource.iri()) && !inverse) {
        parts.add(element("h2", label(subject)));
        parts.add(table(statements));
      }
    });
    parts.add(leadingHere(bySubject));
    parts.add(DataForms.of(resource.iri(), data));
    return layout.document(label(resource.iri()), parts.toArray(Html[]::new));
  }

  private Html paging() {
    if (resource.pages() <= 1) {
      return Html.NOTHING;
    }
    List<Html> parts = new ArrayList<>(List.of(
        text("Page " + resource.page() + " of " + resource.pages() + " (" + resource.total() + " statements)")));
    if (resource.page() > 1) {
      parts.add(link("?page=" + (resource.page() - 1), "previous").with("rel", "prev"));
    }
    if (resource.page() < resource.pages()) {
      parts.add(link("?page=" + (resource.page() + 1), "next").with("rel", "next"));
    }
    return element("p", Html.joined(parts, " · "));
  }

  private Html table(List<Quad> statements) {
    Map<String, List<Node>> byProperty = statements.stream().collect(Collectors.groupingBy(
        quad -> quad.getPredicate().getURI(), TreeMap::new, Collectors.mapping(Quad::getObject, Collectors.toList())));
    List<Html> rows = new ArrayList<>();
    byProperty.forEach((property, values) -> rows.add(row(thing(property),
        values.stream().distinct().map(this::value).toList())));
    return rows.isEmpty() ? Html.NOTHING
        : element("table", element("tbody", several(rows))).with("class", "facts");
  }

  private static Html row(Html head, List<Html> values) {
    return element("tr", element("th", head).with("scope", "row"),
        element("td", element("ul", several(values.stream().map(value -> element("li", value)).toList()))));
  }

  private Html leadingHere(Map<String, List<Quad>> bySubject) {
    Map<String, List<Html>> byProperty = new TreeMap<>();
    bySubject.forEach((subject, statements) -> statements.stream()
        .filter(quad -> words(quad.getObject()).equals(resource.iri())).map(quad -> quad.getPredicate().getURI())
        .distinct()
        .forEach(property -> byProperty.computeIfAbsent(property, key -> new ArrayList<>()).add(thing(subject))));
    List<Html> rows = new ArrayList<>();
    byProperty.forEach((property, subjects) -> rows.add(row(several(thing(property), text(" of")), subjects)));
    return rows.isEmpty() ? Html.NOTHING : several(element("h2", "What refers to this"),
        element("table", element("tbody", several(rows))).with("class", "facts"));
  }

  private Html value(Node node) {
    if (node.isURI()) {
      return thing(node.getURI());
    }
    String language = node.isLiteral() ? node.getLiteralLanguage() : "";
    return language.isEmpty() ? text(words(node)) : element("span", words(node)).with("lang", language);
  }

  private Html thing(String iri) {
    return names.thing(iri, label(iri));
  }

  private static String words(Node node) {
    return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
  }

  private String label(String iri) {
    return Optional.ofNullable(labels.get(iri)).or(() -> names.known(iri)).orElseGet(() -> shortened(iri));
  }

  private String shortened(String iri) {
    Optional<String> prefixed =
        Optional.ofNullable(Prefixes.PUBLISHED.shortForm(iri)).filter(name -> !name.equals(iri));
    return prefixed.orElseGet(() -> iri.startsWith(base) ? iri.substring(base.length()) : iri);
  }
}
