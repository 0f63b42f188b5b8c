package org.entente.actor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.validate.FileShapes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator's gazetteer file with a mistake is refused, with the file, the line and what was expected. */
class GazetteerMistakesTest {

  private static final String PREFIXES =
      """
      @prefix ent: <https://w3id.org/entente/ontology#> .
      @prefix name: <https://w3id.org/entente/names#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      """;

  @TempDir
  private Path folder;

  @Test
  void refusesAClassThatThereIsNot() throws IOException {
    refuses("<id/institution/own> a ent:Bankk ; rdfs:label \"Own Bank\"@en .\n", "line 4", "Bankk", "Bank");
  }

  @Test
  void refusesAPropertyThatThereIsNot() throws IOException {
    refuses(
        "<id/institution/own> a ent:Bank ;\n  ent:ofStaate <id/state/oman> ; rdfs:label \"Own Bank\"@en .\n",
        "line 5", "ofStaate", "ofState");
  }

  @Test
  void refusesAWordListThatNobodyAsksFor() throws IOException {
    refuses("name:OficeHead a name:WordList ; name:word \"boss\" .\n", "line 4", "OficeHead", "OfficeHead");
  }

  @Test
  void theBundledFilesMeetTheShapes() throws IOException {
    for (String file : List.of("words.ttl", "states.ttl", "places.ttl", "institutions.ttl")) {
      String text = read(file);
      Graph graph = GraphFactory.createDefaultGraph();
      RDFParser.fromString(text, Lang.TURTLE).base("http://localhost:3030/").parse(graph);
      try (InputStream shapes = GazetteerReader.class.getResourceAsStream("shapes.ttl")) {
        assertEquals(Optional.empty(), FileShapes.of(shapes).first(graph, text), file);
      }
    }
  }

  private static String read(String resource) throws IOException {
    try (InputStream in = GazetteerReader.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void refuses(String entry, String... words) throws IOException {
    Path file = Files.writeString(folder.resolve("own.ttl"), PREFIXES + entry);
    GazetteerException refused =
        assertThrows(
            GazetteerException.class, () -> GazetteerReader.read("http://localhost:3030/", List.of(file)));
    String said = refused.getMessage() + " " + refused.advice();
    for (String word : words) {
      assertTrue(said.contains(word), () -> word + " in: " + said);
    }
  }
}
