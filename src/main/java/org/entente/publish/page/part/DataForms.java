package org.entente.publish.page.part;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.link;
import static org.entente.publish.page.html.Html.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.publish.page.html.Html;

/** The foot of a page about a thing: how to cite it, and the forms that its data comes in. */
public final class DataForms {

  /** Suffix and media type of each form, in the order in which they are offered. */
  private static final List<Map.Entry<String, String>> FORMS = List.of(
      Map.entry("ttl", "text/turtle"), Map.entry("jsonld", "application/ld+json"),
      Map.entry("nt", "application/n-triples"), Map.entry("rdf", "application/rdf+xml"),
      Map.entry("trig", "application/trig"), Map.entry("nq", "application/n-quads"));

  private static final List<Map.Entry<String, String>> REFERENCES =
      List.of(Map.entry("bib", "BibTeX"), Map.entry("ris", "RIS"), Map.entry("json", "CSL-JSON"));

  private DataForms() {}

  /**
   * The foot of the page.
   *
   * @param iri what to cite
   * @param data where the data lies, as a link from the page, without suffix
   */
  public static Html of(String iri, String data) {
    List<Html> forms = FORMS.stream()
        .map(form -> (Html) link(data + "." + form.getKey(), form.getKey()).with("type", form.getValue())).toList();
    return element("p", text("Cite as "), element("code", iri), text(" · As data: "), Html.joined(forms, " · "))
        .with("class", "as-data");
  }

  /**
   * The foot of the page of a thing, with references to it for programs that keep them.
   *
   * @param cite where they lie, as a link from the page, without suffix
   */
  public static Html of(String iri, String data, String cite) {
    return Html.several(of(iri, data), references(cite, ""));
  }

  /**
   * References for programs that keep them.
   *
   * @param asking what stands behind the suffix in their addresses, such as {@code ?a=PAK}
   */
  public static Html references(String cite, String asking) {
    List<Html> references = REFERENCES.stream()
        .map(form -> (Html) link(cite + "." + form.getKey() + asking, form.getValue())).toList();
    return element("p", text("Reference: "), Html.joined(references, " · ")).with("class", "as-data");
  }

  /** What keepers of references read in the head of a page. */
  public static List<Html> citation(String iri, String title) {
    return List.of(meta("citation_title", title), meta("citation_publisher", "Entente"),
        meta("citation_public_url", iri));
  }

  /**
   * The same of an article, which others wrote and published.
   *
   * @param url where it was published, else its IRI
   * @param paper where it appeared; empty where it is not known
   * @param day when; empty where it is not known
   */
  public static List<Html> citationOfArticle(
      String url, String title, List<String> authors, String paper, String day) {
    List<Html> metas = new ArrayList<>(List.of(meta("citation_title", title)));
    authors.forEach(author -> metas.add(meta("citation_author", author)));
    if (!paper.isEmpty()) {
      metas.add(meta("citation_publisher", paper));
    }
    if (!day.isEmpty()) {
      metas.add(meta("citation_publication_date", day.replace('-', '/')));
    }
    metas.add(meta("citation_public_url", url));
    return metas;
  }

  private static Html meta(String name, String content) {
    return element("meta").with("name", name).with("content", content);
  }

  /** The same for the head of the page, where programs look. */
  public static List<Html> alternates(String data) {
    return FORMS.stream().map(form -> (Html) element("link").with("rel", "alternate").with("type", form.getValue())
        .with("href", data + "." + form.getKey())).toList();
  }
}
