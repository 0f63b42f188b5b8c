package org.entente.publish.page.term;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.several;
import static org.entente.publish.page.html.Html.text;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.html.Layout;
import org.entente.publish.page.part.DataForms;
import org.entente.publish.page.part.TermLinks;
import org.entente.publish.page.part.VocabularyView;

/** {@code /field} and its like: a list of concepts, narrower ones within broader ones, each reached by its fragment. */
final class SchemePage {

  private final TermFacts facts;
  private final TermLinks links;
  private final VocabularyView view;
  private final Layout layout;

  SchemePage(TermFacts facts, Layout layout) {
    this.facts = facts;
    this.links = facts.links();
    this.view = links.view();
    this.layout = layout;
  }

  String of(String scheme) {
    List<String> concepts = view.concepts(scheme);
    String family = VocabularyView.family(scheme);
    List<Html> about = new ArrayList<>();
    about.add(element("p", text("List of " + concepts.size() + " concepts of the "),
        links.term(VocabularyView.ONTOLOGY)).with("class", "kinds"));
    view.definition(scheme).ifPresent(words -> about.add(element("p", words).with("class", "lead")));
    about.add(element("p", text("namespace "), element("code", scheme + "#"), text(", prefix "),
        element("code", family)));
    List<String> properties = view.relating(RDFS.seeAlso.getURI(), scheme);
    if (!properties.isEmpty()) {
      about.add(element("p", text("Values of "), links.terms(properties)));
    }
    view.related(scheme, DCTerms.license.getURI()).forEach(licence -> about.add(
        element("p", text("Licence: "), links.licence(licence))));
    return layout.document(view.label(scheme), several(about),
        TermTree.of(concepts, concept -> narrower(concept, concepts), this::item),
        DataForms.of(scheme, links.root() + family));
  }

  private List<String> narrower(String concept, List<String> concepts) {
    return view.relating(SKOS.broader.getURI(), concept).stream().filter(concepts::contains).toList();
  }

  private Html item(String concept, boolean first) {
    Html name = element("strong", links.term(concept));
    if (!first) {
      return name;
    }
    Html more = facts.outward(concept);
    Html number = facts.number(concept)
        .<Html>map(words -> element("span", " · " + words + " in this dataset").with("class", "note"))
        .orElse(Html.NOTHING);
    return element("div", name, text(" "), element("code", TermLinks.shortened(concept)), number,
        view.definition(concept).<Html>map(words -> element("p", words)).orElse(Html.NOTHING),
        more.equals(Html.NOTHING) ? more
            : element("details", element("summary", "More on " + view.label(concept)), more))
        .with("id", VocabularyView.local(concept)).with("class", "concept");
  }
}
