package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.load.BundledOntology;
import org.entente.load.Relinking;
import org.entente.store.GraphStore;
import org.entente.store.GraphStore.Change;
import org.entente.store.StoreBackup;
import org.entente.store.StoredGraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A load that stored its articles and had no memory left, or was stopped, before it had linked them. */
class UnlinkedStoreTest {

  private static final String BASE = GraphStore.DEFAULT_BASE;

  @TempDir
  Path folder;

  private Path place = Path.of("");

  @BeforeEach
  void storeWithoutLinks() {
    place = folder.resolve("store");
    try (GraphStore store = GraphStore.openOrCreate(place, Optional.empty())) {
      store.replace(StoredGraph.withoutText(BASE + "graph/ontology", BundledOntology.read(), "o"));
      List<Change> changes = List.of(article("a"), article("b"));
      new Relinking(store).before(changes);
      store.replaceAll(changes);
    }
  }

  @Test
  void isLinkedByTheNextCommandThatOpensIt() {
    assertEquals(0, Shell.run("compact", "--store", place.toString()).code());
    try (GraphStore store = GraphStore.open(place)) {
      assertFalse(store.isUnlinked());
      assertEquals(2, store.graph(BASE + "graph/links").size());
    }
  }

  @Test
  void isLinkedByAChangeOfAnotherArticleToo() {
    try (GraphStore store = GraphStore.open(place)) {
      Relinking links = new Relinking(store);
      List<Change> changes = List.of(article("c"));
      links.before(changes);
      store.replaceAll(changes);
      links.link();
      assertFalse(store.isUnlinked());
      assertEquals(6, store.graph(BASE + "graph/links").size());
    }
  }

  @Test
  void isStillToBeLinkedWhenItWasBroughtBackFromABackup() {
    Path backup = folder.resolve("backup.zip");
    try (GraphStore store = GraphStore.open(place)) {
      StoreBackup.write(store, backup);
    }
    StoreBackup.restore(backup, folder.resolve("restored"));
    try (GraphStore store = GraphStore.open(folder.resolve("restored"))) {
      assertTrue(store.isUnlinked());
    }
  }

  private static Change article(String name) {
    String turtle = """
        PREFIX ent: <https://w3id.org/entente/ontology#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        <id/article/%1$s> a ent:Article ; ent:states <id/undertaking/%1$s> .
        <id/undertaking/%1$s> a ent:Undertaking , ent:Visit ; ent:party <x> , <y> ;
          ent:mainField <https://w3id.org/entente/field#naval> ;
          ent:status <https://w3id.org/entente/status#completed> ;
          ent:earliest "2020-05-01"^^xsd:date ; ent:latest "2020-05-01"^^xsd:date .
        """.formatted(name);
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(turtle, Lang.TURTLE).base(BASE).parse(graph);
    return new Change(StoredGraph.withoutText(BASE + "graph/article/" + name, graph, name), Map.of());
  }
}
