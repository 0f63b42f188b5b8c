package org.entente.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.entente.actor.GazetteerReader;
import org.entente.load.Relinking;
import org.entente.load.Workbench;
import org.entente.store.GraphStore;
import org.entente.store.GraphStore.Change;
import org.entente.store.StoredGraph;
import org.entente.vocab.ENT;

/**
 * Statements of the shape that articles give, made up: the same seed gives the same. States and places are those of the
 * gazetteer, so that a program which opens the store finds it as it would have left it. States, kinds and days are drawn so
 * that a few pairs have much and most have little, as in the news.
 */
final class GeneratedStore {

  private static final int AT_ONCE = 2_000;
  private static final int STATEMENTS_OF_ARTICLE = 160;
  private static final int NUMBER_OF_STATES = 120;
  private static final Graph GAZETTEER = GazetteerReader.bundled(GraphStore.DEFAULT_BASE).graph();
  private static final List<String> STATES = known(ENT.State.asNode()).subList(0, NUMBER_OF_STATES);
  private static final List<String> PLACES = known(ENT.Place.asNode());
  private static final List<String> KINDS = List.of("Visit", "Meeting", "Agreement", "Exercise", "Transfer");
  private static final List<String> FIELDS = List.of("trade", "naval", "energy", "military", "diplomacy");
  private static final List<String> STATUSES =
      List.of("completed", "completed", "concluded", "concluded", "ongoing", "planned", "proposed", "ended");
  private static final List<String> PAPERS = List.of("courier", "herald", "tribune", "gazette", "observer");
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

  /** What was made, and how many seconds it took to store and to link it. */
  record Made(long statements, int articles, int undertakings, double storing, double linking) {}

  private static List<String> known(Node sort) {
    return GAZETTEER.find(Node.ANY, RDF.type.asNode(), sort).mapWith(triple -> triple.getSubject().getURI()).toList()
        .stream().distinct().sorted().toList();
  }

  /** Fills a new store with articles of at least so many statements, and links them. */
  static Made fill(Path folder, long statements, long seed) {
    try (GraphStore store = GraphStore.openOrCreate(folder, Optional.of(GraphStore.DEFAULT_BASE))) {
      GeneratedStore making = in(store, seed);
      long written = 0;
      long begun = System.nanoTime();
      while (written < statements) {
        written += making.add(store, (int) Math.min(AT_ONCE, 1 + (statements - written) / STATEMENTS_OF_ARTICLE));
      }
      long stored = System.nanoTime();
      Relinking.linkAll(store);
      return new Made(written, making.articles, making.undertakings, (stored - begun) / 1e9,
          (System.nanoTime() - stored) / 1e9);
    }
  }

  /** Begins a store, with all that every store has beside its articles. */
  static GeneratedStore in(GraphStore store, long seed) {
    Workbench.bundled(store.base(), List.of(), List.of()).knowledge().refresh(store);
    return new GeneratedStore(seed);
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

  /** Those with low numbers have most undertakings. */
  static String state(int number) {
    return STATES.get(number);
  }

  /** By what a question asks for it. */
  static String code(int number) {
    return GAZETTEER.find(NodeFactory.createURI(state(number)), ENT.iso3.asNode(), Node.ANY).next().getObject()
        .getLiteralLexicalForm();
  }

  static String undertaking(int number) {
    return GraphStore.DEFAULT_BASE + "id/undertaking/u" + number;
  }

  private int someState() {
    return (int) (NUMBER_OF_STATES * chance.nextDouble() * chance.nextDouble());
  }

  private Graph article(int number) {
    LocalDate issued = LocalDate.of(2000, 1, 1).plusDays(chance.nextInt(8_000));
    String paper = one(PAPERS);
    StringBuilder turtle = new StringBuilder(PREFIXES).append("""
        <id/article/a%1$d> a ent:Article ; dct:title 'Article %1$d'@en ; rdfs:label 'Article %1$d'@en ;
          dct:issued '%2$s'^^xsd:date ; ent:textDigest '%1$064d' ; dct:publisher <id/institution/%3$s> .
        <id/institution/%3$s> a ent:MediaOutlet , ent:Institution , ent:Actor ; rdfs:label 'The %3$s'@en ;
          ent:linked false .
        """.formatted(number, issued, paper));
    for (int n = 0; n < 2 + chance.nextInt(5); n++) {
      turtle.append(undertaking(number, n, issued, paper));
    }
    return graph(turtle.toString());
  }

  private String undertaking(int article, int number, LocalDate issued, String paper) {
    int one = someState();
    int other = (one + 1 + someState()) % NUMBER_OF_STATES;
    LocalDate first = issued.minusDays(chance.nextInt(60));
    return """
        <id/article/a%1$d> ent:states <%3$s> ; ent:mentions <%4$s> , <%5$s> , <%14$s> .
        <%3$s> a ent:Undertaking , ent:%6$s ; rdfs:label '%6$s %3$s'@en ; ent:party <%4$s> , <%5$s> ;
          ent:involves <%4$s> , <%5$s> ; ent:mainField field:%7$s ; ent:field field:%7$s ; ent:status status:%8$s ;
          ent:earliest '%9$s'^^xsd:date ; ent:latest '%10$s'^^xsd:date ; ent:confidence 0.%11$d ;
          ent:reportedOn '%15$s'^^xsd:date ; ent:statedBy <id/institution/%16$s> ; ent:place <%14$s> ;
          ent:evidence <id/article/a%1$d#char=%12$d,%13$d> .
        <id/article/a%1$d#char=%12$d,%13$d> a nif:RFC5147String , ent:Passage ;
          nif:beginIndex '%12$d'^^xsd:nonNegativeInteger ; nif:endIndex '%13$d'^^xsd:nonNegativeInteger ;
          nif:anchorOf '%4$s and %5$s told of number %2$d in article %1$d.' ; dct:isPartOf <id/article/a%1$d> ;
          nif:referenceContext <id/article/a%1$d> ; ent:paragraph 1 ; ent:mentions <%4$s> , <%5$s> , <%14$s> .
        """.formatted(article, number, undertaking(undertakings++), state(one), state(other), one(KINDS), one(FIELDS),
        one(STATUSES), first, first.plusDays(chance.nextInt(3)), 50 + chance.nextInt(49), number * 100,
        number * 100 + 80, one(PLACES), issued, paper);
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
