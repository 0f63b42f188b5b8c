package org.entente.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.actor.Actor;
import org.entente.article.Article;
import org.entente.article.Block;
import org.entente.ontology.OntologyFiles;
import org.entente.text.Span;
import org.entente.time.TimeInterval;
import org.entente.undertaking.Evidence;
import org.entente.undertaking.Extraction;
import org.entente.undertaking.Extraction.Naming;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Party;
import org.entente.undertaking.Proposal;
import org.entente.undertaking.Role;
import org.entente.undertaking.Stage;
import org.entente.undertaking.Status;
import org.entente.undertaking.Undertaking;
import org.entente.validate.GraphValidator;
import org.entente.vocab.ENT;
import org.entente.vocab.IriScheme;
import org.entente.vocab.Terms;
import org.junit.jupiter.api.Test;

class ArticleGraphTest {

  private static final String BASE = "http://example.org/";

  private static final Actor NORWAY = state("norway", "Norway", "NOR");
  private static final Actor SWEDEN = state("sweden", "Sweden", "SWE");
  private static final Actor MINISTER =
      new Actor(
          Actor.Type.POST, "minister-of-trade-of-sweden", "Minister of Trade of Sweden", "Post", Optional.of("SWE"),
          false);
  private static final Actor OSLO =
      new Actor(Actor.Type.PLACE, "oslo", "Oslo", "Place", Optional.of("NOR"), true);
  private static final Actor GAZETTE =
      new Actor(Actor.Type.INSTITUTION, "northern-gazette", "Northern Gazette", "MediaOutlet", Optional.empty(), true);

  /** The ship stands outside the Basic Multilingual Plane: two code units, one code point. */
  private static final String VISIT = "The Swedish minister 🚢 sailed to Oslo on Monday.";
  private static final String DEAL = "There both sides sealed a rail treaty.";
  private static final String ADVICE = "Norway should buy Swedish trains.";
  private static final String TEXT = "Two neighbours\n\n" + VISIT + " " + DEAL + "\n\n" + ADVICE;

  private final ArticleGraph graphs =
      new ArticleGraph(
          new IriScheme(BASE),
          code -> Optional.ofNullable(Map.of("NOR", NORWAY, "SWE", SWEDEN).get(code)),
          name -> name.equals("Northern Gazette") ? Optional.of(GAZETTE) : Optional.empty(),
          name -> name.startsWith("Ministry"),
          (post, first, last) -> Optional.empty(),
          "0.1.0 test");

  @Test
  void typesAnUndertakingWithItsKindAndAsUndertaking() {
    Resource visit = one(model(), ENT.Visit);
    assertTrue(visit.hasProperty(RDF.type, ENT.Undertaking));
  }

  @Test
  void statesEveryRoleAsInvolvesToo() {
    Model model = model();
    Resource visit = one(model, ENT.Visit);
    assertEquals(List.of(iri("state/norway")), objects(visit, ENT.host));
    assertEquals(List.of(iri("post/minister-of-trade-of-sweden"), iri("state/sweden")), objects(visit, ENT.visitor));
    assertEquals(List.of(iri("state/norway"), iri("state/sweden")), objects(visit, ENT.party));
    assertEquals(
        List.of(iri("post/minister-of-trade-of-sweden"), iri("state/norway"), iri("state/sweden")),
        objects(visit, ENT.involves));
  }

  @Test
  void mintsWhomTheGazetteerLacksAndOnlyThose() {
    Model model = model();
    Resource minister = model.getResource(iri("post/minister-of-trade-of-sweden"));
    assertFalse(minister.getRequiredProperty(ENT.linked).getBoolean());
    assertTrue(minister.hasProperty(RDF.type, ENT.Post) && minister.hasProperty(RDF.type, ENT.Actor));
    assertEquals(List.of(iri("state/sweden")), objects(minister, ENT.ofState));
    assertFalse(model.getResource(iri("state/norway")).hasProperty(RDF.type));
    assertFalse(model.getResource(iri("institution/northern-gazette")).hasProperty(RDF.type));
  }

  @Test
  void saysWhereATownLiesThatOnlyTheTableOfTheWorldHas() {
    Actor lobito = new Actor(Actor.Type.PLACE, "lobito", "Lobito", "Place", Optional.of("AGO"), false);
    Model model = ModelFactory.createDefaultModel();
    Function<String, Optional<Actor>> states = code -> Optional.of(state("angola", "Angola", code));
    new ActorMapper(model, new IriScheme(BASE), states, name -> false, BASE + "id/article/a").resource(lobito);
    Resource place = model.getResource(iri("place/lobito"));
    assertEquals(List.of(iri("state/angola")), objects(place, ENT.ofState));
    assertEquals("-12.37", place.getRequiredProperty(model.createProperty(Terms.WGS84, "lat")).getString());
    assertEquals("POINT(13.541 -12.37)",
        place.getRequiredProperty(model.createProperty(Terms.GEO, "asWKT")).getString());
  }

