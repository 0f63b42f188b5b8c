package org.entente.validate;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.vocab.ENT;
import org.entente.vocab.Terms;

/**
 * Holds a graph against the shapes of {@code ontology/shapes}. The background (gazetteer, ontology) is seen by the
 * shapes but not checked again; only nodes that the graph itself describes are. Shapes are parsed once; one validator
 * may serve several threads.
 */
public final class GraphValidator {

  private static final List<String> SHAPES =
      List.of("article.ttl", "actor.ttl", "undertaking.ttl", "evidence.ttl", "decision.ttl");

  private static final Var THIS = Var.alloc("this");

  private final Graph shapesGraph = GraphFactory.createDefaultGraph();
  private final Shapes shapes;
  /** The same without those constraints that are queries. */
  private final Shapes withoutQueries;
  private final List<Query> queries;
  private final Graph background;

  /** @param background what the graphs refer to: gazetteer and ontology */
  public GraphValidator(Graph background) {
    this.background = background;
    for (String name : SHAPES) {
      InputStream in = GraphValidator.class.getResourceAsStream("/org/entente/ontology/shapes/" + name);
      if (in == null) {
        throw new IllegalStateException("the program lacks its shapes file " + name);
      }
      RDFParser.source(in).lang(Lang.TURTLE).parse(shapesGraph);
    }
    this.shapes = Shapes.parse(shapesGraph);
    this.queries = shapesGraph.find(Node.ANY, SHACL.select, Node.ANY)
        .mapWith(t -> QueryFactory.create(t.getObject().getLiteralLexicalForm())).toList();
    Graph others = GraphFactory.createDefaultGraph();
    shapesGraph.find().filterDrop(t -> t.getPredicate().equals(SHACL.sparql)).forEachRemaining(others::add);
    this.withoutQueries = Shapes.parse(others);
  }

  /** Everything but whether the passages' words stand in the text: a graph alone cannot tell. */
  public ValidationResult validate(Graph graph) {
    return sorted(againstShapes(graph));
  }

  /** As above, and that each passage's words are what the text has at its offsets (in code points). */
  public ValidationResult validate(Graph graph, String text) {
    List<Finding> findings = new ArrayList<>(againstShapes(graph));
    findings.addAll(againstText(graph, text.codePoints().toArray()));
    return sorted(findings);
  }

  private List<Finding> againstShapes(Graph graph) {
    Graph together = withSurroundings(graph);
    List<Finding> findings = new ArrayList<>();
    Set<Node> described = described(graph);
    Shapes needed = isFoundByAQuery(described, together) ? shapes : withoutQueries;
    for (Node node : described) {
      ShaclValidator.get()
          .validate(needed, together, node)
          .getEntries()
          .forEach(entry -> findings.add(finding(entry, together)));
    }
    return findings;
  }

  /**
   * Whether a query of the shapes finds any of the nodes, whatever it is meant for. To ask each once is several times as fast as
   * to ask it for each node, and mostly it finds nothing.
   */
  private boolean isFoundByAQuery(Set<Node> nodes, Graph graph) {
    return queries.stream().anyMatch(query -> {
      try (QueryExec asked = QueryExec.graph(graph).query(query).build()) {
        return Iter.anyMatch(asked.select(), row -> nodes.contains(row.get(THIS)));
      }
    });
  }

  /**
   * The graph with what the background says of the things that it refers to. The shapes look no further, and over this
   * small graph they are several times as fast as over the whole gazetteer.
   */
  private Graph withSurroundings(Graph graph) {
    Graph near = GraphFactory.createDefaultGraph();
    Set<Node> seen = new HashSet<>();
    graph.find().forEachRemaining(t -> {
      near.add(t);
      surround(near, t.getSubject(), seen);
      surround(near, t.getPredicate(), seen);
      surround(near, t.getObject(), seen);
    });
    Node sameAs = OWL.sameAs.asNode();
    for (Triple link : near.find(Node.ANY, sameAs, Node.ANY).toList()) {
      background.find(Node.ANY, sameAs, link.getObject()).forEachRemaining(near::add);
    }
    background.find(Node.ANY, RDFS.subClassOf.asNode(), Node.ANY).forEachRemaining(near::add);
    return near;
  }

