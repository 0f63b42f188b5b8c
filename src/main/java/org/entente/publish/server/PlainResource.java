package org.entente.publish.server;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;

/**
 * A thing as plain HTML: its properties, its parts, what leads to it, everything linked to its page here. Good enough
 * to read the data with, when {@code publish.page} has no page for it.
 */
final class PlainResource {

  private final Addresses addresses;
  private final String root;
  private final Map<String, String> labels = new HashMap<>();

  /**
   * @param root how a link gets to the dataset's root
   * @param known statements in which names are looked for
   */
  PlainResource(Addresses addresses, String root, Collection<Quad> known) {
    this.addresses = addresses;
    this.root = root;
    known.stream().filter(quad -> quad.getObject().isLiteral() && isName(quad.getPredicate()))
        .forEach(this::learn);
  }

  private static boolean isName(Node property) {
    String iri = property.getURI();
    return iri.equals(RDFS.label.getURI()) || iri.endsWith("#prefLabel") || iri.endsWith("/dc/terms/title");
  }

  private void learn(Quad name) {
    String language = name.getObject().getLiteralLanguage();
    String text = name.getObject().getLiteralLexicalForm();
    if (language.isEmpty() || language.startsWith("en")) {
      labels.put(Nodes.text(name.getSubject()), text);
    } else {
      labels.putIfAbsent(Nodes.text(name.getSubject()), text);
    }
  }

  /** The whole page. */
  String page(Description description, List<String> forms, String dataAddress) {
    String name = label(description.iri());
    StringBuilder body = new StringBuilder();
    body.append("<p><code>").append(Markup.escape(description.iri())).append("</code></p>\n<p>As data: ");
    body.append(forms.stream()
        .map(form -> "<a href=\"" + Markup.escape(dataAddress + "." + form) + "\">" + form + "</a>")
        .collect(Collectors.joining(" · "))).append("</p>\n");
    paging(description, body);
    Map<String, List<Quad>> bySubject = description.statements().stream().collect(
        Collectors.groupingBy(quad -> Nodes.text(quad.getSubject()), LinkedHashMap::new, Collectors.toList()));
    table(bySubject.getOrDefault(description.iri(), List.of()), body);
    bySubject.forEach((subject, statements) -> {
      boolean inverse = statements.stream().allMatch(quad -> Nodes.text(quad.getObject()).equals(description.iri()));
      if (!subject.equals(description.iri()) && !inverse) {
        body.append("<h2>").append(Markup.escape(label(subject))).append("</h2>\n");
        table(statements, body);
      }
    });
    links(description, bySubject, body);
    return PlainPage.document(name, root, body.toString());
  }

  private static void paging(Description description, StringBuilder body) {
    if (description.pages() > 1) {
      body.append("<p>Page ").append(description.page()).append(" of ").append(description.pages()).append(" (")
          .append(description.total()).append(" statements)");
      new TreeMap<>(description.neighbours()).forEach((relation, page) -> body.append(" · <a rel=\"")
          .append(relation).append("\" href=\"?page=").append(page).append("\">")
          .append(relation.equals("next") ? "next" : "previous").append("</a>"));
      body.append("</p>\n");
    }
  }

  private void table(List<Quad> statements, StringBuilder body) {
    if (statements.isEmpty()) {
      return;
    }
    body.append("<table>\n");
    Map<String, List<Node>> byProperty = statements.stream().collect(Collectors.groupingBy(
        quad -> Nodes.text(quad.getPredicate()), TreeMap::new,
        Collectors.mapping(Quad::getObject, Collectors.toList())));
    byProperty.forEach((property, values) -> body.append("<tr><th scope=\"row\">").append(link(property))
        .append("</th><td>").append(values.stream().distinct().map(this::value).collect(Collectors.joining("<br>")))
        .append("</td></tr>\n"));
    body.append("</table>\n");
  }

  private void links(Description description, Map<String, List<Quad>> bySubject, StringBuilder body) {
    Map<String, List<String>> inverse = new TreeMap<>();
    bySubject.forEach((subject, statements) -> statements.stream()
        .filter(quad -> Nodes.text(quad.getObject()).equals(description.iri()))
        .forEach(quad -> inverse.computeIfAbsent(Nodes.text(quad.getPredicate()), key -> new ArrayList<>())
            .add(subject)));
    if (!inverse.isEmpty()) {
      body.append("<h2>What leads here</h2>\n<table>\n");
      inverse.forEach((property, subjects) -> body.append("<tr><th scope=\"row\">").append(link(property))
          .append(" of</th><td>").append(subjects.stream().distinct().map(this::link)
              .collect(Collectors.joining("<br>"))).append("</td></tr>\n"));
      body.append("</table>\n");
    }
  }

  private String value(Node node) {
    if (node.isURI()) {
      return link(node.getURI());
    }
    String language = node.isLiteral() ? node.getLiteralLanguage() : "";
    String text = Markup.escape(Nodes.text(node));
    return language.isEmpty() ? text : "<span lang=\"" + Markup.escape(language) + "\">" + text + "</span>";
  }

  private String link(String iri) {
    String target = addresses.pageOf(iri).map(address -> root + address).orElse(iri);
    boolean safe = addresses.pageOf(iri).isPresent() || iri.startsWith("http://") || iri.startsWith("https://");
    String label = Markup.escape(label(iri));
    return safe ? "<a href=\"" + Markup.escape(target) + "\">" + label + "</a>" : label;
  }

  private String label(String iri) {
    return labels.getOrDefault(iri, shortened(iri));
  }

  private String shortened(String iri) {
    for (Map.Entry<String, String> prefix : Namespaces.all().entrySet()) {
      if (iri.startsWith(prefix.getValue()) && iri.length() > prefix.getValue().length()) {
        return prefix.getKey() + ":" + iri.substring(prefix.getValue().length());
      }
    }
    return iri.startsWith(addresses.base()) ? iri.substring(addresses.base().length()) : iri;
  }
}
