package org.entente.publish.page;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What terms of ours are called and mean, and how a page links to them and to things. */
final class Names {

  private static final String TERMS = "https://w3id.org/entente/";

  private final String base;
  private final String root;
  private final Map<String, String> labels = new HashMap<>();
  private final Map<String, String> definitions = new HashMap<>();

  Names(PageRequest request, PageQueries queries) {
    this.base = request.base();
    this.root = request.relativeRoot();
    queries.ask("terms", Map.of()).forEach(row -> {
      labels.putIfAbsent(row.text("term"), row.text("label"));
      row.node("definition").ifPresent(words -> definitions.putIfAbsent(row.text("term"), row.text("definition")));
    });
  }

  String root() {
    return root;
  }

  /** Where an IRI is shown, as a link from this page; empty for what lies elsewhere. */
  Optional<String> address(String iri) {
    if (iri.startsWith(base + "id/")) {
      return Optional.of(root + "page/" + iri.substring(base.length() + "id/".length()));
    }
    if (iri.startsWith(base)) {
      return Optional.of(root + iri.substring(base.length()));
    }
    if (iri.startsWith(TERMS) && iri.contains("#")) {
      String term = iri.substring(TERMS.length());
      return Optional.of(root + (term.startsWith("ontology#") ? term : term.replace('#', '/')));
    }
    return Optional.empty();
  }

  /** A term's name, from the ontology where it is known. */
  String label(String term) {
    String local = term.substring(Math.max(term.lastIndexOf('#'), term.lastIndexOf('/')) + 1);
    return labels.getOrDefault(term, inWords(local));
  }

  private static String inWords(String local) {
    return local.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace('-', ' ').toLowerCase(Locale.ROOT);
  }

  Optional<String> definition(String term) {
    return Optional.ofNullable(definitions.get(term));
  }

  /** A term, linked to its documentation, with its definition as title. Without one it is not known here: no link. */
  Html term(String term) {
    if (term.isEmpty()) {
      return Html.NOTHING;
    }
    if (!labels.containsKey(term)) {
      return Html.text(label(term));
    }
    Html.Element link = Html.link(address(term).orElse(term), label(term));
    return definition(term).map(words -> link.with("title", words)).orElse(link);
  }

  /** A thing, linked where it lies here or is on the web. */
  Html thing(String iri, String label) {
    Optional<String> here = address(iri);
    boolean web = iri.startsWith("https://") || iri.startsWith("http://");
    if (here.isPresent()) {
      return Html.link(here.get(), label);
    }
    return web ? Html.link(iri, label).with("rel", "external") : Html.text(label);
  }

  /** The page of two states. */
  String dyad(String code, String other) {
    List<String> both = List.of(code, other).stream().sorted().toList();
    return root + "page/dyad/" + both.getFirst() + "-" + both.getLast();
  }
}
