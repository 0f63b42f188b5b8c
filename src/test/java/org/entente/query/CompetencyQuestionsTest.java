package org.entente.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.query.ResultSet;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each competency query, asked over the two articles, gives the rows of {@code answers/NAME.csv}, which were read by eye. */
class CompetencyQuestionsTest {

  private static final QueryCatalogue CATALOGUE = QueryCatalogue.bundled();
  private static final String WIKIDATA = "http://www.wikidata.org/entity/";

  @TestFactory
  Stream<DynamicTest> answersAsExpected() {
    return CATALOGUE.queries("competency").stream()
        .map(
            q -> DynamicTest.dynamicTest(
                q.name(),
                () -> assertEquals(
                    Files.readString(Path.of("src/test/resources/answers", q.name() + ".csv")).replace("\r\n", "\n"),
                    csv(q, values(q)).replace("\r\n", "\n"))));
  }

  @Test
  void asksAtLeastFifteenQuestionsAndDocumentsEachOnOnePage() throws Exception {
    String page = Files.readString(Path.of("queries/README.md"));
    assertTrue(CATALOGUE.queries("competency").size() >= 15);
    for (NamedQuery q : CATALOGUE.queries()) {
      assertTrue(page.contains("`" + q.name() + "`"), q.name());
      assertFalse(q.description().isBlank(), q.name());
      assertTrue(q.text().contains("ORDER BY"), q.name());
    }
  }

  @Test
  void neverReturnsAProposalAsSomethingThatHappened() {
    for (String name : new String[] {"agreements", "visits", "arms-transfers", "defence-agreements", "events",
      "ongoing"}) {
      String answer = csv(CATALOGUE.named(name).orElseThrow(), Map.of());
      String proposals = csv(CATALOGUE.named("proposals").orElseThrow(), Map.of());
      assertFalse(proposals.isBlank());
      assertFalse(answer.contains("free-trade"), name);
      assertFalse(answer.contains("/exercise/") && name.equals("events"), name);
    }
  }

  /** The pair that the articles are about. */
  private static Map<String, String> values(NamedQuery q) {
    Map<String, String> values = new HashMap<>(Map.of("a", "KEN", "b", "OMN", "state", "OMN"));
    values.keySet().retainAll(q.parameters().stream().map(Parameter::name).toList());
    return values;
  }

  @Test
  void countsWhatSeveralArticlesTellOfOnceUnlessReportsAreWanted() {
    NamedQuery network = CATALOGUE.named("network").orElseThrow();
    assertNotEquals(csv(network, Map.of()), csv(network, Map.of("count", "reports")));
    assertTrue(csv(network, Map.of()).contains("KEN,OMN,military,completed,1"), csv(network, Map.of()));
    assertTrue(csv(network, Map.of("count", "reports")).contains("KEN,OMN,military,completed,2"));
    assertThrows(QueryException.class, () -> network.fill(Map.of("count", "twice")));
  }

  @Test
  void coversEveryLinkToWikidataWithItsKind() {
    List<String> links = TwoArticles.STORE.read(data -> data.stream()
        .filter(quad -> quad.getObject().isURI() && quad.getObject().getURI().startsWith(WIKIDATA))
        .map(quad -> String.join(",", quad.getSubject().getURI(), quad.getObject().getURI(),
            quad.getPredicate().getURI().replaceFirst(".*#", "")))
        .distinct().sorted().toList());
    NamedQuery wikidata = CATALOGUE.named("wikidata").orElseThrow();
    List<String> told = TwoArticles.STORE.read(data -> {
      try (QueryExec execution = QueryExec.dataset(data).query(wikidata.fill(Map.of("scope", "all"))).build()) {
        List<String> rows = new ArrayList<>();
        execution.select().forEachRemaining(row -> rows.add(String.join(",", row.get("entity").getURI(),
            row.get("item").getURI(), row.get("link").getLiteralLexicalForm())));
        return rows.stream().sorted().toList();
      }
    });
    assertFalse(links.isEmpty());
    assertEquals(links, told);
  }

  private static String csv(NamedQuery q, Map<String, String> values) {
    return TwoArticles.STORE.read(
        data -> {
          try (QueryExec execution = QueryExec.dataset(data).query(q.fill(values)).build()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ResultSetFormatter.outputAsCSV(out, ResultSet.adapt(execution.select()));
            return out.toString(StandardCharsets.UTF_8);
          }
        });
  }
}
