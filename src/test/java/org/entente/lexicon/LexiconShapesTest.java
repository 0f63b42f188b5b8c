package org.entente.lexicon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Role;
import org.entente.undertaking.Status;
import org.entente.validate.FileShapes;
import org.junit.jupiter.api.Test;

/** The bundled lexicon meets the shapes that operators' files are held against, and these list what the program knows. */
class LexiconShapesTest {

  @Test
  void theBundledFilesMeetTheShapes() throws IOException {
    for (String file : read("en/files.txt").lines().filter(l -> l.endsWith(".ttl")).toList()) {
      String text = read("en/" + file);
      Graph graph = GraphFactory.createDefaultGraph();
      RDFParser.fromString(text, Lang.TURTLE).base(EntryReader.NS).parse(graph);
      try (InputStream shapes = LexiconReader.class.getResourceAsStream("shapes.ttl")) {
        assertEquals(Optional.empty(), FileShapes.of(shapes).first(graph, text), file);
      }
    }
  }

  @Test
  void theShapesListWhatTheProgramKnows() throws IOException {
    String shapes = read("shapes.ttl").replaceAll("\\s+", " ");
    Stream<String> quoted =
        Stream.concat(
            Stream.of(Need.values(), Status.values(), KindFrame.Trait.values()).flatMap(Arrays::stream)
                .map(e -> '"' + ((Enum<?>) e).name().toLowerCase(Locale.ROOT).replace('_', '-') + '"'),
            Stream.concat(
                Arrays.stream(Kind.values()).map(k -> "ent:" + k.className() + " "),
                Arrays.stream(Role.values()).map(r -> "ent:" + r.property() + " ")));
    Set<String> missing = quoted.filter(q -> !shapes.contains(q)).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), missing);
  }

  /** Only a literal may be longer: one entry, several lines. */
  @Test
  void hasTheBreadthOfTheField() {
    Lexicon lexicon = LexiconReader.bundled();
    Set<String> entries = lexicon.frames().stream().map(EventFrame::name).collect(Collectors.toSet());
    assertTrue(entries.size() >= 590, entries.size() + " entries");
    assertTrue(lexicon.frames().size() >= 2500, lexicon.frames().size() + " forms");
    assertEquals(
        Set.of(),
        lexicon.frames().stream().filter(f -> f.accepts().isEmpty() || f.refuses().isEmpty()).map(EventFrame::name)
            .collect(Collectors.toCollection(TreeSet::new)),
        "each entry shows a sentence that it reads and one that it refuses");
  }

  private static String read(String resource) throws IOException {
    try (InputStream in = LexiconReader.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
