package org.entente.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.validate.Finding;
import org.entente.validate.GraphValidator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each folder of {@code ontology/examples} has a graph that conforms, and one that breaks what its header says. */
class ExamplesTest {

  private static final String REFUSED = "# Refused: ";

  private final GraphValidator validator = new GraphValidator(OntologyFiles.published().getGraph());

  @TestFactory
  Stream<DynamicTest> validExamplesConform() {
    return examples("valid.ttl")
        .map(
            file -> DynamicTest.dynamicTest(
                file.getParent().getFileName() + " conforms",
                () -> assertEquals(List.of(), findings(file))));
  }

  @TestFactory
  Stream<DynamicTest> invalidExamplesAreRefusedForTheReasonGiven() {
    return examples("invalid.ttl")
        .map(
            file -> DynamicTest.dynamicTest(
                file.getParent().getFileName() + " is refused",
                () -> assertEquals(reasons(file), messages(file))));
  }

  private Stream<Path> examples(String name) {
    List<Path> files =
        OntologyFiles.turtle(Path.of("ontology", "examples")).stream().filter(f -> f.endsWith(name)).toList();
    assertTrue(files.size() >= 4, "the examples are missing");
    return files.stream();
  }

  private List<Finding> findings(Path file) {
    return validator.validate(OntologyFiles.read(file).getGraph()).findings();
  }

  private Set<String> messages(Path file) {
    return findings(file).stream().map(Finding::message).collect(Collectors.toSet());
  }

  private static Set<String> reasons(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith(REFUSED))
        .map(line -> line.substring(REFUSED.length()))
        .collect(Collectors.toSet());
  }
}
