package org.entente.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.entente.store.GraphStore.Change;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a hundred articles say of their paper is found once in their union, and a hundred times in their graphs. */
class UnionTableTest {

  private static final String BASE = GraphStore.DEFAULT_BASE;
  private static final int ARTICLES = 100;
  private static final List<String> NAMES = List.of("Courier", "Le Courrier");

  private final GraphStore store = GraphStore.inMemory(BASE);

  @BeforeEach
  void fill() {
    store.replaceAll(IntStream.range(0, ARTICLES)
        .mapToObj(number -> new Change(article(number), Map.<String, String>of())).toList());
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** Every other article knows the second name of the paper. */
  private static StoredGraph article(int number) {
    String names = number % 2 == 0 ? "'Courier'" : "'Courier' , 'Le Courrier'";
    Graph graph = GraphFactory.createGraphMem();
    RDFParser.fromString("<article/%d> <in> <paper> ; <number> %d . <paper> <label> %s ; <city> <muscat> ."
        .formatted(number, number, names), Lang.TURTLE).base(BASE).parse(graph);
    return StoredGraph.withoutText(BASE + "graph/article/" + number, graph, "test");
  }

  private static List<String> found(DatasetGraph data, String query) {
    try (QueryExec execution = QueryExec.dataset(data).query("BASE <" + BASE + "> " + query).build()) {
      return execution.select().stream()
          .map(row -> row.get("x").isLiteral() ? row.get("x").getLiteralLexicalForm() : row.get("x").getURI()).toList();
    }
  }

  private List<String> found(String query) {
    List<String> first = store.read(data -> found(data, query));
    assertEquals(first, store.read(data -> found(data, query)), "again");
    return first;
  }

  @Test
  void findsEachValueOnce() {
    assertEquals(NAMES, found("SELECT ?x { <paper> <label> ?x } ORDER BY ?x"));
  }

  @Test
  void findsEachThingOnceThatHasAValue() {
    assertEquals(List.of(BASE + "paper"), found("SELECT ?x { ?x <city> <muscat> }"));
    assertEquals(List.of(BASE + "paper"), found("SELECT ?x { ?x <label> 'Le Courrier' }"));
  }

  @Test
  void findsEachStatementOnceWhateverIsKnownOfIt() {
    assertEquals(List.of("3"), found("SELECT (COUNT(*) AS ?x) { <paper> ?p ?o }"));
    assertEquals(List.of("1"), found("SELECT (COUNT(*) AS ?x) { ?s ?p <muscat> }"));
    assertEquals(List.of("1"), found("SELECT (COUNT(*) AS ?x) { <paper> ?p <muscat> }"));
    assertEquals(List.of("2"), found("SELECT (COUNT(*) AS ?x) { ?s <label> ?o }"));
    assertEquals(List.of("1"), found("SELECT (COUNT(*) AS ?x) { <paper> <city> <muscat> }"));
    assertEquals(List.of(String.valueOf(2 * ARTICLES + 3)),
        found(
            "SELECT (COUNT(*) AS ?x) { ?s ?p ?o FILTER(STRSTARTS(STR(?s), '" + BASE + "article/') || ?s = <paper>) }"));
  }

  @Test
  void joinsWhatOnlySomeHaveWithWhatAllHave() {
    assertEquals(List.of("Courier", "Le Courrier"),
        found("SELECT ?x { ?article <number> 7 ; <in> ?paper . ?paper <label> ?x } ORDER BY ?x"));
    assertEquals(List.of("7"),
        found("SELECT ?x { ?article <number> ?x ; <in>/<city> <muscat> FILTER(?x > 6 && ?x < 8) }"));
  }

  @Test
  void tellsAllGraphsThatSayIt() {
    assertEquals(IntStream.range(0, ARTICLES).mapToObj(number -> BASE + "graph/article/" + number).sorted().toList(),
        found("SELECT ?x { GRAPH ?x { <paper> <city> <muscat> } } ORDER BY ?x"));
    assertEquals(List.of("50"), found("SELECT (COUNT(*) AS ?x) { GRAPH ?g { <paper> <label> 'Le Courrier' } }"));
  }

  @Test
  void showsAWriterWhatHeHasWrittenSoFar() {
    DatasetGraph data = store.dataset();
    assertEquals(Stream.concat(NAMES.stream(), Stream.of("The Courier")).toList(), Txn.calculateWrite(data, () -> {
      RDFParser.fromString("GRAPH <graph/more> { <paper> <label> 'The Courier' }", Lang.TRIG).base(BASE).parse(data);
      return found(data, "SELECT ?x { <paper> <label> ?x } ORDER BY ?x");
    }));
  }
}