  @Test
  void aBodyThatManyStatesHaveAndOfWhichNoStateIsKnownIsThisArticles() {
    ActorMapper mapper = new ActorMapper(ModelFactory.createDefaultModel(), new IriScheme(BASE),
        code -> Optional.empty(), name -> name.startsWith("Ministry"), BASE + "id/article/a");
    assertEquals(iri("institution/ministry-of-commerce-in-a"),
        mapper.resource(body("ministry-of-commerce", "Ministry of Commerce", Optional.empty())).getURI());
    assertEquals(iri("institution/ministry-of-commerce-of-togo"),
        mapper.resource(body("ministry-of-commerce-of-togo", "Ministry of Commerce of Togo", Optional.of("TGO")))
            .getURI());
    assertEquals(iri("institution/lake-fund"),
        mapper.resource(body("lake-fund", "Lake Fund", Optional.empty())).getURI());
  }

  private static Actor body(String slug, String name, Optional<String> state) {
    return new Actor(Actor.Type.INSTITUTION, slug, name, "Institution", state, false);
  }

  @Test
  void boundsWhatIsReportedAsDoneByTheDateOfTheArticleAndNothingElse() {
    Model model = model();
    Resource deal = one(model, ENT.Agreement);
    Resource purchase = one(model, ENT.Transfer);
    assertEquals("[..2021-03-04]", deal.getRequiredProperty(ENT.when).getString());
    assertEquals("2021-03-04", deal.getRequiredProperty(ENT.latest).getString());
    assertFalse(deal.hasProperty(ENT.earliest));
    assertFalse(purchase.hasProperty(ENT.latest) || purchase.hasProperty(ENT.when), "it is only proposed");
    for (Resource told : List.of(one(model, ENT.Visit), deal, purchase)) {
      assertEquals("2021-03-04", told.getRequiredProperty(ENT.reportedOn).getString());
    }
  }

  @Test
  void givesDatesAsIntervalAndInExtendedFormat() {
    Resource visit = one(model(), ENT.Visit);
    assertEquals("2021-03-01", visit.getRequiredProperty(ENT.earliest).getString());
    assertEquals("2021-03-01", visit.getRequiredProperty(ENT.when).getString());
    assertEquals(Terms.EDTF, visit.getRequiredProperty(ENT.when).getLiteral().getDatatypeURI());
  }

  @Test
  void countsPassagesInCodePoints() {
    Resource visit = one(model(), ENT.Visit);
    Resource passage = visit.getRequiredProperty(ENT.evidence).getResource();
    int begin = passage.getRequiredProperty(Terms.beginIndex).getInt();
    int end = passage.getRequiredProperty(Terms.endIndex).getInt();
    int[] points = TEXT.codePoints().toArray();
    assertEquals(VISIT, new String(points, begin, end - begin));
    assertEquals(VISIT.length() - 1, end - begin);
    assertTrue(passage.getURI().endsWith("#char=" + begin + "," + end));
    assertEquals(VISIT, passage.getRequiredProperty(Terms.anchorOf).getString());
  }

  @Test
  void passagesMentionWhomTheirWordsName() {
    Resource visit = one(model(), ENT.Visit);
    Resource passage = visit.getRequiredProperty(ENT.evidence).getResource();
    assertEquals(List.of(iri("place/oslo"), iri("state/sweden")), objects(passage, ENT.mentions));
  }

  @Test
  void tellsWhatAVisitResultedInAndTheHistoryOfAnAgreement() {
    Model model = model();
    Resource deal = one(model, ENT.Agreement);
    assertEquals(List.of(deal.getURI()), objects(one(model, ENT.Visit), ENT.resultedIn));
    Resource stage = deal.getRequiredProperty(ENT.history).getResource();
    assertEquals(deal.getURI() + "#stage-1", stage.getURI());
    assertEquals("https://w3id.org/entente/stage#signed", stage.getRequiredProperty(ENT.stage).getResource().getURI());
    assertEquals(
        "https://w3id.org/entente/instrument#treaty", deal.getRequiredProperty(ENT.instrument).getResource().getURI());
  }

