package org.entente.load;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.sparql.exec.QueryExec;
import org.entente.reading.Readers;
import org.entente.reading.RuleReader;
import org.entente.store.GraphStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pairs of reports, from their words to the link: those of one undertaking are joined, others are not, whatever else is
 * in the store. A pair that is not joined may as well be misread as misjudged.
 */
class MergesTest {

  private static final int LEAST_JOINED = 42;
  /** Names in inverted commas are not always read as such: two exercises of a month are taken for one. */
  private static final int MOST_WRONG = 1;

  private static List<String[]> pairs;

  @TempDir
  private Path folder;

  @BeforeAll
  static void readPairs() throws IOException {
    pairs = Files.readString(Path.of("src/test/resources/load/merges.tsv")).lines()
        .filter(line -> !line.startsWith("#")).map(line -> line.split("\t")).toList();
  }

  @Test
  void joinsReportsOfOneUndertakingWithTheRules(TestReporter reporter) throws IOException {
    judge(Readers.READER, reporter);
  }

  @Test
  void joinsReportsOfOneUndertakingWithBothReaders(TestReporter reporter) throws IOException {
    judge(Readers.BOTH, reporter);
  }

  private void judge(RuleReader reader, TestReporter reporter) throws IOException {
    GraphStore store = ArticlesInMemory.read(reader, reports());
    Set<String> links = links(store);
    Set<String> same = titles("same");
    Set<String> right = new TreeSet<>(links);
    right.retainAll(same);
    Set<String> wrong = new TreeSet<>(links);
    wrong.removeAll(same);
    Set<String> missing = new TreeSet<>(same);
    missing.removeAll(links);
    String figures = "%d pairs of one undertaking, %d of two; joined rightly %d, wrongly %d %s; missing %s".formatted(
        same.size(), titles("other").size(), right.size(), wrong.size(), told(wrong), told(missing));
    reporter.publishEntry("merges", figures);
    assertAll(() -> assertTrue(wrong.size() <= MOST_WRONG, figures),
        () -> assertTrue(right.size() >= LEAST_JOINED, figures));
  }

  private List<String> reports() throws IOException {
    List<String> files = new ArrayList<>();
    for (int n = 0; n < pairs.size(); n++) {
      String[] pair = pairs.get(n);
      files.add(report(title(n, 'A'), pair[2], pair[3]));
      files.add(report(title(n, 'B'), pair[4], pair[5]));
    }
    return files;
  }

  private String report(String title, String day, String words) throws IOException {
    Path file = folder.resolve(title.replace(' ', '-') + ".md");
    return Files.writeString(file, "---\ntitle: %s\ndate: %s\nauthor: Ada Example\n---\n\n%s\n".formatted(title, day,
        words)).toString();
  }

  private static String title(int number, char report) {
    return "Report %02d %c".formatted(number, report);
  }

  /** The titles of both reports of each pair of a sort. */
  private static Set<String> titles(String sort) {
    Set<String> titles = new TreeSet<>();
    for (int n = 0; n < pairs.size(); n++) {
      if (pairs.get(n)[0].equals(sort)) {
        titles.add(title(n, 'A') + " = " + title(n, 'B'));
      }
    }
    return titles;
  }

  private static Set<String> links(GraphStore store) {
    return store.read(data -> {
      Set<String> links = new TreeSet<>();
      try (QueryExec found = QueryExec.dataset(data).query("""
          PREFIX ent: <https://w3id.org/entente/ontology#>
          PREFIX dct: <http://purl.org/dc/terms/>
          SELECT ?one ?other WHERE {
            GRAPH ?links { ?a ent:sameUndertaking ?b }
            GRAPH ?first { ?x ent:states ?a ; dct:title ?one }
            GRAPH ?second { ?y ent:states ?b ; dct:title ?other }
            FILTER (STR(?one) < STR(?other))
          }""").build()) {
        found.select().forEachRemaining(row -> links.add(
            row.get("one").getLiteralLexicalForm() + " = " + row.get("other").getLiteralLexicalForm()));
      }
      return links;
    });
  }

  /** What the pairs try, so that a reader of the figures sees what is missing. */
  private static String told(Set<String> links) {
    return links.stream()
        .map(link -> link + " (" + pairs.get(Integer.parseInt(link.substring(7, 9)))[1] + ")")
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
