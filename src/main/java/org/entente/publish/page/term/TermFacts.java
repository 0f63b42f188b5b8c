package org.entente.publish.page.term;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.several;
import static org.entente.publish.page.html.Html.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.part.Outside;
import org.entente.publish.page.part.TermLinks;
import org.entente.publish.page.part.VocabularyView;
import org.entente.vocab.ENT;
import org.entente.vocab.Terms;

/**
 * Everything that is said of one term, as a table with headings in plain words. Whatever property somebody describes
 * terms with is shown; those that we know come first.
 */
final class TermFacts {

  private static final String TURTLE_EXAMPLE = Terms.VANN + "example";

  /** What stands elsewhere on each page, or says nothing to people. */
  private static final Set<String> HIDDEN = Set.of(RDF.type.getURI(), RDFS.label.getURI(), SKOS.prefLabel.getURI(),
      SKOS.definition.getURI(), RDFS.isDefinedBy.getURI(), SKOS.inScheme.getURI(), SKOS.topConceptOf.getURI(),
      SKOS.hasTopConcept.getURI(), SKOS.narrower.getURI(), DCTerms.title.getURI(), DCTerms.description.getURI(),
      Terms.VANN + "preferredNamespacePrefix", Terms.VANN + "preferredNamespaceUri", TURTLE_EXAMPLE);

  /** The order of the rows; properties that are not named follow, ours before others'. */
  private static final List<String> ORDER = List.of(OWL.NS + "deprecated", DCTerms.isReplacedBy.getURI(),
      RDFS.subClassOf.getURI(), RDFS.subPropertyOf.getURI(), SKOS.broader.getURI(), Outside.DOMAIN_INCLUDES,
      RDFS.domain.getURI(), Outside.RANGE_INCLUDES, RDFS.range.getURI(), OWL.inverseOf.getURI(),
      SKOS.altLabel.getURI(), SKOS.scopeNote.getURI(), SKOS.note.getURI(), SKOS.example.getURI(),
      ENT.kindConcept.getURI(), SKOS.exactMatch.getURI(), SKOS.closeMatch.getURI(), SKOS.broadMatch.getURI(),
      SKOS.narrowMatch.getURI(), SKOS.relatedMatch.getURI(), SKOS.notation.getURI());

  /** Properties that lead to a term, with the heading of what they come from. */
  private record Inverse(String property, String heading) {}

  private static final List<Inverse> INVERSES = List.of(new Inverse(RDFS.subClassOf.getURI(), "kinds of it"),
      new Inverse(RDFS.subPropertyOf.getURI(), "narrower cases"), new Inverse(SKOS.broader.getURI(), "covers"),
      new Inverse(ENT.kindConcept.getURI(), "concept of the class"), new Inverse(RDFS.seeAlso.getURI(), "values of"));

  private static final int MOST_LINES = 4;

  private final TermLinks links;
  private final VocabularyView view;
  private final TermCounts counts;

  TermFacts(TermLinks links, TermCounts counts) {
    this.links = links;
    this.view = links.view();
    this.counts = counts;
  }

  TermLinks links() {
    return links;
  }

  /** All that is said, with an example in Turtle where there is one. */
  Html of(String term) {
    List<Html> rows = new ArrayList<>();
    rows.add(row("IRI", List.of(element("code", term))));
    addRow(rows, "sort of term", sorts(term));
    counts.of(term, links.root()).ifPresent(number -> rows.add(row("in this dataset", List.of(number))));
    rows.addAll(said(term));
    INVERSES.forEach(inverse -> addRow(rows, inverse.heading(), view.relating(inverse.property(), term)));
    rows.addAll(ofClass(term));
    rows.addAll(otherLanguages(term));
    return several(element("table", element("tbody", several(rows))).with("class", "facts"), inTurtle(term));
  }

  /** Only what links a term to other lists and code books. */
  Html outward(String term) {
    List<Html> rows = new ArrayList<>();
    counts.of(term, links.root()).ifPresent(number -> rows.add(row("in this dataset", List.of(number))));
    rows.addAll(said(term));
    return rows.isEmpty() ? Html.NOTHING : element("table", element("tbody", several(rows))).with("class", "facts");
  }

  Optional<String> number(String term) {
    return counts.number(term);
  }

  private List<String> sorts(String term) {
    return view.related(term, RDF.type.getURI());
  }

