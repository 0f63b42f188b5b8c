package org.entente.curation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.vocab.ENT;
import org.entente.vocab.Terms;

/** A decision in the terms of the ontology. */
final class DecisionTriples {

  private DecisionTriples() {}

  /** Describes a decision under its name. */
  static void write(Decision decision, Node node, Graph graph) {
    String what = decision.verdict().word() + (decision.property().isEmpty() ? "" : " " + decision.property());
    graph.add(Triple.create(node, RDF.type.asNode(), ENT.Decision.asNode()));
    graph.add(Triple.create(node, RDF.type.asNode(), Terms.Activity.asNode()));
    graph.add(Triple.create(node, RDFS.label.asNode(), NodeFactory.createLiteralLang("Decision: " + what, "en")));
    graph.add(Triple.create(node, ENT.verdict.asNode(), NodeFactory.createLiteralString(decision.verdict().word())));
    graph.add(Triple.create(node, ENT.about.asNode(), NodeFactory.createURI(decision.subject())));
    if (decision.verdict() == Verdict.MEND) {
      graph.add(Triple.create(node, ENT.corrected.asNode(), Mendable.term(decision.property())));
      Mendable.node(decision.property(), decision.was())
          .ifPresent(before -> graph.add(Triple.create(node,
              (before.isLiteral() ? ENT.textBefore : ENT.before).asNode(), before)));
      Mendable.node(decision.property(), decision.value())
          .ifPresent(after -> graph.add(Triple.create(node,
              (after.isLiteral() ? ENT.textAfter : ENT.after).asNode(), after)));
    } else if (!decision.value().isEmpty()) {
      graph.add(Triple.create(node, ENT.after.asNode(), NodeFactory.createURI(decision.value())));
    }
    graph.add(Triple.create(node, ENT.decidedBy.asNode(), NodeFactory.createLiteralString(decision.by())));
    graph.add(Triple.create(node, DCTerms.date.asNode(),
        NodeFactory.createLiteralDT(decision.on().toString(), XSDDatatype.XSDdate)));
    graph.add(Triple.create(node, RDFS.comment.asNode(), NodeFactory.createLiteralLang(decision.why(), "en")));
  }

  /**
   * The decision that a graph describes.
   *
   * @throws CurationException when it lacks something, or has what no decision has
   */
  static Decision read(Graph graph, Node node) {
    String property = object(graph, node, ENT.corrected.asNode()).map(Mendable::property).orElse("");
    try {
      return new Decision(
          object(graph, node, ENT.verdict.asNode()).flatMap(word -> Verdict.of(word.getLiteralLexicalForm()))
              .orElseThrow(() -> new IllegalArgumentException("ent:verdict is one of " + Verdict.words())),
          text(graph, node, "", ENT.about.asNode()), property,
          text(graph, node, property, ENT.after.asNode(), ENT.textAfter.asNode()),
          text(graph, node, property, ENT.before.asNode(), ENT.textBefore.asNode()),
          text(graph, node, "", ENT.decidedBy.asNode()),
          LocalDate.parse(text(graph, node, "", DCTerms.date.asNode())),
          text(graph, node, "", RDFS.comment.asNode())).checked();
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new CurationException("the decision " + node + ": " + e.getMessage(), e);
    }
  }

  private static Optional<Node> object(Graph graph, Node subject, Node property) {
    return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).nextOptional();
  }

  private static String text(Graph graph, Node subject, String property, Node... predicates) {
    return Stream.of(predicates).flatMap(predicate -> object(graph, subject, predicate).stream()).findFirst()
        .map(node -> property.isEmpty() ? plain(node) : Mendable.text(property, node)).orElse("");
  }

  private static String plain(Node node) {
    return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
  }
}
