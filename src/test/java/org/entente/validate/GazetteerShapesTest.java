package org.entente.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.compose.Union;
import org.entente.actor.GazetteerReader;
import org.entente.ontology.OntologyFiles;
import org.entente.vocab.IriScheme;
import org.junit.jupiter.api.Test;

class GazetteerShapesTest {

  /** A city state's two sides, the state and the city, do not share a sameAs: they would be one thing to a reasoner. */
  @Test
  void theBundledGazetteerMeetsTheShapes() {
    Graph gazetteer = GazetteerReader.bundled(IriScheme.DEFAULT_BASE).graph();
    Graph ontology = OntologyFiles.published().getGraph();
    ValidationResult result = new GraphValidator(new Union(gazetteer, ontology)).validate(gazetteer);
    assertEquals(List.of(), result.findings());
  }
}