  private void surround(Graph near, Node node, Set<Node> seen) {
    if (!node.isLiteral() && seen.add(node)) {
      background.find(node, Node.ANY, Node.ANY).forEachRemaining(near::add);
    }
  }

  private static Set<Node> described(Graph graph) {
    Set<Node> nodes = new HashSet<>();
    graph.find(Node.ANY, RDF.type.asNode(), Node.ANY).forEachRemaining(t -> nodes.add(t.getSubject()));
    return nodes;
  }

  private Finding finding(ReportEntry entry, Graph graph) {
    return new Finding(
        entry.message(),
        entry.focusNode().toString(),
        Optional.ofNullable(entry.resultPath()).map(path -> path.toString().replaceAll("[<>]", "")),
        entry.source() == null ? "" : named(entry.source()).toString(),
        passage(graph, entry.focusNode()));
  }

  /** The named shape around a shape; property shapes have no names of their own. */
  private Node named(Node shape) {
    Node node = shape;
    Set<Node> seen = new HashSet<>();
    while (node.isBlank() && seen.add(node)) {
      Optional<Node> outer = first(shapesGraph.find(Node.ANY, Node.ANY, node).mapWith(Triple::getSubject).toList());
      if (outer.isEmpty()) {
        return node;
      }
      node = outer.get();
    }
    return node;
  }

  private static Optional<String> passage(Graph graph, Node node) {
    if (graph.contains(node, RDF.type.asNode(), ENT.Passage.asNode())) {
      return Optional.of(node.toString());
    }
    return graph.find(node, ENT.evidence.asNode(), Node.ANY).toList().stream()
        .map(t -> t.getObject().toString())
        .min(Comparator.naturalOrder());
  }

  private static List<Finding> againstText(Graph graph, int[] text) {
    List<Finding> findings = new ArrayList<>();
    for (Triple t : graph.find(Node.ANY, Terms.anchorOf.asNode(), Node.ANY).toList()) {
      Node passage = t.getSubject();
      Optional<Integer> begin = number(graph, passage, Terms.beginIndex.asNode());
      Optional<Integer> end = number(graph, passage, Terms.endIndex.asNode());
      // A passage without offsets breaks a shape already.
      if (begin.isPresent() && end.isPresent()) {
        String words = t.getObject().getLiteralLexicalForm();
        if (!stands(words, text, begin.get(), end.get())) {
          findings.add(elsewhere(passage));
        }
      }
    }
    return findings;
  }

  private static boolean stands(String words, int[] text, int begin, int end) {
    return 0 <= begin
        && begin <= end
        && end <= text.length
        && new String(text, begin, end - begin).equals(words);
  }

  private static Finding elsewhere(Node passage) {
    return new Finding(
        "The passage's words are not what the article's text has at its offsets.",
        passage.toString(),
        Optional.of(Terms.anchorOf.getURI()),
        ENT.NS + "PassageShape",
        Optional.of(passage.toString()));
  }

  private static Optional<Integer> number(Graph graph, Node subject, Node property) {
    return first(graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList())
        .filter(node -> node.isLiteral() && node.getLiteralLexicalForm().matches("\\d{1,9}"))
        .map(node -> Integer.valueOf(node.getLiteralLexicalForm()));
  }

  private static Optional<Node> first(List<Node> nodes) {
    return nodes.stream().findFirst();
  }

  /** In one order whatever the graph's, each finding once. */
  private static ValidationResult sorted(List<Finding> findings) {
    Comparator<Finding> order =
        Comparator.comparing(Finding::node)
            .thenComparing(Finding::message)
            .thenComparing(f -> f.path().orElse(""));
    Set<Finding> once = new TreeSet<>(order);
    once.addAll(findings);
    return new ValidationResult(List.copyOf(once));
  }
}