  @Test
  void aProposalProposesAndIsMadeByTheAuthor() {
    Model model = model();
    Resource proposal = one(model, ENT.Proposal);
    assertEquals(List.of(one(model, ENT.Transfer).getURI()), objects(proposal, ENT.proposes));
    assertEquals(List.of(iri("person/ada-writer")), objects(proposal, ENT.proposedBy));
    assertEquals("Rails", proposal.getRequiredProperty(ENT.front).getString());
    assertEquals(1, proposal.getRequiredProperty(ENT.position).getInt());
  }

  @Test
  void statesWhoSaysSoTheAuthorUnlessSomebodyIsQuoted() {
    Model model = model();
    assertEquals(List.of(iri("person/ada-writer")), objects(one(model, ENT.Visit), ENT.statedBy));
    assertEquals(List.of(iri("post/minister-of-trade-of-sweden")), objects(one(model, ENT.Agreement), ENT.statedBy));
  }

  @Test
  void articlesWithoutAuthorAndPublisherHaveAnAuthorEach() {
    Extraction extraction = extraction();
    Article one = article(List.of(), Optional.empty(), Optional.empty());
    Article other = article(List.of(), Optional.empty(), Optional.of(URI.create("https://news.example.net/2")));
    String first = objects(one(model(graphs.of(one, extraction)), ENT.Visit), ENT.statedBy).getFirst();
    String second = objects(one(model(graphs.of(other, extraction)), ENT.Visit), ENT.statedBy).getFirst();
    assertTrue(first.startsWith(iri("person/author-of-")), first);
    assertFalse(first.equals(second), first);
  }

  @Test
  void describesTheArticle() {
    Resource article = one(model(), ENT.Article);
    assertEquals("Two neighbours", article.getRequiredProperty(DCTerms.title).getString());
    assertEquals("en", article.getRequiredProperty(DCTerms.title).getLanguage());
    assertEquals(List.of(iri("person/ada-writer")), objects(article, DCTerms.creator));
    assertEquals(List.of(iri("institution/northern-gazette")), objects(article, DCTerms.publisher));
    assertEquals("2021-03-04", article.getRequiredProperty(DCTerms.issued).getString());
    assertEquals(List.of("https://news.example.net/1"), objects(article, DCTerms.source));
    assertEquals(4, article.listProperties(ENT.states).toList().size());
  }

  @Test
  void labelsSayWhatItIsWithoutTheArticle() {
    Model model = model();
    assertEquals(
        "Trade visit of the Minister of Trade of Sweden to Norway, 2021 (completed)",
        label(one(model, ENT.Visit)));
    assertEquals("Transport agreement between Norway and Sweden (concluded)", label(one(model, ENT.Agreement)));
    assertEquals(
        "Transport transfer of trains from Sweden to Norway (proposed)", label(one(model, ENT.Transfer)));
    assertEquals("Proposal: transport transfer of trains from Sweden to Norway", label(one(model, ENT.Proposal)));
  }

  @Test
  void isTheSameEveryTimeAndComesBackFromTurtleAsItWas() {
    Graph first = graphs.of(article(), extraction());
    assertTrue(first.isIsomorphicWith(graphs.of(article(), extraction())));
    StringWriter turtle = new StringWriter();
    RDFDataMgr.write(turtle, first, Lang.TURTLE);
    Model back = ModelFactory.createDefaultModel();
    RDFDataMgr.read(back, new StringReader(turtle.toString()), BASE, Lang.TURTLE);
    assertTrue(first.isIsomorphicWith(back.getGraph()));
  }

  @Test
  void meetsTheShapesTogetherWithGazetteerAndOntology() {
    Model background = OntologyFiles.published();
    for (String name : List.of("state/norway", "state/sweden")) {
      background.createResource(iri(name)).addProperty(RDF.type, ENT.State).addProperty(RDF.type, ENT.Actor);
    }
    background.createResource(iri("place/oslo")).addProperty(RDF.type, ENT.Place);
    background.createResource(iri("institution/northern-gazette")).addProperty(RDF.type, ENT.Actor);
    GraphValidator validator = new GraphValidator(background.getGraph());
    assertEquals(List.of(), validator.validate(model().getGraph(), TEXT).findings());
  }

  @Test
  void hasNoBlankNode() {
    model().listStatements().forEach(
        s -> assertFalse(s.getSubject().isAnon() || s.getObject().isAnon(), s::toString));
  }

  private Model model() {
    return model(graphs.of(article(), extraction()));
  }

  private static Model model(Graph graph) {
    return ModelFactory.createModelForGraph(graph);
  }

