package org.entente.publish.page.part;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.publish.page.html.Html;
import org.entente.vocab.Addresses;

/** How a page names our terms and links to them and to things. */
public final class Names {

  private final Addresses addresses;
  private final String root;
  private final TermNames terms;

  public Names(PageRequest request, TermNames terms) {
    this.addresses = new Addresses(request.base());
    this.root = request.relativeRoot();
    this.terms = terms;
  }

  public String root() {
    return root;
  }

  /** Where an IRI is shown, as a link from this page; empty for what lies elsewhere. */
  public Optional<String> address(String iri) {
    return addresses.pageOf(iri).map(address -> root + address);
  }

  /** A term's name: from the ontology, from what is known of others, else made of its IRI. */
  public String label(String term) {
    String local = term.substring(Math.max(term.lastIndexOf('#'), term.lastIndexOf('/')) + 1);
    return terms.label(term).or(() -> terms.ofOthers(term)).orElseGet(() -> inWords(local));
  }

  /** The name of a term of ours; empty for what is none. */
  public Optional<String> known(String iri) {
    return terms.label(iri);
  }

  private static String inWords(String local) {
    return local.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace('-', ' ').toLowerCase(Locale.ROOT);
  }

  /**
   * What something is called where its status stands beside it: without the status in brackets that ends its label.
   *
   * @param statuses IRIs of statuses or endings; what is empty is none
   */
  public String withoutStatus(String label, String... statuses) {
    return Stream.of(statuses).filter(status -> !status.isEmpty()).map(status -> " (" + label(status) + ")")
        .filter(label::endsWith).findFirst().map(end -> label.substring(0, label.length() - end.length()))
        .orElse(label);
  }

  public Optional<String> definition(String term) {
    return terms.definition(term);
  }

  /** A term, linked to its documentation, with its definition as title. Without one it is not known here: no link. */
  public Html term(String term) {
    if (term.isEmpty()) {
      return Html.NOTHING;
    }
    if (terms.label(term).isEmpty()) {
      return Html.text(label(term));
    }
    Html.Element link = Html.link(address(term).orElse(term), label(term));
    return definition(term).map(words -> link.with("title", words)).orElse(link);
  }

  /** A class as the name of so many things: "1 article", "2 articles". */
  public Html terms(String term, int number) {
    String plural = label(term) + (number == 1 ? "" : "s");
    return address(term).map(place -> (Html) Html.link(place, plural)).orElseGet(() -> Html.text(plural));
  }

  /** A thing, linked where it lies here or is on the web. */
  public Html thing(String iri, String label) {
    Optional<String> here = address(iri);
    boolean web = iri.startsWith("https://") || iri.startsWith("http://");
    if (here.isPresent()) {
      return Html.link(here.get(), label);
    }
    return web ? Html.link(iri, label).with("rel", "external") : Html.text(label);
  }

  /** The page of two states. */
  public String dyad(String code, String other) {
    List<String> both = List.of(code, other).stream().sorted().toList();
    return root + "page/dyad/" + both.getFirst() + "-" + both.getLast();
  }

  /** An article in a list, with its date and how much of what the list is about it states. */
  public Html article(PageQueries.Row row) {
    String date = row.text("issued").isEmpty() ? "" : ", " + row.text("issued");
    int number = row.number("number");
    return Html.element("li", thing(row.text("article"), row.text("title")),
        Html.text(date + ": " + number + (number == 1 ? " statement" : " statements")));
  }
}
