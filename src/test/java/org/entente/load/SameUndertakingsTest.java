package org.entente.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.store.GraphStore;
import org.entente.store.StoredGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameUndertakingsTest {

  private static final String BASE = "http://localhost:3030/";

  @Test
  void linksTwoAccountsOfOneVisitBothWaysAndLetsBothStand() {
    GraphStore store =
        store(account("a", "2020-05-01", "2020-05-03", "completed"), account("b", "2020-05-02", "2020-05-02", "ended"));
    assertEquals(List.of("a b", "b a"), links(store));
  }

  @Test
  void linksNothingWhereTheDatesExcludeEachOther() {
    assertEquals(List.of(), links(store(account("a", "2020-05-01", "2020-05-03", "completed"),
        account("b", "2020-06-02", "2020-06-02", "completed"))));
  }

  @Test
  void linksNoProposalToSomethingReported() {
    assertEquals(List.of(), links(store(account("a", "2020-05-01", "2020-05-03", "completed"),
        account("b", "2020-05-02", "2020-05-02", "proposed"))));
  }

  @Test
  void takesTheLinksAwayWithOneOfTheArticles() {
    GraphStore store = store(account("a", "2020-05-01", "2020-05-03", "completed"),
        account("b", "2020-05-02", "2020-05-02", "completed"));
    store.remove(BASE + "graph/article/b");
    new SameUndertakings(store).link();
    assertEquals(List.of(), links(store));
  }

  @Test
  void comesToTheSameVersionInWhateverOrderTheArticlesCame() {
    String one = account("a", "2020-05-01", "2020-05-03", "completed");
    String other = account("b", "2020-05-02", "2020-05-02", "completed");
    assertEquals(store(one, other).version(), store(other, one).version());
  }

  private static final String PEOPLE = """
      <l> a ent:Person ; ent:ofState <x> ; org:holds <fm> . <fm> a ent:Post ; ent:ofState <x> .
      <p> a ent:Person ; ent:ofState <x> . <q> a ent:Person ; ent:ofState <y> .
      <x> a ent:State . <y> a ent:State . <bloc> a ent:Institution . <treaty> a ent:Institution .
      """;

  /** Each row: what it is for | kind | field, days and further triples of one account | the same of the other. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
    "equal fields, overlapping days|Visit|naval 2020-05-01 2020-05-03|naval 2020-05-02 2020-05-02",
    "a visit under two heads|Visit|naval 2020-05-01 2020-05-03|military 2020-05-02 2020-05-02",
    "a meeting with a topic in common|Meeting|trade 2020-05-02 2020-05-02 ent:field field:naval"
        + "|security 2020-05-02 2020-05-02 ent:field field:naval",
    "a meeting with a narrower topic|Meeting|trade 2020-05-02 2020-05-02 ent:field field:naval"
        + "|security 2020-05-02 2020-05-02 ent:field field:military",
    "a meeting of the same people under two heads|Meeting|trade 2020-05-02 2020-05-02 ent:participant <l>"
        + "|security 2020-05-02 2020-05-02 ent:participant <fm>",
    "a meeting, one field untold|Meeting|trade 2020-05-02 2020-05-02|diplomacy 2020-05-02 2020-05-02",
    "a signing, narrower and wider field|Agreement|naval 2020-05-02 2020-05-02|military 2020-05-02 2020-05-02",
    "a signing, one field untold|Agreement|trade 2020-05-02 2020-05-02|diplomacy 2020-05-02 2020-05-02",
    "a year and a day in it|Exercise|naval 2020-01-01 2020-12-31|naval 2020-05-02 2020-05-02",
    "one name, no date|Project|energy - - ent:name 'Amber Line'|energy - - ent:name 'Amber Line'",
    "one name, a project that lasts|Project|energy 2019-01-01 2019-12-31 ent:name 'Amber Line'"
        + "|energy 2021-01-01 2021-12-31 ent:name 'Amber Line'",
    "one item, no date|Transfer|arms - - ent:item 'patrol boats'|arms - - ent:item 'patrol boats'",
    "one sum under two heads|Transfer|education 2020-05-02 2020-05-02 ent:amount 20000000.0 ; ent:currency 'EUR'"
        + "|finance 2020-05-02 2020-05-02 ent:amount 19500000.0 ; ent:currency 'EUR'",
    "a person and the post that he holds|Meeting|trade 2020-05-02 2020-05-02 ent:participant <l>"
        + "|trade 2020-05-02 2020-05-02 ent:participant <fm>",
    "delegates of two states|Meeting|trade 2020-05-02 2020-05-02 ent:participant <l>"
        + "|trade 2020-05-02 2020-05-02 ent:participant <q>",
    "the same direction|Visit|naval 2020-05-01 2020-05-03 ent:visitor <x>|naval 2020-05-02 2020-05-02 ent:visitor <x>"
  })
  void joinsAccountsOfOneUndertaking(String what, String kind, String one, String other) {
    assertEquals(List.of("a b", "b a"), links(store(account("a", kind, one), account("b", kind, other))), what);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
    "there and back|Visit|naval 2020-05-01 2020-05-31 ent:visitor <x>|naval 2020-05-02 2020-05-02 ent:visitor <y>",
    "who receives and who goes|Visit|naval 2020-05-01 2020-05-31 ent:host <x>"
        + "|naval 2020-05-02 2020-05-02 ent:visitor <x>",
    "buyer and seller|Transfer|arms 2020-05-02 2020-05-02 ent:provider <x>|arms 2020-05-02 2020-05-02 ent:recipient <x>",
    "two meetings on one day|Meeting|military 2020-05-02 2020-05-02 ent:field field:diplomacy"
        + "|agriculture 2020-05-02 2020-05-02 ent:field field:diplomacy",
    "two signings on one day|Agreement|trade 2020-05-02 2020-05-02|naval 2020-05-02 2020-05-02",
    "other goods|Transfer|arms 2020-05-01 2020-05-31 ent:item 'four helicopters'"
        + "|arms 2020-05-01 2020-05-31 ent:item 'patrol boats'",
    "other numbers|Transfer|arms 2020-05-01 2020-05-31 ent:quantity 4|arms 2020-05-01 2020-05-31 ent:quantity 6",
    "other sums|Transfer|finance 2020-05-02 2020-05-02 ent:amount 20000000.0 ; ent:currency 'EUR'"
        + "|finance 2020-05-02 2020-05-02 ent:amount 90000000.0 ; ent:currency 'EUR'",
    "sums in two currencies are no sum of one|Transfer|education 2020-05-02 2020-05-02 ent:amount 20.0 ; ent:currency"
        + " 'EUR'|finance 2020-05-02 2020-05-02 ent:amount 20.0 ; ent:currency 'USD'",
    "other names|Exercise|naval 2020-05-01 2020-05-31 ent:name 'Amber'|naval 2020-05-01 2020-05-31 ent:name 'Birch'",
    "a yearly exercise|Exercise|naval 2020-05-01 2020-05-31 ent:name 'Amber'"
        + "|naval 2021-05-01 2021-05-31 ent:name 'Amber'",
    "the minister's and another one's meeting|Meeting|trade 2020-05-02 2020-05-02 ent:participant <l>"
        + "|trade 2020-05-02 2020-05-02 ent:participant <p>",
    "other bodies joined|Accession|trade 2020-05-02 2020-05-02 ent:joins <bloc>"
        + "|trade 2020-05-02 2020-05-02 ent:joins <treaty>",
    "other days|Visit|naval 2020-05-01 2020-05-03|naval 2020-05-04 2020-05-04",
    "two years|Meeting|trade 2020-01-01 2020-12-31|trade 2021-01-01 2021-12-31",
    "nothing but kind and states|Agreement|trade - -|trade - -",
    "a date and none|Visit|naval 2020-05-01 2020-05-03|naval - -",
    "a bound is no date|Agreement|trade - - ent:latest '2020-05-04'^^xsd:date|trade 2020-05-01 2020-05-01",
    "projects of one year in two fields|Project|energy 2020-01-01 2020-12-31|transport 2020-01-01 2020-12-31",
    "one item long after|Transfer|arms 2018-05-01 2018-05-31 ent:item 'patrol boats'"
        + "|arms 2020-05-01 2020-05-31 ent:item 'patrol boats'"
  })
  void keepsAccountsOfDifferentUndertakingsApart(String what, String kind, String one, String other) {
    assertEquals(List.of(), links(store(account("a", kind, one), account("b", kind, other))), what);
  }

  @Test
  void joinsAVagueDateToNothingWhereSeveralWouldDo() {
    GraphStore store = GraphStore.inMemory(BASE);
    String two = account("b", "Exercise", "naval 2020-05-02 2020-05-02")
        + account("b", "Exercise", "naval 2020-09-02 2020-09-02").replace("<u/b>", "<u/b2>");
    store(store, account("a", "Exercise", "naval 2020-01-01 2020-12-31"), two);
    assertEquals(List.of(), links(store));
  }

  @Test
  void joinsWhatACopyCallsTheSameWithoutADateAndLeavesTheRest() {
    String visit = "naval - - rdfs:label 'A visit'";
    String[] accounts = {account("a", "Visit", visit), account("b", "Visit", visit), account("c", "Visit", visit),
      account("d", "Visit", "naval - - rdfs:label 'Another visit'")};
    GraphStore store = store(accounts);
    assertEquals(List.of(), links(store));
    store.replace(
        StoredGraph.withoutText(BASE + "graph/copies", graph("<b> ent:copyOf <a> . <d> ent:copyOf <a> ."), "c"));
    new SameUndertakings(store).link();
    assertEquals(List.of("a b", "b a"), links(store));
  }

  private static String account(String name, String kind, String words) {
    String[] parts = words.split(" ", 4);
    String days = parts[1].equals("-")
        ? ""
        : "ent:earliest '%s'^^xsd:date ; ent:latest '%s'^^xsd:date ;".formatted(parts[1], parts[2]);
    return """
        <%1$s> a ent:Article ; ent:states <u/%1$s> .
        <u/%1$s> a ent:Undertaking , ent:%2$s ; ent:party <x> , <y> ; %4$s %5$s
          ent:status <https://w3id.org/entente/status#completed> ; ent:mainField <https://w3id.org/entente/field#%3$s> .
        """.formatted(name, kind, parts[0], days, parts.length > 3 ? parts[3] + " ;" : "");
  }

  private static GraphStore store(String... accounts) {
    return store(GraphStore.inMemory(BASE), accounts);
  }

  private static GraphStore store(GraphStore store, String... accounts) {
    Graph known = graph(PEOPLE);
    for (String scheme : List.of("fields", "kinds")) {
      RDFParser.source(Path.of("ontology/concepts/" + scheme + ".ttl")).parse(known);
    }
    RDFParser.source(Path.of("ontology/entente.ttl")).parse(known);
    store.replace(StoredGraph.withoutText(BASE + "graph/ontology", known, "o"));
    for (String account : accounts) {
      String name = account.substring(1, 2);
      store.replace(StoredGraph.withoutText(BASE + "graph/article/" + name, graph(account), name));
    }
    new SameUndertakings(store).link();
    return store;
  }

  private static String account(String name, String earliest, String latest, String status) {
    return """
        <%1$s> a ent:Article ; ent:states <u/%1$s> .
        <u/%1$s> a ent:Undertaking , ent:Visit ; ent:party <x> , <y> ; ent:mainField <https://w3id.org/entente/field#naval> ;
          ent:status <https://w3id.org/entente/status#%4$s> ; ent:earliest "%2$s"^^xsd:date ; ent:latest "%3$s"^^xsd:date .
        """.formatted(name, earliest, latest, status).strip();
  }

  private static Graph graph(String turtle) {
    Graph graph = GraphFactory.createDefaultGraph();
    String prefixes =
        "PREFIX ent: <https://w3id.org/entente/ontology#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> "
            + "PREFIX field: <https://w3id.org/entente/field#> PREFIX org: <http://www.w3.org/ns/org#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> ";
    RDFParser.fromString(prefixes + turtle, Lang.TURTLE).base(BASE).parse(graph);
    return graph;
  }

  private static List<String> links(GraphStore store) {
    List<String> links = new ArrayList<>();
    store.graph(BASE + "graph/links").find().forEachRemaining(
        t -> links.add(last(t.getSubject().toString()) + " " + last(t.getObject().toString())));
    links.sort(null);
    return links;
  }

  private static String last(String iri) {
    return iri.substring(iri.lastIndexOf('/') + 1);
  }
}
