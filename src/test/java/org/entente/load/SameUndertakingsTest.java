package org.entente.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.store.GraphStore;
import org.entente.store.StoredGraph;
import org.junit.jupiter.api.Test;

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

  private static GraphStore store(String... accounts) {
    GraphStore store = GraphStore.inMemory(BASE);
    store.replace(StoredGraph.withoutText(BASE + "graph/ontology",
        graph("ent:Visit ent:kindConcept <https://w3id.org/entente/kind#Visit> ."), "o"));
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
        "PREFIX ent: <https://w3id.org/entente/ontology#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> ";
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