  private static Article article() {
    return article(
        List.of("Ada Writer"), Optional.of("Northern Gazette"), Optional.of(URI.create("https://news.example.net/1")));
  }

  private static Article article(List<String> authors, Optional<String> publisher, Optional<URI> url) {
    Block body = new Block(Block.Kind.PARAGRAPH, 16, TEXT.length(), Optional.empty(), 1, 0, 0, Optional.empty());
    return new Article(
        "Two neighbours", authors, publisher, Optional.empty(), Optional.of(LocalDate.of(2021, 3, 4)), "en", url,
        List.of("Nordic"), TEXT, List.of(body));
  }

  private static Extraction extraction() {
    List<Party> travellers =
        List.of(new Party(MINISTER, Role.VISITOR), new Party(SWEDEN, Role.VISITOR), new Party(NORWAY, Role.HOST));
    List<Party> signatories = List.of(new Party(NORWAY, Role.SIGNATORY), new Party(SWEDEN, Role.SIGNATORY));
    List<Party> trade = List.of(new Party(SWEDEN, Role.PROVIDER), new Party(NORWAY, Role.RECIPIENT));
    TimeInterval monday = TimeInterval.day(LocalDate.of(2021, 3, 1));
    Undertaking visit =
        undertaking(
            1, Kind.VISIT, travellers, Status.COMPLETED, "trade", Optional.of(monday), Optional.empty(),
            Optional.empty(), List.of(), List.of(2), Optional.empty(), VISIT);
    Undertaking deal =
        undertaking(
            2, Kind.AGREEMENT, signatories, Status.CONCLUDED, "transport", Optional.empty(), Optional.empty(),
            Optional.of("treaty"), List.of(new Stage("signed", Optional.of(monday), Optional.empty(), evidence(DEAL))),
            List.of(), Optional.of(MINISTER), DEAL);
    Undertaking purchase =
        undertaking(
            3, Kind.TRANSFER, trade, Status.PROPOSED, "transport", Optional.empty(), Optional.of("trains"),
            Optional.empty(), List.of(), List.of(), Optional.empty(), ADVICE);
    Proposal proposal =
        new Proposal(
            List.of(3), Optional.empty(), List.of(NORWAY), Optional.of("Rails"), 1, List.of(evidence(ADVICE)));
    return new Extraction(List.of(visit, deal, purchase), List.of(proposal), List.of(SWEDEN, MINISTER, OSLO, NORWAY))
        .naming(List.of(naming(SWEDEN, "Swedish minister"), naming(OSLO, "Oslo"), naming(NORWAY, "Norway should")));
  }

  private static Undertaking undertaking(
      int ordinal,
      Kind kind,
      List<Party> parties,
      Status status,
      String field,
      Optional<TimeInterval> when,
      Optional<String> item,
      Optional<String> instrument,
      List<Stage> history,
      List<Integer> resultedIn,
      Optional<Actor> statedBy,
      String words) {
    return new Undertaking(
        ordinal, kind, List.of(NORWAY, SWEDEN), parties, status, Optional.empty(), List.of(field), when,
        Optional.empty(),
        kind == Kind.VISIT ? List.of(OSLO) : List.of(), item, Optional.empty(), Optional.empty(), Optional.empty(),
        instrument, Optional.empty(), history, resultedIn, List.of(), statedBy, List.of(evidence(words)),
        Optional.empty(), Optional.empty(), new BigDecimal("0.8"));
  }

  private static Evidence evidence(String words) {
    int start = TEXT.indexOf(words);
    return new Evidence(new Span(start, start + words.length()), words, Optional.empty(), 1);
  }

  private static Naming naming(Actor actor, String words) {
    int start = TEXT.indexOf(words);
    return new Naming(actor, new Span(start, start + words.length()));
  }

  private static Actor state(String slug, String name, String code) {
    return new Actor(Actor.Type.STATE, slug, name, "State", Optional.of(code), true);
  }

  private static Resource one(Model model, Resource type) {
    List<Resource> all = model.listSubjectsWithProperty(RDF.type, type).toList();
    assertEquals(1, all.size(), type::toString);
    return all.getFirst();
  }

  private static List<String> objects(Resource resource, Property property) {
    return resource.listProperties(property).mapWith(s -> s.getObject()).mapWith(RDFNode::toString).toList().stream()
        .sorted()
        .toList();
  }

  private static String label(Resource resource) {
    return resource.getRequiredProperty(RDFS.label).getString();
  }

  private static String iri(String name) {
    return BASE + "id/" + name;
  }
}
