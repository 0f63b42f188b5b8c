package org.entente.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.store.GraphStore;
import org.entente.store.StoredGraph;
import org.entente.store.StoredGraph.StoredText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One report in several papers: who printed it first is the original, whatever the order of loading. */
class CopiesTest {

  private static final String BASE = "http://localhost:3030/";

  private static final String REPORT =
      "The defence ministers of Norway and Oman met in Muscat on Tuesday and signed an agreement on joint exercises in "
          + "the Arabian Sea. The first of them will take place in the autumn, officials of both sides said, and others "
          + "will follow every second year. The two countries have no common border and hardly any trade, but both "
          + "keep small fleets that know shallow waters well. A delegation from Kenya watched the ceremony from the "
          + "gallery and left before the speeches were over, without a word to the reporters who waited outside.";

  private static final String OTHER =
      "Farmers in the highlands of Peru have begun to plant a potato that needs little water, after three years in "
          + "which the rain came late. The seeds were sent by a university in Chile whose botanists had bred them for "
          + "a drier coast, and the ministry in Lima paid for the lorries. Whether the harvest will feed the villages "
          + "through the winter nobody can say, but the first plants stand knee high and the leaves are without spots.";

  @TempDir
  Path folder;

  @Test
  void linksTheSameReportToTheOneThatWasPrintedFirst() {
    GraphStore store = store(article("b", "2020-05-07", "Ministers sign\n\n" + REPORT),
        article("a", "2020-05-08", "Oman signs\n\n" + REPORT), article("c", "2020-05-06", "Potatoes\n\n" + OTHER));
    assertEquals(List.of("a b"), links(store));
  }

  @Test
  void knowsAReportThatWasCut() {
    String cut = REPORT.substring(0, REPORT.indexOf(" The two countries")) + " The ministers then left for Salalah.";
    assertEquals(List.of("b a"), links(store(article("a", "2020-05-07", REPORT), article("b", "2020-05-08", cut))));
  }

  @Test
  void takesNoReportForACopyThatSharesAFewSentences() {
    String quoting = OTHER + " " + REPORT.substring(0, REPORT.indexOf(" The first of them")) + " " + OTHER.toUpperCase(Locale.ROOT)
        .replace("PERU", "BOLIVIA").replace(" A ", " SOME ").replace(" THE ", " ALL ");
    assertEquals(List.of(), links(store(article("a", "2020-05-07", REPORT), article("b", "2020-05-08", quoting))));
  }

  @Test
  void comesToTheSameLinksInWhateverOrderTheArticlesCame() {
    List<StoredGraph> articles =
        List.of(article("a", "2020-05-07", REPORT), article("b", "2020-05-07", REPORT + " Yes."),
            article("c", "2020-05-06", REPORT + " No."), article("d", "2020-05-06", OTHER));
    GraphStore one = store(articles.toArray(StoredGraph[]::new));
    GraphStore other = store(articles.reversed().toArray(StoredGraph[]::new));
    assertEquals(List.of("a c", "b c"), links(one));
    assertEquals(one.version(), other.version());
  }

  @Test
  void takesTheLinkAwayWithTheOriginal() {
    GraphStore store = store(article("a", "2020-05-07", REPORT), article("b", "2020-05-08", REPORT));
    store.remove(BASE + "graph/article/a");
    new Copies(store).link();
    assertEquals(List.of(), links(store));
  }

  @Test
  void keepsSignaturesBesideTheStoreAndLosesNothingWithThem() throws Exception {
    Path place = folder.resolve("store");
    try (GraphStore store = GraphStore.openOrCreate(place, Optional.of(BASE))) {
      store.replace(article("a", "2020-05-07", REPORT));
      new Copies(store).link();
    }
    Path file = place.resolve("signatures");
    Files.write(file, new byte[] {1, 2, 3}, java.nio.file.StandardOpenOption.APPEND);
    try (GraphStore store = GraphStore.openOrCreate(place, Optional.empty())) {
      store.replace(article("b", "2020-05-08", REPORT + " Yes."));
      new Copies(store).link();
      assertEquals(List.of("b a"), links(store));
    }
  }

  private static GraphStore store(StoredGraph... articles) {
    GraphStore store = GraphStore.inMemory(BASE);
    List.of(articles).forEach(store::replace);
    new Copies(store).link();
    return store;
  }

  private static StoredGraph article(String name, String issued, String text) {
    String digest = digest(text);
    String turtle = """
        PREFIX ent: <https://w3id.org/entente/ontology#>
        PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        <%s> a ent:Article ; ent:textDigest "%s" ; dct:issued "%s"^^xsd:date .
        """.formatted(name, digest, issued);
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(turtle, Lang.TURTLE).base(BASE).parse(graph);
    return new StoredGraph(BASE + "graph/article/" + name, graph, name, Optional.of(new StoredText(digest, text)));
  }

  private static String digest(String text) {
    try {
      return HexFormat.of().formatHex(
          java.security.MessageDigest.getInstance("SHA-256")
              .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> links(GraphStore store) {
    List<String> links = new ArrayList<>();
    store.graph(BASE + "graph/copies").find().forEachRemaining(
        t -> links.add(last(t.getSubject().toString()) + " " + last(t.getObject().toString())));
    links.sort(null);
    return links;
  }

  private static String last(String iri) {
    return iri.substring(iri.lastIndexOf('/') + 1);
  }
}
