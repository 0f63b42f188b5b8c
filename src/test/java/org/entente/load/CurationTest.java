package org.entente.load;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.article.ArticleSource;
import org.entente.article.MetadataOverrides;
import org.entente.curation.CurationException;
import org.entente.curation.CurationFile;
import org.entente.query.TwoArticles;
import org.entente.reading.Readers;
import org.entente.store.CatalogEntry;
import org.entente.store.GraphStore;
import org.entente.store.StoredGraph;
import org.entente.store.StoredGraph.StoredText;
import org.entente.vocab.IriScheme;
import org.entente.vocab.Prefixes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decisions over the two articles of the tests, with the real shapes. */
class CurationTest {

  private static final String BASE = IriScheme.DEFAULT_BASE;
  private static final String HEAD = "decision,subject,property,value,was,who,when,why\n";
  private static final String BY = ",Ada,2026-11-28,It is so.\n";
  private static final Once<GraphStore> UNCHANGED = new Once<>(CurationTest::copy);
  private static final List<String> DECIDED = List.of("state/oman", "state/kenya", "state/norway", "state/mongolia",
      "place/kismayo", "place/nairobi", "institution/african-development-bank");
  private static final Once<Graph> SPOKEN_OF = new Once<>(CurationTest::spokenOf);
  private static final Workbench BUNDLED = Workbench.bundled(BASE, List.of(), List.of());

  @TempDir
  Path folder;
  private GraphStore store = TwoArticles.STORE;

  /** What changes nothing shares a copy. */
  @BeforeEach
  void copyTheStore(TestInfo test) {
    store = test.getTestMethod().orElseThrow().getName().endsWith("ChangesNothing") ? UNCHANGED.get() : copy();
  }

  private static GraphStore copy() {
    GraphStore copy = GraphStore.inMemory(BASE);
    for (CatalogEntry entry : TwoArticles.STORE.entries()) {
      Optional<StoredText> text = entry.textDigest()
          .flatMap(digest -> TwoArticles.STORE.text(digest).map(words -> new StoredText(digest, words)));
      Graph graph = entry.graph().equals(BASE + "graph/gazetteer") ? SPOKEN_OF.get()
          : TwoArticles.STORE.graph(entry.graph());
      copy.replace(new StoredGraph(entry.graph(), graph, entry.fingerprint(), text));
    }
    return copy;
  }

  /** Of the gazetteer what the articles and the decisions here speak of: all of it would take seconds for each copy. */
  private static Graph spokenOf() {
    Set<Node> named = new HashSet<>();
    DECIDED.forEach(name -> named.add(NodeFactory.createURI(BASE + "id/" + name)));
    TwoArticles.STORE.entries().stream().map(CatalogEntry::graph).filter(name -> name.contains("graph/article/"))
        .forEach(name -> TwoArticles.STORE.graph(name).stream().map(Triple::getObject).forEach(named::add));
    Graph some = GraphFactory.createDefaultGraph();
    TwoArticles.STORE.graph(BASE + "graph/gazetteer").stream()
        .filter(triple -> named.contains(triple.getSubject())).forEach(some::add);
    return some;
  }

  private int add(String... lines) {
    return new CurationDesk(store, BUNDLED.checker()).add(read(lines));
  }

