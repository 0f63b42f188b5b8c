package org.entente.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.load.BundledOntology;
import org.entente.store.GraphStore;
import org.entente.store.GraphStore.Change;
import org.entente.store.StoredGraph;

/**
 * Statements of the shape that articles give, made up: the same seed gives the same. States, kinds and days are drawn so
 * that a few pairs have much and most have little, as in the news.
 */
final class GeneratedStore {

  static final int STATES = 120;
  private static final int AT_ONCE = 200;
  private static final int STATEMENTS_OF_ARTICLE = 80;
  private static final List<String> KINDS = List.of("Visit", "Meeting", "Agreement", "Exercise", "Transfer");
  private static final List<String> FIELDS = List.of("trade", "naval", "energy", "security", "diplomacy");
  private static final List<String> STATUSES = List.of("completed", "completed", "agreed", "planned", "proposed");
  private static final String PREFIXES = """
      PREFIX ent: <https://w3id.org/entente/ontology#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
      PREFIX field: <https://w3id.org/entente/field#> PREFIX status: <https://w3id.org/entente/status#>
      """;

  private final Random chance;
  private int undertakings;
  private int articles;

  private GeneratedStore(long seed) {
    this.chance = new Random(seed);
  }

  /** What was made. */
  record Made(long statements, int articles, int undertakings) {}

  /** Fills a new store with at least so many statements. */
  static Made fill(Path folder, long statements, long seed) {
    try (GraphStore store = GraphStore.openOrCreate(folder, Optional.of(GraphStore.DEFAULT_BASE))) {
      GeneratedStore making = in(store, seed);
      long known = BundledOntology.read().size() + (long) making.states().size();
      long written = known;
      while (written < statements) {
        written += making.add(store, (int) Math.min(AT_ONCE, 1 + (statements - written) / STATEMENTS_OF_ARTICLE));
      }
      return new Made(written, making.articles, making.undertakings);
    }
  }

  /** Begins a store, with states and terms and no article. */
  static GeneratedStore in(GraphStore store, long seed) {
    GeneratedStore making = new GeneratedStore(seed);
    store.replace(StoredGraph.withoutText(store.base() + "graph/ontology", BundledOntology.read(), "bench"));
    store.replace(StoredGraph.withoutText(store.base() + "graph/gazetteer", making.states(), "bench"));
    return making;
  }

  /** Adds articles in one go, without links, and tells how many statements they have. */
  long add(GraphStore store, int number) {
    List<Change> changes = new ArrayList<>();
    for (int n = 0; n < number; n++) {
      changes.add(next());
    }
    store.replaceAll(changes);
    return changes.stream().mapToLong(change -> change.stored().content().size()).sum();
  }

  /** The next article, not stored yet. */
  Change next() {
    String name = GraphStore.DEFAULT_BASE + "graph/article/a" + articles;
    return new Change(StoredGraph.withoutText(name, article(articles++), "bench"), Map.of());
  }

  static String state(int number) {
    return GraphStore.DEFAULT_BASE + "id/state/s" + number;
  }

  static String undertaking(int number) {
    return GraphStore.DEFAULT_BASE + "id/undertaking/u" + number;
  }

  private Graph states() {
    StringBuilder turtle = new StringBuilder(PREFIXES);
    for (int n = 0; n < STATES; n++) {
      turtle.append("<%s> a ent:State , ent:Actor ; rdfs:label 'State %d'@en ; ent:iso3 '%s' .\n".formatted(state(n), n,
          "" + (char) ('A' + n / 26) + (char) ('A' + n % 26) + "X"));
    }
    return graph(turtle.toString());
  }

  /** Low numbers come more often. */
  private int someState() {
    return (int) (STATES * chance.nextDouble() * chance.nextDouble());
  }

  private Graph article(int number) {
    LocalDate issued = LocalDate.of(2000, 1, 1).plusDays(chance.nextInt(1_500));
    StringBuilder turtle = new StringBuilder(PREFIXES).append("""
        <id/article/a%1$d> a ent:Article ; dct:title 'Article %1$d'@en ; dct:issued '%2$s'^^xsd:date ;
          ent:textDigest '%1$064d' .
        """.formatted(number, issued));
    for (int n = 0; n < 2 + chance.nextInt(5); n++) {
      turtle.append(undertaking(number, n, issued));
    }
    return graph(turtle.toString());
  }

  private String undertaking(int article, int number, LocalDate issued) {
    int one = someState();
    int other = (one + 1 + someState()) % STATES;
    LocalDate first = issued.minusDays(chance.nextInt(60));
    return """
        <id/article/a%1$d> ent:states <%3$s> ; ent:mentions <%4$s> , <%5$s> .
        <%3$s> a ent:Undertaking , ent:%6$s ; rdfs:label '%6$s %3$s'@en ; ent:party <%4$s> , <%5$s> ;
          ent:involves <%4$s> , <%5$s> ; ent:mainField field:%7$s ; ent:field field:%7$s ; ent:status status:%8$s ;
          ent:earliest '%9$s'^^xsd:date ; ent:latest '%10$s'^^xsd:date ; ent:confidence 0.%11$d ;
          ent:evidence <id/article/a%1$d#char=%12$d,%13$d> .
        <id/article/a%1$d#char=%12$d,%13$d> a nif:OffsetBasedString ; nif:beginIndex %12$d ; nif:endIndex %13$d ;
          nif:anchorOf 'State %14$d and State %15$d told of number %2$d in article %1$d.' .
        """.formatted(article, number, undertaking(undertakings++), state(one), state(other), one(KINDS), one(FIELDS),
        one(STATUSES), first, first.plusDays(chance.nextInt(3)), 50 + chance.nextInt(49), number * 100,
        number * 100 + 80, one, other);
  }

  private String one(List<String> of) {
    return of.get(chance.nextInt(of.size()));
  }

  private static Graph graph(String turtle) {
    Graph graph = GraphFactory.createGraphMem();
    RDFParser.fromString(turtle, Lang.TURTLE).base(GraphStore.DEFAULT_BASE).parse(graph);
    return graph;
  }
}
