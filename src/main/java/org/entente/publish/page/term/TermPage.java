package org.entente.publish.page.term;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.link;
import static org.entente.publish.page.html.Html.several;
import static org.entente.publish.page.html.Html.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.html.Layout;
import org.entente.publish.page.part.DataForms;
import org.entente.publish.page.part.TermLinks;
import org.entente.publish.page.part.VocabularyView;

/** {@code /field/arms} and its like: one concept, class or property by itself, with what it is used for lately. */
final class TermPage {

  private static final List<String> UPWARD =
      List.of(SKOS.broader.getURI(), RDFS.subClassOf.getURI(), RDFS.subPropertyOf.getURI());

  private final TermFacts facts;
  private final TermLinks links;
  private final VocabularyView view;
  private final Layout layout;

  TermPage(TermFacts facts, Layout layout) {
    this.facts = facts;
    this.links = facts.links();
    this.view = links.view();
    this.layout = layout;
  }

  /**
   * The page of a term.
   *
   * @param latest what the dataset has of it lately, made by the caller; nothing where it does not say
   */
  String of(String term, Html latest) {
    List<Html> parts = new ArrayList<>();
    parts.add(path(term));
    parts.add(element("p", view.definition(term).orElse("There is no definition of it.")).with("class", "lead"));
    parts.add(facts.of(term));
    List<String> beside = beside(term);
    if (!beside.isEmpty()) {
      parts.add(several(element("h2", "Beside it"), element("p", links.terms(beside))));
    }
    parts.add(latest);
    parts.add(DataForms.of(term, links.alone(term)));
    return layout.document(view.label(term), parts.toArray(Html[]::new));
  }

  /** From the list or the ontology down to the term. */
  private Html path(String term) {
    List<Html> steps = new ArrayList<>();
    String home = VocabularyView.TERMS + VocabularyView.family(term);
    steps.add(links.term(home));
    VocabularyView.reached(term, this::above).reversed().forEach(broader -> steps.add(links.term(broader)));
    steps.add(term.startsWith(VocabularyView.ONTOLOGY + "#")
        ? links.address(term).<Html>map(address -> link(address, view.label(term))).orElse(text(view.label(term)))
        : link(links.root() + VocabularyView.family(term) + "#" + VocabularyView.local(term), view.label(term)));
    return element("nav", Html.joined(steps, " › ")).with("aria-label", "Where it stands").with("class", "kinds");
  }

  private List<String> above(String term) {
    return UPWARD.stream().flatMap(property -> view.related(term, property).stream())
        .filter(broader -> broader.startsWith(VocabularyView.TERMS + VocabularyView.family(term) + "#"))
        .limit(1).toList();
  }

  /** What has the same broader term; for the concepts at the top of a list, the others there. */
  private List<String> beside(String term) {
    List<String> above = above(term);
    Stream<String> beside = above.isEmpty() && view.isConcept(term)
        ? view.concepts(VocabularyView.TERMS + VocabularyView.family(term)).stream()
            .filter(concept -> above(concept).isEmpty())
        : above.stream().flatMap(broader -> UPWARD.stream()
            .flatMap(property -> view.relating(property, broader).stream()))
            .filter(other -> other.startsWith(VocabularyView.TERMS + VocabularyView.family(term) + "#"));
    return view.byName(beside.filter(other -> !other.equals(term)));
  }
}
