package org.entente.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.ontology.OntologyFiles;
import org.entente.vocab.ENT;
import org.junit.jupiter.api.Test;

class GraphValidatorTest {

  private static final String PREFIXES =
      """
      PREFIX ent: <https://w3id.org/entente/ontology#>
      PREFIX status: <https://w3id.org/entente/status#>
      PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      BASE <http://example.org/>
      """;

  /** One passage of an article whose text is "𝔘ni 🚢 talks." */
  private static final String PASSAGE =
      """
      <a#char=4,12> a ent:Passage ; nif:anchorOf "WORDS" ; nif:referenceContext <a> ;
        nif:beginIndex "4"^^xsd:nonNegativeInteger ; nif:endIndex "12"^^xsd:nonNegativeInteger .
      """;

  private static final String TEXT = "𝔘ni 🚢 talks.";

  private static final String BACKGROUND =
      """
      <a> a ent:Article .
      <id/state/oz> a ent:State , ent:Actor .
      """;

  @Test
  void passagesHoldWhenTheirWordsStandInTheTextInCodePoints() {
    assertEquals(List.of(), validator().validate(graph(PASSAGE.replace("WORDS", "🚢 talks.")), TEXT).findings());
  }

  @Test
  void aPassageWhoseWordsStandElsewhereIsFound() {
    List<Finding> findings = validator().validate(graph(PASSAGE.replace("WORDS", "ni 🚢 talk")), TEXT).findings();
    assertEquals(1, findings.size());
    assertEquals("http://example.org/a#char=4,12", findings.getFirst().node());
    assertTrue(findings.getFirst().message().contains("not what the article's text has"));
  }

  @Test
  void aPassageThatEndsAfterTheTextIsFound() {
    assertEquals(1, validator().validate(graph(PASSAGE.replace("WORDS", "🚢 talks.")), "short").findings().size());
  }

  @Test
  void offsetsThatAreNoNumbersAreFindingsAndNoFailure() {
    Graph odd = graph(PASSAGE.replace("WORDS", "x").replace("\"12\"^^xsd:nonNegativeInteger", "\"many\""));
    assertTrue(validator().validate(odd, TEXT).findings().size() > 0);
  }

  @Test
  void theBackgroundIsSeenButNotCheckedAgain() {
    // The state in the background has no label, which is not this graph's fault.
    Graph graph = graph("<id/place/emerald> a ent:Place ; rdfs:label \"Emerald\" ; ent:ofState <id/state/oz> .");
    assertEquals(List.of(), validator().validate(graph).findings());
  }

  @Test
  void aFindingNamesShapeNodePropertyAndPassage() {
    Graph graph =
        graph(
            PASSAGE
                + """
                <p> a ent:Proposal ; rdfs:label "Proposal" ; ent:position 0 ; ent:proposedBy <id/state/oz> ;
                  ent:evidence <a#char=4,12> ; ent:proposes <u> .
                """);
    Finding finding =
        validator().validate(graph).findings().stream()
            .filter(f -> f.message().equals("A proposal has one position, counted from 1."))
            .findFirst()
            .orElseThrow();
    assertEquals("http://example.org/p", finding.node());
    assertEquals(ENT.NS + "ProposalShape", finding.shape());
    assertEquals(Optional.of(ENT.NS + "position"), finding.path());
    assertEquals(Optional.of("http://example.org/a#char=4,12"), finding.passage());
  }

  @Test
  void findingsComeInTheSameOrderEveryTime() {
    Graph graph = graph("<b> a ent:Undertaking . <c> a ent:Proposal . <d> a ent:Passage .");
    assertEquals(validator().validate(graph), validator().validate(graph));
  }

  private static GraphValidator validator() {
    Graph background = OntologyFiles.published().getGraph();
    graph(BACKGROUND).find().forEachRemaining(background::add);
    return new GraphValidator(background);
  }

  private static Graph graph(String turtle) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(graph);
    return graph;
  }
}
