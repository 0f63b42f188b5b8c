package org.entente.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.store.GraphStore;
import org.entente.store.StoredGraph;
import org.junit.jupiter.api.Test;

class SharedNamesTest {

  private static final String BASE = "http://localhost:3030/";

  private static Graph named(String name) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString("""
        PREFIX ent: <https://w3id.org/entente/ontology#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        <id/institution/al-qaeda> a ent:Institution ; ent:linked false ; %s .""".formatted(name), Lang.TURTLE)
        .base(BASE).parse(graph);
    return graph;
  }

  @Test
  void aNameThatTwoArticlesSpellDifferentlyHasOneLabel() {
    GraphStore store = GraphStore.inMemory(BASE);
    store.replace(StoredGraph.withoutText(BASE + "graph/article/a", named("rdfs:label 'Al Qaeda'@en"), "a"));
    Graph other = named("rdfs:label 'Al-Qaeda'@en");
    new SharedNames(store).apply(other, BASE + "graph/article/b");
    assertTrue(other.isIsomorphicWith(named("rdfs:label 'Al Qaeda'@en ; skos:altLabel 'Al-Qaeda'@en")));
  }

  @Test
  void anArticleThatIsReadAnewKeepsItsSpelling() {
    GraphStore store = GraphStore.inMemory(BASE);
    store.replace(StoredGraph.withoutText(BASE + "graph/article/a", named("rdfs:label 'Al Qaeda'@en"), "a"));
    Graph again = named("rdfs:label 'Al-Qaeda'@en");
    new SharedNames(store).apply(again, BASE + "graph/article/a");
    assertEquals(3, again.size());
    assertTrue(again.isIsomorphicWith(named("rdfs:label 'Al-Qaeda'@en")));
  }

  @Test
  void anArticleThatIsStoredInTheSameGoCountsAsEarlierAndForWhatItReplaces() {
    GraphStore store = GraphStore.inMemory(BASE);
    String a = BASE + "graph/article/a";
    store.replace(StoredGraph.withoutText(a, named("rdfs:label 'Al Qaeda'@en"), "a"));
    StoredGraph anew = StoredGraph.withoutText(a, named("rdfs:label 'al-Qaeda'@en"), "anew");
    Graph other = named("rdfs:label 'Al-Qaeda'@en");
    SharedNames names = new SharedNames(store);
    names.comes(anew);
    names.apply(other, BASE + "graph/article/b");
    assertTrue(other.isIsomorphicWith(named("rdfs:label 'al-Qaeda'@en ; skos:altLabel 'Al-Qaeda'@en")));
  }
}
