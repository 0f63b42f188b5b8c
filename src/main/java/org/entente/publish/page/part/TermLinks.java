package org.entente.publish.page.part;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.link;

import java.util.List;
import java.util.Optional;
import org.entente.publish.page.html.Html;
import org.entente.vocab.Prefixes;

/** How a page that documents terms links to terms: ours here, with what they mean as title; others' where they are. */
public final class TermLinks {

  private final VocabularyView view;
  private final Outside outside;
  private final String root;
  private final boolean onOntologyPage;

  private TermLinks(VocabularyView view, Outside outside, String root, boolean onOntologyPage) {
    this.view = view;
    this.outside = outside;
    this.root = root;
    this.onOntologyPage = onOntologyPage;
  }

  /**
   * Links of a page.
   *
   * @param root how a link gets from the page to the dataset's root
   */
  public TermLinks(VocabularyView view, Outside outside, String root) {
    this(view, outside, root, false);
  }

  /** The same for the ontology's own page, where its terms are sections. */
  public TermLinks onOntologyPage() {
    return new TermLinks(view, outside, root, true);
  }

  public VocabularyView view() {
    return view;
  }

  public Outside outside() {
    return outside;
  }

  public String root() {
    return root;
  }

  /** Where a term of ours is explained, as a link from this page; empty for what is not described here. */
  public Optional<String> address(String iri) {
    if (!iri.startsWith(VocabularyView.TERMS) || !view.has(iri)) {
      return Optional.empty();
    }
    String family = VocabularyView.family(iri);
    if (!iri.contains("#")) {
      return Optional.of(root + family);
    }
    if (iri.startsWith(VocabularyView.ONTOLOGY + "#")) {
      return Optional.of((onOntologyPage ? "" : root + family) + "#" + VocabularyView.local(iri));
    }
    return Optional.of(alone(iri));
  }

  /** The page that a term has to itself, without suffix also the address of its data. */
  public String alone(String iri) {
    return root + VocabularyView.family(iri) + "/" + VocabularyView.local(iri);
  }

  public Html term(String iri) {
    return address(iri).<Html>map(address -> {
      Html.Element link = link(address, view.label(iri));
      return view.definition(iri).map(words -> link.with("title", words)).orElse(link);
    }).orElseGet(() -> foreign(iri));
  }

  public Html terms(List<String> iris) {
    return Html.joined(iris.stream().map(this::term).toList(), " · ");
  }

  public Html licence(String iri) {
    return link(iri, outside.words(iri).orElse(iri)).with("rel", "license external");
  }

  private Html foreign(String iri) {
    if (iri.startsWith(VocabularyView.TERMS)) {
      return element("code", shortened(iri));
    }
    boolean web = iri.startsWith("https://") || iri.startsWith("http://");
    return web ? link(iri, outside.name(iri)).with("rel", "external") : Html.text(iri);
  }

  /** With its prefix, as one would write it in Turtle. */
  public static String shortened(String iri) {
    return Prefixes.ALL.shortForm(iri);
  }
}