  private List<Html> said(String term) {
    List<Html> rows = new ArrayList<>();
    view.propertiesOf(term).stream().filter(property -> !HIDDEN.contains(property))
        .sorted(Comparator.comparingInt(TermFacts::place).thenComparing(Comparator.naturalOrder()))
        .forEach(property -> {
          List<Html> values = values(term, property);
          if (!values.isEmpty()) {
            rows.add(row(heading(property), values));
          }
        });
    return rows;
  }

  private static int place(String property) {
    int place = ORDER.indexOf(property);
    return place >= 0 ? place : property.startsWith(VocabularyView.TERMS) ? ORDER.size() : ORDER.size() + 1;
  }

  private String heading(String property) {
    return links.outside().words(property)
        .orElseGet(() -> view.has(property) ? view.label(property) : links.outside().name(property));
  }

  private List<Html> values(String term, String property) {
    List<Html> values = new ArrayList<>();
    List<String> things = view.related(term, property);
    things.stream().filter(view::has).forEach(iri -> values.add(links.term(iri)));
    things.stream().filter(iri -> !view.has(iri))
        .sorted(Comparator.comparing((String iri) -> links.outside().name(iri).toLowerCase(Locale.ROOT)))
        .forEach(iri -> values.add(links.term(iri)));
    SortedMap<String, List<String>> codes = new TreeMap<>();
    for (Node node : view.values(term, property)) {
      if (node.isLiteral() && node.getLiteralDatatypeURI().startsWith(VocabularyView.TERMS)) {
        codes.computeIfAbsent(node.getLiteralDatatypeURI(), key -> new ArrayList<>())
            .add(node.getLiteralLexicalForm());
      } else if (node.isLiteral()) {
        values.add(literal(node));
      }
    }
    codes.forEach((book, signs) -> values.add(codes(book, signs)));
    return values;
  }

  /** Codes of one code book, whose datatype is ours. */
  private Html codes(String book, List<String> codes) {
    return element("span",
        Html.joined(codes.stream().sorted().map(code -> element("code", code)).toList(), " · "),
        text(" ("), links.term(book), text(")"));
  }

  private static Html literal(Node node) {
    String words = node.getLiteralLexicalForm();
    String language = node.getLiteralLanguage();
    return language.isEmpty() || language.equals("en") ? text(words)
        : element("span", words).with("lang", language);
  }

  private List<Html> ofClass(String term) {
    List<Html> rows = new ArrayList<>();
    if (view.isClass(term)) {
      addRow(rows, "properties", properties(term));
      addRow(rows, "also the properties of", VocabularyView.reached(term, view::broaderClasses).stream()
          .filter(broader -> !properties(broader).isEmpty()).toList());
      addRow(rows, "value of", view.properties().stream()
          .filter(property -> view.classesReached(property).contains(term)).toList());
    }
    return rows;
  }

  private List<String> properties(String term) {
    return view.properties().stream().filter(property -> view.classesWith(property).contains(term)).toList();
  }

  private List<Html> otherLanguages(String term) {
    List<Html> values = view.inOtherLanguages(term).stream().map(phrase -> (Html) element("span",
        element("span", phrase.text()).with("lang", phrase.language()),
        text(" (" + Locale.forLanguageTag(phrase.language()).getDisplayLanguage(Locale.ENGLISH) + ")"))).toList();
    return values.isEmpty() ? List.of() : List.of(row("in other languages", values));
  }

  private void addRow(List<Html> rows, String heading, List<String> terms) {
    List<Html> values = terms.stream().filter(term -> view.has(term) || !term.startsWith(VocabularyView.TERMS))
        .map(term -> sortName(term).orElseGet(() -> links.term(term))).toList();
    if (!values.isEmpty()) {
      rows.add(row(heading, values));
    }
  }

  /** The sorts of terms are said in words; a link to what OWL says of classes helps nobody. */
  private Optional<Html> sortName(String iri) {
    boolean language = iri.startsWith(OWL.NS) || iri.startsWith(RDFS.uri) || iri.startsWith(SKOS.uri);
    return language ? links.outside().words(iri).map(Html::text) : Optional.empty();
  }

  private static Html row(String heading, List<Html> values) {
    Html.Element list = element("ul", several(values.stream().map(value -> element("li", value)).toList()));
    return element("tr", element("th", heading).with("scope", "row"),
        element("td", values.size() > MOST_LINES ? list.with("class", "many") : list));
  }

  private Html inTurtle(String term) {
    return several(view.phrases(term, TURTLE_EXAMPLE).stream().map(example -> (Html) element("figure",
        element("figcaption", "In Turtle:"),
        Html.scrolled(element("pre", element("code", example.text().strip())), "Example of " + view.label(term)))
        .with("class", "example")).toList());
  }
}
