package org.entente.publish.page.term;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.html.Layout;
import org.entente.publish.page.part.Deed;
import org.entente.publish.page.part.Outside;
import org.entente.publish.page.part.PageQueries;
import org.entente.publish.page.part.VocabularyView;
import org.entente.vocab.ENT;
import org.entente.vocab.Prefixes;
import org.entente.vocab.Terms;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class OntologyPageTest {

  private static final String TERMS = "https://w3id.org/entente/";
  private static final String ONTOLOGY = TERMS + "ontology";
  private static final List<String> LISTS = List.of("field", "status", "stage", "instrument", "kind");
  private static final List<String> FILES = List.of("entente.ttl", "alignments.ttl", "concepts/fields.ttl",
      "concepts/statuses.ttl", "concepts/stages.ttl", "concepts/instruments.ttl", "concepts/kinds.ttl");
  private static final Map<String, Long> NUMBERS =
      Map.of(ENT.NS + "Visit", 1234L, ENT.NS + "visitor", 7L, TERMS + "field#arms", 5L, ENT.NS + "Exercise", 0L);

  private final Graph graph = bundled();
  private final Layout layout = new Layout("../", "1.2.3");
  private final TermPages pages = new TermPages(graph.find().toList(), NUMBERS);

  private static Graph bundled() {
    Graph graph = GraphFactory.createDefaultGraph();
    FILES.forEach(file -> RDFParser.source(OntologyPageTest.class.getResourceAsStream("/org/entente/ontology/" + file))
        .lang(Lang.TURTLE).parse(graph));
    return graph;
  }

  private static PrefixMap prefixes() {
    return PrefixMapFactory.create(Prefixes.ALL.getNsPrefixMap());
  }

  private Document page(String iri) {
    return Jsoup.parse(pages.page(iri, "../", layout, Html.NOTHING).orElseThrow());
  }

  private Document extended(String turtle, String iri) {
    Graph more = bundled();
    RDFParser.create().source(new StringReader(turtle)).prefixes(prefixes()).lang(Lang.TURTLE).parse(more);
    return Jsoup.parse(new TermPages(more.find().toList(), Map.of())
        .page(iri, "../", layout, Html.NOTHING).orElseThrow());
  }

  private List<String> ofType(Node... types) {
    return Stream.of(types).flatMap(type -> graph.find(Node.ANY, RDF.type.asNode(), type).toList().stream())
        .map(triple -> triple.getSubject().getURI()).distinct().sorted().toList();
  }

  private List<String> terms() {
    return ofType(OWL.Class.asNode(), OWL.ObjectProperty.asNode(), OWL.DatatypeProperty.asNode(),
        RDFS.Datatype.asNode());
  }

  private List<String> concepts() {
    return ofType(SKOS.Concept.asNode());
  }

  private String words(String iri, Node property) {
    return graph.find(NodeFactory.createURI(iri), property, Node.ANY).next().getObject().getLiteralLexicalForm();
  }

  private static String local(String iri) {
    return iri.substring(iri.indexOf('#') + 1);
  }

  private Stream<String> everyPage() {
    return Stream.of(Stream.of(ONTOLOGY), LISTS.stream().map(list -> TERMS + list), terms().stream(),
        concepts().stream()).flatMap(iris -> iris);
  }

  @Test
  void hasASectionWithItsDefinitionForEachClassPropertyAndDatatype() {
    Document page = page(ONTOLOGY);
    assertTrue(terms().size() > 100, "the ontology is there");
    for (String term : terms()) {
      Element section = Optional.ofNullable(page.getElementById(local(term)))
          .orElseThrow(() -> new AssertionError(term + " has no section"));
      assertTrue(section.text().contains(words(term, SKOS.definition.asNode())), term);
      assertTrue(section.text().contains(words(term, RDFS.label.asNode())), term);
      assertTrue(section.select("code").eachText().contains(term), term);
    }
  }

  @Test
  void givesNoIdTwice() {
    everyPage().forEach(iri -> {
      List<String> ids = page(iri).select("[id]").eachAttr("id");
      assertEquals(ids.size(), new HashSet<>(ids).size(), iri + ids);
    });
  }

  @Test
  void everyLinkWithinTheDocumentationLeadsToSomething() {
    Map<String, Set<String>> ids = new TreeMap<>();
    Stream.concat(Stream.of("ontology"), LISTS.stream())
        .forEach(family -> ids.put(family, Set.copyOf(page(TERMS + family).select("[id]").eachAttr("id"))));
    Set<String> alone = Stream.concat(terms().stream(), concepts().stream())
        .map(iri -> iri.substring(TERMS.length()).replace('#', '/')).collect(Collectors.toSet());
    Set<String> dead = new TreeSet<>();
    everyPage().forEach(iri -> page(iri).select("main a[href]").eachAttr("href").forEach(link -> {
      if (link.startsWith("#")) {
        String family = VocabularyView.family(iri);
        if (!ids.get(family).contains(link.substring(1))) {
          dead.add(iri + " → " + link);
        }
      } else if (link.startsWith("../") && !link.startsWith("../sparql?")) {
        String path = link.substring(3).replaceAll("\\.(ttl|jsonld|nt|rdf|trig|nq)$", "");
        String[] parts = path.split("#", 2);
        boolean known = parts.length == 2 ? ids.getOrDefault(parts[0], Set.of()).contains(parts[1])
            : ids.containsKey(path) || alone.contains(path);
        if (!known) {
          dead.add(iri + " → " + link);
        }
      }
    }));
    assertEquals(Set.of(), dead);
  }

  @Test
  void linksOutOnlyWithARelationThatSaysSo() {
    everyPage().forEach(iri -> page(iri).select("main a[href^=http]")
        .forEach(link -> assertTrue(link.attr("rel").contains("external"), () -> iri + ": " + link)));
  }

  @Test
  void nestsTheClassesAsTheOntologySays() {
    Element tree = page(ONTOLOGY).select("section[aria-labelledby=the-classes] > .tree").first();
    for (String type : ofType(OWL.Class.asNode())) {
      Set<String> above = graph.find(NodeFactory.createURI(type), RDFS.subClassOf.asNode(), Node.ANY).toList().stream()
          .map(triple -> triple.getObject().getURI()).filter(iri -> iri.startsWith(ENT.NS))
          .map(OntologyPageTest::local).collect(Collectors.toSet());
      assertEquals(above, above(tree, "#" + local(type)), type);
    }
  }

  @Test
  void nestsConceptsAsTheirListSays() {
    Element tree = page(TERMS + "field").select("main > .tree").first();
    for (Triple broader : graph.find(Node.ANY, SKOS.broader.asNode(), Node.ANY).toList()) {
      String concept = broader.getSubject().getURI();
      if (concept.startsWith(TERMS + "field#")) {
        assertEquals(Set.of(local(broader.getObject().getURI())), above(tree, "../field/" + local(concept)), concept);
      }
    }
  }

  /** What the item around an item links to first. */
  private static Set<String> above(Element tree, String address) {
    Set<String> above = new TreeSet<>();
    List<Element> links = tree.select("span > a[href=" + address + "], strong > a[href=" + address + "]");
    assertFalse(links.isEmpty(), address);
    for (Element link : links) {
      Element list = link.closest("li").parent();
      if (!list.hasClass("tree")) {
        String broader = list.closest("li").select("a").first().attr("href");
        above.add(broader.substring(Math.max(broader.lastIndexOf('#'), broader.lastIndexOf('/')) + 1));
      }
    }
    return above;
  }

  @Test
  void drawsTheMainClassesAndSaysThePictureInWords() {
    Element picture = page(ONTOLOGY).select("svg[role=img]").first();
    List<String> drawn = picture.select("text").eachText();
    assertTrue(drawn.containsAll(List.of("undertaking", "actor", "state", "article", "proposal", "passage", "place",
        "stage of an agreement", "visit", "agreement", "Fields of cooperation", "Statuses")), drawn::toString);
    assertTrue(drawn.containsAll(List.of("states", "proposes", "evidence", "party", "involves", "field")),
        drawn::toString);
    String spoken = picture.attr("aria-label");
    assertTrue(spoken.contains("article – states → undertaking"), spoken);
    assertTrue(spoken.contains("proposal – proposes → undertaking"), spoken);
    Element figure = picture.closest("figure");
    assertFalse(figure.select("figcaption").isEmpty());
    assertTrue(figure.select("details a[href=#states]").hasText());
  }

  @Test
  void aNewPropertyAppearsInThePicture() {
    Document page = extended("ent:guarantor a owl:ObjectProperty ; rdfs:label \"guarantor\"@en ;"
        + " rdfs:domain ent:Proposal ; rdfs:range ent:Undertaking .", ONTOLOGY);
    assertTrue(page.select("svg text").eachText().contains("guarantor"));
  }

  @Test
  void showsEachConceptOfAListUnderItsFragment() {
    for (String concept : concepts()) {
      Document list = page(concept.substring(0, concept.indexOf('#')));
      Element item = Optional.ofNullable(list.getElementById(local(concept)))
          .orElseThrow(() -> new AssertionError(concept + " is not in its list"));
      assertTrue(item.text().contains(words(concept, SKOS.definition.asNode())), concept);
    }
  }

  @Test
  void aTermAloneTellsWhereItStandsAndHowToCiteIt() {
    Document page = page(TERMS + "field#arms");
    assertEquals("arms", page.select("h1").text());
    assertEquals("Fields of cooperation › military › arms",
        page.select("nav[aria-label=Where it stands]").text().replaceAll("\\s+", " "));
    assertTrue(page.select(".as-data").text().contains("Cite as https://w3id.org/entente/field#arms"));
    assertTrue(page.select("a[href=../field/naval]").hasText(), "what stands beside it");
    assertTrue(page.select("a[href=http://eurovoc.europa.eu/7]").text().contains("arms trade (EuroVoc)"));
    assertTrue(page.select("a[href=../field/arms.ttl]").hasText());
  }

  @Test
  void everyTermHasAPageAlone() {
    Stream.concat(terms().stream(), concepts().stream()).forEach(
        term -> assertTrue(page(term).select(".lead").text().contains(words(term, SKOS.definition.asNode())), term));
  }

  @Test
  void putsTheLatestOfATermWhereTheCallerSays() {
    String html = pages.page(TERMS + "field#arms", "../", layout, Html.element("p", "A sale of helicopters"))
        .orElseThrow();
    assertTrue(html.contains("A sale of helicopters"));
  }

  @Test
  void saysHowManyThereAreWithAQueryThatListsThem() {
    Document page = page(ONTOLOGY);
    for (String name : List.of("Visit", "visitor")) {
      Element link = page.getElementById(name).select("a[href^=../sparql?query=]").first();
      Query query = QueryFactory.create(URLDecoder.decode(
          link.attr("href").substring("../sparql?query=".length()), StandardCharsets.UTF_8));
      assertTrue(query.toString().contains("<" + ENT.NS + name + ">"), query::toString);
    }
    assertTrue(page.getElementById("Visit").text().contains("1,234"));
    assertTrue(page.getElementById("Exercise").text().contains("none yet"));
    assertFalse(page.getElementById("Meeting").text().contains("in this dataset"), "its number is not known");
    assertTrue(page(TERMS + "kind").getElementById("Visit").text().contains("1,234"), "a kind counts by its class");
  }

  /** Two invented states, with the bundled terms, in the default graph as the server would show them. */
  private DatasetGraph twoStates() {
    DatasetGraph named = DatasetGraphFactory.create();
    RDFDataMgr.read(named, "src/test/resources/server/two-states.trig");
    DatasetGraph union = DatasetGraphFactory.create();
    named.find().forEachRemaining(quad -> union.getDefaultGraph().add(quad.asTriple()));
    graph.find().forEachRemaining(union.getDefaultGraph()::add);
    return union;
  }

  @Test
  void findsTheLatestOfAClassAConceptAndAKind() {
    PageQueries queries = new PageQueries(twoStates());
    for (String term : List.of("ontology#Visit", "ontology#Undertaking", "status#completed", "kind#Visit")) {
      List<Deed> deeds = Deed.of(queries.ask("term-latest", Map.of("thing", NodeFactory.createURI(TERMS + term))));
      assertEquals(List.of("Visit of Graustark to Ruritania"), deeds.stream().map(Deed::label).toList(), term);
    }
  }

  @Test
  void explainsTermsByTheirDefinition() {
    Element link = page(ONTOLOGY).getElementById("Visit").select("a[href=#Undertaking]").first();
    assertEquals(words(ENT.NS + "Undertaking", SKOS.definition.asNode()), link.attr("title"));
  }

  @Test
  void writesNoIriAsTheTextOfALinkToATerm() {
    everyPage().forEach(iri -> page(iri).select("main a").forEach(link -> {
      assertFalse(link.text().contains("://"), () -> iri + ": " + link);
    }));
  }

  @Test
  void everyConceptOfOthersThatOursAreLinkedWithHasAName() {
    Outside outside = Outside.bundled();
    Set<String> nameless = graph.find().toList().stream()
        .filter(triple -> triple.getPredicate().getURI().endsWith("Match") && triple.getObject().isURI())
        .map(triple -> triple.getObject().getURI())
        .filter(iri -> outside.source(iri).flatMap(Outside.Source::prefix).isEmpty() && outside.words(iri).isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), nameless);
  }

  @Test
  void everyExampleIsTurtleWithKnownTermsAndShowsWhatItIsAnExampleOf() {
    Set<String> known = Stream.concat(terms().stream(), concepts().stream()).collect(Collectors.toSet());
    List<Triple> examples =
        graph.find(Node.ANY, NodeFactory.createURI(Terms.VANN + "example"), Node.ANY).toList();
    assertTrue(examples.size() > 20, "there are examples");
    for (Triple example : examples) {
      Set<String> ours = new TreeSet<>();
      parsed(example.getObject().getLiteralLexicalForm())
          .forEach(triple -> nodes(triple).filter(iri -> iri.startsWith(TERMS)).forEach(ours::add));
      String term = example.getSubject().getURI();
      assertTrue(ours.contains(term), () -> "the example of " + term + " does not use it");
      ours.removeAll(known);
      assertEquals(Set.of(), ours, term);
    }
  }

  private static List<Triple> parsed(String turtle) {
    Graph example = GraphFactory.createDefaultGraph();
    RDFParser.create().source(new StringReader(turtle)).lang(Lang.TURTLE).base("https://data.example.org/")
        .prefixes(prefixes()).errorHandler(ErrorHandlerFactory.errorHandlerStrict).parse(example);
    return example.find().toList();
  }

  private static Stream<String> nodes(Triple triple) {
    List<String> iris = new ArrayList<>();
    for (Node node : List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
      if (node.isURI()) {
        iris.add(node.getURI());
      } else if (node.isLiteral()) {
        iris.add(node.getLiteralDatatypeURI());
      }
    }
    return iris.stream();
  }

  @Test
  void showsExamplesAsTheyAreWritten() {
    assertTrue(page(ONTOLOGY).getElementById("Visit").select("pre").text().contains("a ent:Visit , ent:Undertaking ;"));
  }

  @Test
  void listsNamesInOtherLanguagesWithTheirLanguage() {
    Document page = extended("ent:Visit rdfs:label \"visite\"@fr , \"Besuch\"@de .", ENT.NS + "Visit");
    assertEquals("visit", page.select("h1").text());
    assertEquals("visite", page.select("main [lang=fr]").text());
    assertTrue(page.select("main").text().contains("Besuch (German)"));
  }

  @Test
  void showsWhateverElseIsSaidOfATerm() {
    Document page = extended("ent:Visit owl:deprecated true ; dct:isReplacedBy ent:Meeting ;"
        + " skos:scopeNote \"Not <for> calls.\"@en ; <https://elsewhere.example/rank> 3 .", ENT.NS + "Visit");
    String facts = page.select(".facts").text();
    assertTrue(facts.contains("deprecated true") && facts.contains("replaced by meeting"), facts);
    assertTrue(facts.contains("when to use it Not <for> calls."), facts);
    assertTrue(facts.contains("https://elsewhere.example/rank 3"), facts);
  }

  @Test
  void termsThatAreAboveThemselvesStillComeOnce() {
    Document page = extended("ent:One a owl:Class ; rdfs:subClassOf ent:Other ."
        + " ent:Other a owl:Class ; rdfs:subClassOf ent:One .", ONTOLOGY);
    assertEquals(1, page.select(".tree a[href=#One]").size());
    assertEquals(1, page.select("#One").size());
  }

  @Test
  void knowsNoPageOfATermThatNobodyDescribes() {
    assertEquals(Optional.empty(), pages.page(TERMS + "field#knitting", "../", layout, Html.NOTHING));
    assertEquals(Optional.empty(), pages.page("https://schema.org/Event", "../", layout, Html.NOTHING));
  }

  @Test
  void writesNoPageTwiceDifferently() {
    List<Triple> backwards = graph.find().toList().reversed();
    assertEquals(pages.page(ONTOLOGY, "../", layout, Html.NOTHING),
        new TermPages(backwards, NUMBERS).page(ONTOLOGY, "../", layout, Html.NOTHING));
  }
}
