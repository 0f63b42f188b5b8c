package org.entente.validate;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.MultiUnion;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.entente.vocab.Terms;

/**
 * Holds a graph against the shapes of {@code ontology/shapes}. The background (gazetteer, ontology) is seen by the
 * shapes but not checked again; only nodes that the graph itself describes are.
 */
public final class GraphValidator {

  private static final List<String> SHAPES =
      List.of("article.ttl", "actor.ttl", "undertaking.ttl", "evidence.ttl");

  private final Shapes shapes;
  private final Graph background;

  /** @param background what the graphs refer to: gazetteer and ontology */
  public GraphValidator(Graph background) {
    this.background = background;
    Graph all = GraphFactory.createDefaultGraph();
    for (String name : SHAPES) {
      InputStream in = GraphValidator.class.getResourceAsStream("/org/entente/ontology/shapes/" + name);
      if (in == null) {
        throw new IllegalStateException("the program lacks its shapes file " + name);
      }
      RDFParser.source(in).lang(Lang.TURTLE).parse(all);
    }
    this.shapes = Shapes.parse(all);
  }

  public ValidationResult validate(Graph graph) {
    Graph together = new MultiUnion(new Graph[] {graph, background});
    Map<Node, Boolean> own = new LinkedHashMap<>();
    List<Finding> findings = new ArrayList<>();
    graph.find(Node.ANY, RDF.type.asNode(), Node.ANY).forEachRemaining(t -> own.put(t.getSubject(), true));
    for (Node node : own.keySet()) {
      ValidationReport report = ShaclValidator.get().validate(shapes, together, node);
      report.getEntries().forEach(
          e ->
              findings.add(
                  new Finding(
                      e.message(),
                      e.focusNode().toString(),
                      Optional.ofNullable(e.resultPath()).map(Object::toString),
                      e.source() == null ? "" : e.source().toString())));
    }
    findings.sort(Comparator.comparing(Finding::node).thenComparing(Finding::message));
    return new ValidationResult(findings);
  }

  /** As above, and that each passage's words are what the text has at its offsets (in code points). */
  public ValidationResult validate(Graph graph, String text) {
    List<Finding> findings = new ArrayList<>(validate(graph).findings());
    int[] codePoints = text.codePoints().toArray();
    Node begin = Terms.beginIndex.asNode();
    for (Triple t : graph.find(Node.ANY, begin, Node.ANY).toList()) {
      Node passage = t.getSubject();
      int from = ((Number) t.getObject().getLiteralValue()).intValue();
      Optional<Node> end = value(graph, passage, Terms.endIndex.asNode());
      Optional<Node> words = value(graph, passage, Terms.anchorOf.asNode());
      if (end.isEmpty() || words.isEmpty()) {
        continue;
      }
      int to = ((Number) end.get().getLiteralValue()).intValue();
      boolean inside = 0 <= from && from <= to && to <= codePoints.length;
      String found = inside ? new String(codePoints, from, to - from) : "";
      if (!found.equals(words.get().getLiteralLexicalForm())) {
        findings.add(
            new Finding(
                "The passage's words are not what the article's text has at its offsets.",
                passage.toString(),
                Optional.of(Terms.anchorOf.getURI()),
                "https://w3id.org/entente/ontology#Passage"));
      }
    }
    return new ValidationResult(findings);
  }

  private static Optional<Node> value(Graph graph, Node subject, Node property) {
    return graph.find(subject, property, Node.ANY).toList().stream().map(Triple::getObject).findFirst();
  }

}