  private List<CurationFile.Line> read(String... lines) {
    try {
      return CurationFile.read(Files.writeString(folder.resolve("decisions.csv"), HEAD + String.join("", lines)), BASE);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Reads both articles again, as a newer version of the software would. */
  private void readAgain() {
    Workbench newer = new Workbench(BUNDLED.readers(), Readers.READER::read, BUNDLED.explainer(), BUNDLED.describer(),
        BUNDLED.checker(), BUNDLED.knowledge(), new Software("newer", "newer", ""));
    List<LoadOutcome> outcomes = new ArrayList<>();
    newer.loader(store).loadAll(ArticleSource.expand(List.of("src/test/resources/articles/harbour-week/article.txt",
        "src/test/resources/articles/second-look/article.txt")), MetadataOverrides.none(), outcomes::add);
    assertTrue(outcomes.stream().allMatch(LoadOutcome.Loaded.class::isInstance), outcomes::toString);
  }

  private List<String> ask(String pattern) {
    StringBuilder query = new StringBuilder();
    Prefixes.PUBLISHED.getNsPrefixMap()
        .forEach((prefix, iri) -> query.append("PREFIX " + prefix + ": <" + iri + "> "));
    query.append("SELECT ?x { " + pattern + " } ORDER BY ?x");
    return store.read(data -> {
      try (QueryExec execution = QueryExec.dataset(data).query(query.toString()).build()) {
        List<String> values = new ArrayList<>();
        execution.select().forEachRemaining(row -> {
          var node = row.get(Var.alloc("x"));
          values.add(node.isLiteral() ? node.getLiteralLexicalForm() : node.getURI());
        });
        return values;
      }
    });
  }

  private String visit() {
    return ask("?x a ent:Visit ; ent:status status:completed ; ent:earliest ?day").getFirst();
  }

  private String proposed() {
    return ask("?p ent:proposes ?x").getFirst();
  }

  @Test
  void takesAStatementOutWithItsWordsAndKeepsItOutWhenTheArticleIsReadAgain() {
    String visit = visit();
    List<String> passages = ask("<" + visit + "> ent:evidence ?x");
    assertEquals(1, add("retract," + visit + ",,,,Ada,2026-11-28,It is about 1954.\n"));
    for (boolean again : new boolean[] {false, true}) {
      if (again) {
        readAgain();
      }
      assertAll(() -> assertEquals(List.of(), ask("<" + visit + "> ?p ?x FILTER(?p NOT IN (prov:invalidatedAtTime, "
          + "rdfs:comment))")),
          () -> assertEquals(List.of(), ask("?x ent:states <" + visit + ">")),
          () -> assertEquals(List.of("It is about 1954. Decided by Ada on 2026-11-28."),
              ask("GRAPH <" + store.catalogGraph() + "> { <" + visit + "> rdfs:comment ?x }")),
          () -> assertTrue(passages.stream().allMatch(passage -> ask("<" + passage + "> nif:anchorOf ?x").isEmpty()
              || !ask("?x ent:evidence|ent:trigger <" + passage + ">").isEmpty())));
    }
  }

  @Test
  void takesOutAProposalThatProposesNothingElse() {
    String statement = proposed();
    String proposal = ask("?x ent:proposes <" + statement + ">").getFirst();
    int all = ask("<" + proposal + "> ent:proposes ?x").size();
    add("retract," + statement + ",,," + BY);
    assertEquals(all > 1, !ask("<" + proposal + "> a ?x").isEmpty());
    assertEquals(List.of(),
        ask("?x a ent:Undertaking ; ent:status status:proposed FILTER NOT EXISTS { ?p ent:proposes ?x }"));
  }

  @Test
  void mendsAStatusAndShowsFromWhatAndKeepsItWhenTheArticleIsReadAgain() {
    String visit = visit();
    add("mend," + visit + ",status,planned,completed,Ada,2026-11-28,The visit is next month.\n");
    for (boolean again : new boolean[] {false, true}) {
      if (again) {
        readAgain();
      }
      assertAll(
          () -> assertEquals(List.of("https://w3id.org/entente/status#planned"), ask("<" + visit + "> ent:status ?x")),
          () -> assertTrue(ask("<" + visit + "> rdfs:label ?x").getFirst().endsWith("(planned)")),
          () -> assertEquals(List.of("https://w3id.org/entente/status#completed"),
              ask("<" + visit + "> prov:wasInfluencedBy/ent:before ?x")),
          () -> assertEquals(List.of("The visit is next month."),
              ask("<" + visit + "> prov:wasInfluencedBy/rdfs:comment ?x")),
          () -> assertEquals(List.of("Ada"), ask("?d ent:about <" + visit + "> ; ent:decidedBy ?x")));
    }
  }

  private String label(String undertaking) {
    return ask("<" + undertaking + "> rdfs:label ?x").getFirst();
  }

  @Test
  void callsWhatWasMendedAsItIsNow() {
    String visit = visit();
    String read = label(visit);
    String field = "mend," + visit + ",field,energy," + BY;
    add("mend," + visit + ",kind,Meeting," + BY, field, "mend," + visit + ",date,1999-03," + BY);
    assertTrue(label(visit).startsWith("Energy meeting between ") && label(visit).endsWith(", 1999 (completed)"),
        label(visit));
    String mended = label(visit);
    readAgain();
    assertEquals(mended, label(visit));
    add("mend," + visit + ",date,," + BY);
    assertTrue(label(visit).startsWith("Energy meeting between ") && !label(visit).contains("19"), label(visit));
    new CurationDesk(store, BUNDLED.checker())
        .remove(read("mend," + visit + ",kind,Meeting," + BY, field, "mend," + visit + ",date,," + BY));
    assertEquals(read, label(visit));
  }

  @Test
  void leavesALabelThatSomebodyGave() {
    String visit = visit();
    add("mend," + visit + ",label,The short call," + BY, "mend," + visit + ",field,energy," + BY,
        "mend," + visit + ",status,planned," + BY);
    assertEquals("The short call", label(visit));
  }

  @Test
  void whoTakesThePlaceOfAPartyHasItsRoles() {
    String visit = ask("?x a ent:Visit ; ent:visitor ?s ; ent:party ?s . ?s a ent:State").getFirst();
    String visitor = ask("<" + visit + "> ent:visitor ?x ; ent:party ?x").getFirst();
    String mongolia = BASE + "id/state/mongolia";
    String party = "mend," + visit + ",party,MNG," + visitor + BY;
    add(party);
    for (boolean again : new boolean[] {false, true}) {
      if (again) {
        readAgain();
      }
      assertAll(() -> assertEquals(List.of(), ask("<" + visit + "> ?x <" + visitor + ">")),
          () -> assertEquals(List.of(mongolia), ask("<" + visit + "> ent:visitor ?x . ?x a ent:State")),
          () -> assertTrue(ask("<" + visit + "> ent:party ?x").contains(mongolia)),
          () -> assertTrue(label(visit).contains("Mongolia"), label(visit)));
    }
    new CurationDesk(store, BUNDLED.checker()).remove(read(party));
    assertAll(() -> assertEquals(List.of(), ask("<" + visit + "> ?x <" + mongolia + ">")),
        () -> assertEquals(List.of(visitor), ask("<" + visit + "> ent:visitor ?x ; ent:party ?x")));
  }

  @Test
  void aStateThatTakesTheRoleOfAnotherOneIsAPartyInItsPlace() {
    String visit = ask("?x a ent:Visit ; ent:visitor ?s ; ent:party ?s . ?s a ent:State").getFirst();
    String visitor = ask("<" + visit + "> ent:visitor ?x ; ent:party ?x").getFirst();
    add("mend," + visit + ",visitor,MNG," + visitor + BY);
    assertAll(() -> assertEquals(List.of(), ask("<" + visit + "> ?x <" + visitor + ">")),
        () -> assertTrue(ask("<" + visit + "> ent:party ?x").contains(BASE + "id/state/mongolia")));
  }

  @Test
  void onlyWhatWasDoneIsBoundByTheDayOfItsArticle() {
    String undertaking = ask("?x ent:status ?s ; ent:reportedOn ?day FILTER(?s IN (status:planned, status:negotiating, "
        + "status:offered)) FILTER NOT EXISTS { ?x ent:latest ?latest }").getFirst();
    add("mend," + undertaking + ",status,completed," + BY);
    assertEquals(ask("<" + undertaking + "> ent:reportedOn ?x"), ask("<" + undertaking + "> ent:latest ?x"));
    add("mend," + undertaking + ",status,planned," + BY);
    assertEquals(List.of(), ask("<" + undertaking + "> ent:latest|ent:when ?x"));
    add("mend," + undertaking + ",status,completed," + BY, "mend," + undertaking + ",date,," + BY);
    assertEquals(List.of(), ask("<" + undertaking + "> ent:latest|ent:when ?x"), "nothing is known of its day");
  }

  @Test
  void forgetsHowItEndedWhereItDidNotEnd() {
    String agreement = ask("?x ent:ending status:called-off").getFirst();
    assertTrue(ask("<" + agreement + "> rdfs:label ?x").getFirst().endsWith("(called off)"));
    add("mend," + agreement + ",status,planned," + BY);
    assertAll(
        () -> assertEquals(List.of(), ask("<" + agreement + "> ent:ending ?x")),
        () -> assertTrue(ask("<" + agreement + "> rdfs:label ?x").getFirst().endsWith("(planned)")));
  }

  @Test
  void mendsHowItEndedWithItsLabelAndShowsFromWhat() {
    String agreement = ask("?x ent:ending status:called-off").getFirst();
    add("mend," + agreement + ",ending,denied,called-off" + BY);
    for (boolean again : new boolean[] {false, true}) {
      if (again) {
        readAgain();
      }
      assertAll(
          () -> assertEquals(List.of("https://w3id.org/entente/status#denied"),
              ask("<" + agreement + "> ent:ending ?x")),
          () -> assertEquals(List.of("https://w3id.org/entente/status#ended"),
              ask("<" + agreement + "> ent:status ?x")),
          () -> assertTrue(ask("<" + agreement + "> rdfs:label ?x").getFirst().endsWith("(denied)")),
          () -> assertEquals(List.of("https://w3id.org/entente/status#called-off"),
              ask("<" + agreement + "> prov:wasInfluencedBy/ent:before ?x")));
    }
    add("mend," + agreement + ",ending,,denied" + BY);
    assertAll(() -> assertEquals(List.of(), ask("<" + agreement + "> ent:ending ?x")),
        () -> assertTrue(ask("<" + agreement + "> rdfs:label ?x").getFirst().endsWith("(ended)")));
  }

  @Test
  void mendsStatusAndEndingTogetherInWhateverOrder() {
    String visit = visit();
    add("mend," + visit + ",ending,called-off," + BY, "mend," + visit + ",status,ended,completed" + BY);
    assertAll(
        () -> assertEquals(List.of("https://w3id.org/entente/status#called-off"),
            ask("<" + visit + "> ent:ending ?x")),
        () -> assertTrue(ask("<" + visit + "> rdfs:label ?x").getFirst().endsWith("(called off)")));
    add("mend," + visit + ",status,planned,ended" + BY);
    assertAll("what goes on has no ending, whatever was decided before",
        () -> assertEquals(List.of(), ask("<" + visit + "> ent:ending ?x")),
        () -> assertTrue(ask("<" + visit + "> rdfs:label ?x").getFirst().endsWith("(planned)")));
  }

  @Test
  void mendsAgainAndStillSaysWhatWasReadAtFirst() {
    String visit = visit();
    add("mend," + visit + ",status,planned," + BY);
    add("mend," + visit + ",status,ongoing,planned" + BY);
    assertEquals(List.of("https://w3id.org/entente/status#ongoing"), ask("<" + visit + "> ent:status ?x"));
    assertEquals(List.of("https://w3id.org/entente/status#completed"),
        ask("<" + visit + "> prov:wasInfluencedBy/ent:before ?x"));
  }

  @Test
  void mendsKindFieldDateLabelAndParties() {
    String visit = visit();
    String brief = visit.substring((BASE + "id/").length());
    String party = ask("<" + visit + "> ent:party ?x").getFirst();
    add("mend," + brief + ",kind,Meeting,Visit" + BY, "mend," + brief + ",field,trade," + BY,
        "mend," + brief + ",date,2024-06," + BY, "mend," + brief + ",label,A meeting of three," + BY,
        "mend," + brief + ",party,NOR," + BY, "mend," + brief + ",participant," + party + "," + BY);
    assertAll(() -> assertEquals(List.of("https://w3id.org/entente/ontology#Meeting"),
        ask("<" + visit + "> a ?x FILTER(?x != ent:Undertaking)")),
        () -> assertEquals(List.of("https://w3id.org/entente/field#trade"), ask("<" + visit + "> ent:mainField ?x")),
        () -> assertTrue(ask("<" + visit + "> ent:field ?x").contains("https://w3id.org/entente/field#trade")),
        () -> assertEquals(List.of("2024-06-01"), ask("<" + visit + "> ent:earliest ?x")),
        () -> assertEquals(List.of("2024-06-30"), ask("<" + visit + "> ent:latest ?x")),
        () -> assertEquals(List.of("2024-06"), ask("<" + visit + "> ent:when ?x")),
        () -> assertEquals(List.of("A meeting of three"), ask("<" + visit + "> rdfs:label ?x")),
        () -> assertTrue(ask("<" + visit + "> ent:involves ?x").contains(BASE + "id/state/norway")),
        () -> assertTrue(ask("<" + visit + "> ent:party ?x").contains(BASE + "id/state/norway")));
  }

  @Test
  void mendsTheLabelOfAPlaceAndTheKindOfAnInstitution() {
    String place = BASE + "id/place/kismayo";
    String bank = BASE + "id/institution/african-development-bank";
    add("mend,place/kismayo,label,Port of Kismayo,Kismayo" + BY,
        "mend,institution/african-development-bank,kind,InternationalOrganization,Bank" + BY);
    for (boolean again : new boolean[] {false, true}) {
      if (again) {
        readAgain();
      }
      assertAll(() -> assertEquals(List.of("Port of Kismayo"), ask("<" + place + "> rdfs:label ?x")),
          () -> assertEquals(List.of("Ada"), ask("<" + place + "> prov:wasInfluencedBy/ent:decidedBy ?x")),
          () -> assertEquals(List.of("https://w3id.org/entente/ontology#InternationalOrganization"),
              ask("<" + bank + "> a ?x FILTER(?x IN (ent:Bank, ent:InternationalOrganization))")));
    }
  }

  @Test
  void takesAPartyAwayWithWhatItInvolves() {
    String visit = visit();
    add("mend," + visit + ",party,NOR," + BY);
    add("mend," + visit + ",party,,NOR" + BY);
    assertFalse(ask("<" + visit + "> ent:party ?x").contains(BASE + "id/state/norway"));
    assertFalse(ask("<" + visit + "> ent:involves ?x").contains(BASE + "id/state/norway"));
  }

  @Test
  void joinsAndSeparatesAccounts() {
    List<String> joined = ask("?x ent:sameUndertaking ?y");
    assertFalse(joined.isEmpty(), "the articles tell of one undertaking");
    String other = ask("<" + joined.getFirst() + "> ent:sameUndertaking ?x").getFirst();
    add("not-same," + joined.getFirst() + ",," + other + "," + BY);
    assertFalse(ask("<" + joined.getFirst() + "> ent:sameUndertaking ?x").contains(other));
    readAgain();
    assertFalse(ask("<" + joined.getFirst() + "> ent:sameUndertaking ?x").contains(other));
    String visit = visit();
    String third = ask("?x a ent:Undertaking FILTER(?x NOT IN (<" + visit + ">))").getFirst();
    add("same," + visit + ",," + third + "," + BY);
    assertTrue(ask("<" + visit + "> ent:sameUndertaking ?x").contains(third));
    assertTrue(ask("<" + third + "> ent:sameUndertaking ?x").contains(visit));
  }

  @Test
  void dropsALinkAndPutsAnotherInItsPlace() {
    String oman = BASE + "id/state/oman";
    String item = ask("<" + oman + "> owl:sameAs ?x FILTER(CONTAINS(STR(?x), 'wikidata'))").getFirst();
    CurationException refused = assertThrows(CurationException.class,
        () -> add("same," + oman + ",,http://www.wikidata.org/entity/Q1," + BY));
    assertTrue(refused.getMessage().contains(item) && refused.getMessage().contains("/Q1"), refused.getMessage());
    add("not-same," + oman + ",," + item + "," + BY, "same," + oman + ",,http://www.wikidata.org/entity/Q1," + BY);
    assertEquals(List.of("http://www.wikidata.org/entity/Q1"),
        ask("<" + oman + "> owl:sameAs ?x FILTER(CONTAINS(STR(?x), 'wikidata'))"));
    Knowledge.of(new IriScheme(BASE), new Software("newer", "newer", ""),
        SPOKEN_OF, SPOKEN_OF, () -> TwoArticles.STORE.graph(BASE + "graph/ontology")).refresh(store);
    assertFalse(ask("<" + oman + "> owl:sameAs ?x").contains(item), "a newer gazetteer does not bring it back");
  }

  @Test
  void changesNothingTheSecondTime() {
    String line = "mend," + visit() + ",status,planned,completed" + BY;
    assertEquals(1, add(line));
    String version = store.version();
    assertEquals(0, add(line));
    assertEquals(version, store.version());
  }

  @Test
  void comesToTheSameDataFromATableThatItPrintedItself() throws IOException {
    String visit = visit();
    add("mend," + visit + ",date,2024-06," + BY, "retract," + proposed() + ",,," + BY);
    String version = store.version();
    String table = CurationFile.table(KeptDecisions.in(store).decisions());
    store = copy();
    List<CurationFile.Line> lines = CurationFile.read(Files.writeString(folder.resolve("all.csv"), table), BASE);
    new CurationDesk(store, BUNDLED.checker()).add(lines);
    assertEquals(version, store.version());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "retract,visit/nobody-0123456789ab,,,               | there is no http://localhost:3030/id/visit/nobody-0123456789ab",
    "retract,state/oman,,,                              | neither an undertaking nor a proposal",
    "mend,VISIT,status,done,                            | there is no status done",
    "mend,VISIT,kind,Party,                             | there is no kind Party",
    "mend,VISIT,status,planned,ongoing                  | its status is completed, not ongoing",
    "mend,VISIT,ending,called-off,                      | only what has ended has an ending",
    "mend,VISIT,ending,over,                            | there is no ending over",
    "mend,VISIT,ending,,called-off                      | its ending is not told, not called-off",
    "mend,VISIT,date,last week,                         | is no date",
    "mend,VISIT,date,2024-02-31,                        | is no date",
    "mend,VISIT,date,2024-06/2024-05,                   | ends before it begins",
    "mend,VISIT,party,XYZ,                              | no state has the code XYZ",
    "mend,VISIT,party,place/nairobi,                    | there is no party",
    "mend,state/oman,kind,Company,                      | of actors and places the label can be mended",
    "mend,institution/african-development-bank,kind,Visit, | there is no kind Visit",
    "mend,VISIT,colour,red,                             | what can be mended is one of",
    "mend,VISIT,status,,                                | needs a value",
    "mend,VISIT,status,proposed,                        | nobody proposes",
    "mend,VISIT,host,VISITOR,                            | breaks a shape",
    "same,state/oman,,state/kenya,                      | merged in the gazetteer",
    "same,VISIT,,VISIT,                                 | one and the same",
    "same,state/kenya,,http://www.wikidata.org/entity/Q842, | is http://www.wikidata.org/entity/Q114 already",
    "forget,VISIT,,,                                    | the decision is one of retract, mend, same, not-same",
    "retract,VISIT,status,,                             | only mend has a property",
    "retract,not an iri,,,                              | is no IRI",
  })
  void refusesWhatCannotBeWithFileAndLineAndChangesNothing(String line, String problem) {
    String version = store.version();
    String written =
        line.strip().replace("VISITOR", ask("<" + visit() + "> ent:visitor ?x . ?x a ent:State").getFirst())
            .replace("VISIT", visit());
    CurationException refused = assertThrows(CurationException.class,
        () -> add("mend," + visit() + ",label,Another," + BY, written + BY));
    assertTrue(refused.getMessage().contains(problem), refused.getMessage());
    assertTrue(problem.equals("breaks a shape") || refused.getMessage().contains("decisions.csv, line 3"),
        refused.getMessage());
    assertEquals(version, store.version());
  }

  @Test
  void refusesDecisionsThatContradictEachOther() {
    String visit = visit();
    CurationException refused = assertThrows(CurationException.class,
        () -> add("mend," + visit + ",status,planned," + BY, "mend," + visit + ",status,ongoing," + BY));
    assertTrue(refused.getMessage().contains("line 2"), refused.getMessage());
  }

  /** Three undertakings of one article, which nothing joins by itself. */
  private List<String> three() {
    return ask("?x a ent:Undertaking FILTER NOT EXISTS { ?x ent:sameUndertaking ?y }").subList(0, 3);
  }

  private static String line(String verdict, String one, String other) {
    return verdict + "," + one + ",," + other + "," + BY;
  }

  @ParameterizedTest
  @CsvSource({
    "same 0 1, same 1 2, not-same 0 2, decisions.csv; line 4, cannot be both the same and not",
    "same 0 1, same 2 1, not-same 2 0, decisions.csv; line 4, cannot be both the same and not",
    "not-same 2 0, same 0 1, same 1 2, decisions.csv; line 2, cannot be both the same and not",
    "same 0 1, same 1 2, same 2 0, decisions.csv; line 4, go round in a circle",
  })
  void refusesChainsThatContradictThemselvesWithTheLineOfEach(String first, String second, String third, String place,
      String problem) {
    List<String> things = three();
    String[] lines = Stream.of(first, second, third).map(text -> text.split(" "))
        .map(word -> line(word[0], things.get(Integer.parseInt(word[1])), things.get(Integer.parseInt(word[2]))))
        .toArray(String[]::new);
    String version = store.version();
    String message = assertThrows(CurationException.class, () -> add(lines)).getMessage();
    assertTrue(message.contains(place.replace(";", ",")) && message.contains(problem), message);
    for (int number = 2; number <= 4; number++) {
      assertTrue(message.contains("decisions.csv, line " + number), message);
    }
    assertEquals(version, store.version());
  }

  @Test
  void refusesALineThatContradictsAChainInTheStoreAndNamesWhoDecidedIt() {
    List<String> things = three();
    add(line("same", things.get(0), things.get(1)), line("same", things.get(1), things.get(2)));
    String message = assertThrows(CurationException.class,
        () -> add(line("not-same", things.get(2), things.get(0)))).getMessage();
    assertTrue(message.contains("decisions.csv, line 2: "), message);
    assertTrue(message.contains("the store's decision by Ada of 2026-11-28"), message);
    assertEquals(2, KeptDecisions.in(store).decisions().size());
  }

  @Test
  void joinsAllOfAChainAndTakesEveryPairOfItTold() {
    List<String> things = three();
    add(line("same", things.get(0), things.get(1)), line("same", things.get(1), things.get(2)));
    List<String> others = List.of(things.get(1), things.get(2));
    assertEquals(others, ask("<" + things.get(0) + "> ent:sameUndertaking ?x"));
    assertEquals(1, add(line("same", things.get(0), things.get(2))));
    assertEquals(others, ask("<" + things.get(0) + "> ent:sameUndertaking ?x"));
  }

  @Test
  void refusesATableWithOtherColumnsOrNoDateOrNoReason() throws IOException {
    Path file = Files.writeString(folder.resolve("other.csv"), "subject,why\nx,y\n");
    assertTrue(assertThrows(CurationException.class, () -> CurationFile.read(file, BASE)).getMessage()
        .contains("other.csv, line 1: the columns must be decision,subject"));
    String visit = visit();
    assertTrue(assertThrows(CurationException.class, () -> read("retract," + visit + ",,,,Ada,yesterday,x\n"))
        .getMessage().contains("when is a date"));
    assertTrue(assertThrows(CurationException.class, () -> read("retract," + visit + ",,,,Ada,2026-11-28,\n"))
        .getMessage().contains("who and why"));
    assertTrue(assertThrows(CurationException.class, () -> read("retract," + visit + "\n")).getMessage()
        .contains("cells"));
  }

  @Test
  void readsTheSameAsTurtle() throws IOException {
    String visit = visit();
    Path file = Files.writeString(folder.resolve("decisions.ttl"), """
        @prefix ent: <https://w3id.org/entente/ontology#> .
        @prefix status: <https://w3id.org/entente/status#> .
        @prefix dct: <http://purl.org/dc/terms/> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        <#1> a ent:Decision ; ent:verdict "mend" ; ent:about <%s> ; ent:corrected ent:status ;
          ent:after status:planned ; ent:decidedBy "Ada" ; dct:date "2026-11-28"^^xsd:date ; rdfs:comment "So."@en .
        """.formatted(visit));
    assertEquals(1, new CurationDesk(store, BUNDLED.checker()).add(CurationFile.read(file, BASE)));
    assertEquals(List.of("https://w3id.org/entente/status#planned"), ask("<" + visit + "> ent:status ?x"));
    Path broken = Files.writeString(folder.resolve("broken.ttl"), "<a> <b>");
    assertTrue(assertThrows(CurationException.class, () -> CurationFile.read(broken, BASE)).getMessage()
        .contains("broken.ttl"));
    Path bare = Files.writeString(folder.resolve("bare.ttl"), """
        @prefix ent: <https://w3id.org/entente/ontology#> .

        <#7> a ent:Decision .
        """);
    assertTrue(assertThrows(CurationException.class, () -> CurationFile.read(bare, BASE)).getMessage()
        .contains("bare.ttl, line 3: the decision"));
  }
}
