package org.entente.publish.page.term;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.link;
import static org.entente.publish.page.html.Html.several;
import static org.entente.publish.page.html.Html.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.html.Layout;
import org.entente.publish.page.part.DataForms;
import org.entente.publish.page.part.TermLinks;
import org.entente.publish.page.part.VocabularyView;
import org.entente.publish.page.picture.OntologyPicture;
import org.entente.vocab.Terms;

/**
 * {@code /ontology}: what our terms mean, made from the ontology's own statements. Each class, property and datatype is
 * a section whose id is the end of its IRI, so that the IRI itself leads there.
 */
final class OntologyPage {

  private static final String ONTOLOGY = VocabularyView.ONTOLOGY;

  private final TermFacts facts;
  private final TermLinks links;
  private final VocabularyView view;
  private final Layout layout;

  /**
   * The page.
   *
   * @param facts with links as of the ontology's own page
   */
  OntologyPage(TermFacts facts, Layout layout) {
    this.facts = facts;
    this.links = facts.links();
    this.view = links.view();
    this.layout = layout;
  }

  /** A part of the page. Its id has a hyphen, which the end of no IRI of ours has. */
  private record Part(String id, String title, Html content) {}

  String html() {
    List<Part> parts = Stream.of(
        new Part("the-picture", "The main classes", new OntologyPicture(links).html()),
        new Part("the-classes", "Classes", TermTree.of(view.classes(), view::narrowerClasses, this::item)),
        new Part("the-properties", "Properties", properties()),
        new Part("the-lists", "Lists of concepts", schemes()),
        new Part("the-links", "How the terms relate to other vocabularies", alignments()),
        new Part("each-class", "Each class", sections(view.classes())),
        new Part("each-property", "Each property", sections(view.properties())),
        new Part("each-datatype", "Datatypes", sections(view.otherTerms())))
        .filter(part -> !part.content().equals(Html.NOTHING)).toList();
    return layout.document(view.label(ONTOLOGY), lead(), about(), contents(parts),
        several(parts.stream().map(OntologyPage::part).toList()), DataForms.of(ONTOLOGY, links.root() + "ontology"));
  }

  private Html lead() {
    return view.definition(ONTOLOGY).<Html>map(words -> element("p", words).with("class", "lead"))
        .orElse(Html.NOTHING);
  }

  private Html about() {
    List<Html> rows = new ArrayList<>();
    rows.add(row("namespace", element("code", first(Terms.VANN + "preferredNamespaceUri").orElse(ONTOLOGY + "#"))));
    first(Terms.VANN + "preferredNamespacePrefix")
        .ifPresent(prefix -> rows.add(row("preferred prefix", element("code", prefix))));
    first(OWL.versionInfo.getURI()).ifPresent(version -> rows.add(row("version", text(version))));
    first(DCTerms.created.getURI()).ifPresent(date -> rows.add(row("created", text(date))));
    first(DCTerms.modified.getURI()).ifPresent(date -> rows.add(row("changed", text(date))));
    view.related(ONTOLOGY, DCTerms.license.getURI())
        .forEach(licence -> rows.add(row("licence", links.licence(licence))));
    rows.add(row("how much", text(view.classes().size() + " classes, " + view.properties().size() + " properties, "
        + view.schemes().size() + " lists of concepts")));
    rows.add(row("as data", Html.joined(Stream.of("ttl", "jsonld", "rdf", "nt")
        .map(form -> (Html) link(links.root() + "ontology." + form, "ontology." + form)).toList(), " · ")));
    return element("table", element("tbody", several(rows))).with("class", "facts");
  }

  private Optional<String> first(String property) {
    return view.values(ONTOLOGY, property).stream().filter(Node::isLiteral).map(Node::getLiteralLexicalForm)
        .findFirst();
  }

  private static Html row(String heading, Html value) {
    return element("tr", element("th", heading).with("scope", "row"), element("td", value));
  }

  private static Html contents(List<Part> parts) {
    return element("nav", element("h2", "On this page").with("id", "on-this-page"),
        element("ul", several(parts.stream()
            .map(part -> (Html) element("li", link("#" + part.id(), part.title()))).toList())))
        .with("aria-labelledby", "on-this-page").with("class", "contents");
  }

  private static Html part(Part part) {
    return element("section", element("h2", part.title()).with("id", part.id()), part.content())
        .with("aria-labelledby", part.id());
  }

  private Html item(String term, boolean first) {
    return element("span", links.term(term), facts.number(term).filter(number -> first)
        .<Html>map(number -> element("span", " " + number).with("class", "note")).orElse(Html.NOTHING));
  }

  /** By the class that has them; those that anything may have come last. */
  private Html properties() {
    List<Html> groups = new ArrayList<>();
    for (String type : view.classes()) {
      groups.add(group(links.term(type),
          view.properties().stream().filter(property -> view.classesWith(property).contains(type)).toList()));
    }
    groups.add(group(text("anything else"),
        view.properties().stream().filter(property -> view.classesWith(property).isEmpty()).toList()));
    return element("dl", several(groups)).with("class", "groups");
  }

  private Html group(Html name, List<String> properties) {
    return properties.isEmpty() ? Html.NOTHING
        : element("div", element("dt", name), element("dd", links.terms(properties)));
  }

  private Html schemes() {
    return element("ul", several(view.schemes().stream().map(scheme -> (Html) element("li", links.term(scheme),
        text(" (" + view.concepts(scheme).size() + "): "), text(view.definition(scheme).orElse(""))))
        .toList()));
  }

  private Html alignments() {
    List<Html> rows = new ArrayList<>();
    for (String term : Stream.concat(view.classes().stream(), view.properties().stream()).toList()) {
      List<Html> told = List.of(RDFS.subClassOf, RDFS.subPropertyOf, OWL.equivalentClass, OWL.equivalentProperty,
          SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch, RDFS.seeAlso)
          .stream().flatMap(property -> outward(term, property.getURI()).stream()).toList();
      if (!told.isEmpty()) {
        rows.add(element("tr", element("th", links.term(term)).with("scope", "row"),
            element("td", element("ul", several(told)))));
      }
    }
    Html about = element("p", "Nothing depends on these links; they say how to read our data with other vocabularies.")
        .with("class", "note");
    return rows.isEmpty() ? Html.NOTHING
        : several(about, element("table", element("tbody", several(rows))).with("class", "facts"));
  }

  private Optional<Html> outward(String term, String property) {
    List<String> theirs = view.related(term, property).stream()
        .filter(iri -> !iri.startsWith(VocabularyView.TERMS)).toList();
    return theirs.isEmpty() ? Optional.empty() : Optional.of(element("li",
        text(links.outside().words(property).orElse(property) + " "), links.terms(theirs)));
  }

  private Html sections(List<String> terms) {
    return terms.isEmpty() ? Html.NOTHING : several(terms.stream().map(this::section).toList());
  }

  private Html section(String term) {
    return element("section",
        element("h3", text(view.label(term) + " "), element("code", TermLinks.shortened(term))),
        element("p", view.definition(term).orElse("There is no definition of it.")),
        facts.of(term),
        element("p", link(links.alone(term), "The page of " + view.label(term) + " alone")).with("class", "note"))
        .with("id", VocabularyView.local(term)).with("class", "term");
  }
}
