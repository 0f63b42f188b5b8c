package org.entente.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.article.Article;
import org.entente.article.intake.ArticleReaders;
import org.entente.load.Conversion.Converted;
import org.entente.load.LoadOutcome.Loaded;
import org.entente.load.LoadOutcome.Unchanged;
import org.entente.problem.EntenteException;
import org.entente.store.CatalogEntry;
import org.entente.store.GraphStore;
import org.entente.store.StoreCheck;
import org.entente.store.StoredGraph;
import org.entente.store.StoredGraph.StoredText;
import org.entente.undertaking.Extraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a cluster converted is stored many articles at a time, and comes to what they come to one by one. */
class StoredInOneGoTest {

  private static final String BASE = "https://data.example.org/";
  private static final int ARTICLES = 70;
  @TempDir
  Path folder;

  /** Every seventh has the text of one before; all tell of one of ten visits, and spell the same body in three ways. */
  private static Converted article(int number) {
    int first = number % 7 == 6 ? number - 6 : number;
    String text = IntStream.range(0, 80).mapToObj(word -> "word" + first + "of" + word).collect(Collectors.joining(" "))
        + " told by number " + number;
    String digest = DigestUtils.sha256Hex(text);
    String iri = BASE + "id/article/a" + number;
    Graph graph = GraphFactory.createGraphMem();
    RDFParser.fromString(
        """
        PREFIX ent: <https://w3id.org/entente/ontology#> PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        PREFIX status: <https://w3id.org/entente/status#> PREFIX field: <https://w3id.org/entente/field#>
        <%1$s> a ent:Article ; dct:issued '2020-05-07'^^xsd:date ; ent:textDigest '%2$s' ; ent:states <id/visit/v%3$d> .
        <id/visit/v%3$d> a ent:Undertaking , ent:Visit ; rdfs:label 'Visit %3$d'@en ; ent:party <id/state/x> , <id/state/y> ;
          ent:involves <id/state/x> , <id/state/y> , <id/institution/al-qaeda> ; ent:mainField field:naval ;
          ent:field field:naval ; ent:status status:completed ; ent:earliest '2020-05-%4$02d'^^xsd:date ;
          ent:latest '2020-05-%4$02d'^^xsd:date .
        <id/state/x> a ent:State . <id/state/y> a ent:State .
        <id/institution/al-qaeda> a ent:Institution ; ent:linked false ; rdfs:label '%5$s'@en .
        """.formatted(iri, digest, number, 1 + number % 10,
            List.of("Al-Qaeda", "al Qaeda", "Al Qaeda").get(number % 3)),
        Lang.TURTLE).base(BASE).parse(graph);
    return new Converted("a" + number + ".txt", iri, BASE + "graph/article/a" + number, "Article " + number,
        Optional.of(LocalDate.of(2020, 5, 7)), new StoredText(digest, text), "made of " + number, graph, 1, 0,
        List.of(), List.of());
  }

  private static Iterator<Converted> articles(int from, int until) {
    return IntStream.range(from, until).mapToObj(StoredInOneGoTest::article).iterator();
  }

  private static GraphStore withTerms(GraphStore store) {
    store.replace(StoredGraph.withoutText(BASE + "graph/ontology", BundledOntology.read(), "ontology"));
    return store;
  }

  private static List<LoadOutcome> stored(GraphStore store, Iterator<Converted> articles) {
    List<LoadOutcome> outcomes = new ArrayList<>();
    new ArticleLoader(new ArticleReaders(), article -> new Extraction(List.of(), List.of(), List.of()),
        new NothingIsRead(), (graph, text) -> List.of(), new Software("1", "build", ""), store)
        .storeAll(articles, outcomes::add);
    return outcomes;
  }

  private static final class NothingIsRead implements Describer {

    @Override
    public String articleIri(Article article) {
      throw new AssertionError("nothing is read");
    }

    @Override
    public String graphName(Article article) {
      throw new AssertionError("nothing is read");
    }

    @Override
    public Graph describe(Article article, Extraction extraction) {
      throw new AssertionError("nothing is read");
    }
  }

  /** All that a store is, but for its clock times: its graphs with their digests and origins, and its texts. */
  private static Map<String, String> content(GraphStore store) {
    Map<String, String> content = new TreeMap<>(Map.of("version", store.version()));
    for (CatalogEntry entry : store.entries()) {
      content.put(entry.graph(), entry.digest() + " " + entry.fingerprint() + " " + entry.triples() + " "
          + entry.textDigest().flatMap(store::text).orElse("no text"));
    }
    return content;
  }

  @Test
  void comesGraphForGraphToWhatTheArticlesComeToOneByOne() {
    try (GraphStore oneByOne = withTerms(GraphStore.inMemory(BASE));
        GraphStore inOneGo = withTerms(GraphStore.openOrCreate(folder.resolve("store"), Optional.of(BASE)))) {
      List<LoadOutcome> outcomes = new ArrayList<>();
      for (int n = 0; n < ARTICLES; n++) {
        outcomes.addAll(stored(oneByOne, articles(n, n + 1)));
      }
      assertEquals(outcomes, stored(inOneGo, articles(0, ARTICLES)));
      assertEquals(10,
          outcomes.stream().filter(o -> o instanceof Loaded loaded && loaded.copyOf().isPresent()).count());
      assertEquals(content(oneByOne), content(inOneGo));
      for (String links : List.of("graph/copies", "graph/links", "graph/article/a4")) {
        Graph expected = oneByOne.graph(BASE + links);
        assertFalse(expected.isEmpty(), links);
        assertTrue(expected.isIsomorphicWith(inOneGo.graph(BASE + links)), links);
      }
      assertEquals(List.of(), StoreCheck.findings(inOneGo));
      assertFalse(inOneGo.isUnlinked());
    }
  }

  @Test
  void goesOnWhereItWasBrokenOffAndIsWholeAtAnyTime() {
    Path store = folder.resolve("store");
    EntenteException unreadable = new EntenteException("a shard is gone", "Copy it again.");
    try (GraphStore opened = withTerms(GraphStore.openOrCreate(store, Optional.of(BASE)))) {
      stored(opened, articles(0, 20));
      Iterator<Converted> brokenOff = Iter.append(articles(20, 40), Iter.map(List.of(0).iterator(), n -> {
        throw unreadable;
      }));
      assertEquals(unreadable, assertThrows(EntenteException.class, () -> stored(opened, brokenOff)));
    }
    try (GraphStore opened = GraphStore.open(store); GraphStore whole = withTerms(GraphStore.inMemory(BASE))) {
      assertEquals(List.of(), StoreCheck.findings(opened));
      List<LoadOutcome> again = stored(opened, articles(0, ARTICLES));
      assertTrue(again.subList(0, 20).stream().allMatch(Unchanged.class::isInstance));
      stored(whole, articles(0, ARTICLES));
      assertEquals(content(whole), content(opened));
    }
  }
}
