package org.entente.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.sparql.exec.QueryExec;
import org.entente.reading.Readers;
import org.entente.store.GraphStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What states do is none of those who do it, and labels say which is which. */
class KindsOfThingsTest {

  private static final String ARTICLE = """
      ---
      title: What Norway and Oman could do
      date: 2024-03-14
      author: Ada Example
      ---

      Norway and Oman could do more together. These steps would help:

      - Ask China together for better terms in Silk Road contracts.
      - Open a trade office in Gwadar that works with CPEC.
      - Set up a joint commission on fisheries.

      Oman joined the Asian Infrastructure Investment Bank in June 2016.
      """;

  private static GraphStore store;

  @BeforeAll
  static void read(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("steps.md"), ARTICLE);
    store = ArticlesInMemory.read(Readers.BOTH, List.of(file.toString()));
  }

  /** Each row's two columns with a bar between them. */
  private static Set<String> pairs(String pattern) {
    return store.read(data -> {
      Set<String> found = new TreeSet<>();
      try (QueryExec execution = QueryExec.dataset(data).query("""
          PREFIX ent: <https://w3id.org/entente/ontology#>
          PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
          SELECT ?one ?other WHERE { GRAPH ?article { ?u a ent:Undertaking . %s } GRAPH ?any { ?y rdfs:label ?other } }
          """.formatted(pattern)).build()) {
        execution.select().forEachRemaining(row -> found.add(
            row.get("one").getLiteralLexicalForm() + " | " + row.get("other").getLiteralLexicalForm()));
      }
      return found;
    });
  }

  @Test
  void aProgrammeTakesNoPart() {
    Set<String> involved = pairs("?u rdfs:label ?one ; ent:involves ?y");
    for (String name : Set.of("Silk Road", "China-Pakistan Economic Corridor")) {
      assertTrue(involved.stream().noneMatch(pair -> pair.contains(name)), involved::toString);
    }
  }

  @Test
  void anAccessionSaysWhoJoinsWhat() {
    assertEquals(Set.of("Accession of Oman to Asian Infrastructure Investment Bank, 2016 (concluded) | "
        + "Asian Infrastructure Investment Bank"), pairs("?u rdfs:label ?one ; ent:joins ?y"));
  }

  @Test
  void aJointBodyIsCalledSo() {
    Set<String> bodies = pairs("?u a ent:JointBody ; rdfs:label ?one ; ent:party ?y");
    assertEquals(Set.of("Joint commission"), bodies.stream().map(label -> label.split(" of ")[0].replaceFirst(
        "Joint \\w+ commission", "Joint commission")).collect(Collectors.toSet()), bodies::toString);
  }
}
