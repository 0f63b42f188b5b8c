package org.entente.curation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.vocab.ENT;
import org.entente.vocab.IriScheme;
import org.entente.vocab.Terms;

/**
 * All decisions about a dataset, in the order in which they are applied; as they stand in {@code graph/curation} and as
 * they change other graphs. Applying them to a graph that has them already changes nothing.
 */
public final class Curation {

  /** Links to what is described elsewhere. */
  private static final List<Node> LINKS = Stream.of(OWL.sameAs, SKOS.exactMatch, SKOS.closeMatch, RDFS.seeAlso)
      .map(property -> property.asNode()).toList();
  private static final Node PROPOSES = ENT.proposes.asNode();

  private final List<Decision> decisions;
  private final IriScheme iris;

  private Curation(List<Decision> decisions, IriScheme iris) {
    this.decisions = decisions.stream()
        .sorted(Comparator.comparing(Mending::dependsOnStatus).thenComparing(Decision::on)
            .thenComparing(decision -> decision.iri(iris)))
        .toList();
    this.iris = iris;
  }

  /** The decisions that a graph holds. */
  public static Curation of(Graph graph, IriScheme iris) {
    List<Decision> decisions = graph.find(Node.ANY, RDF.type.asNode(), ENT.Decision.asNode())
        .mapWith(triple -> DecisionTriples.read(graph, triple.getSubject())).toList();
    return new Curation(decisions, iris);
  }

  /** The values that a graph has of what a decision mends, as they stand in files. */
  public static List<String> current(Graph graph, Decision decision) {
    return Mending.values(graph, NodeFactory.createURI(decision.subject()), decision.property());
  }

  /** What the value of a decision that mends stands for in the data; empty where it takes something away. */
  public static Optional<Node> value(Decision decision) {
    return Mendable.node(decision.property(), decision.value());
  }

  /** Whether what a decision mends are actors in a role. */
  public static boolean isOfActors(Decision decision) {
    return Mendable.isOfActors(decision.property());
  }

  public List<Decision> decisions() {
    return decisions;
  }

  /**
   * With more decisions. A new one takes the place of an older one that mends the same, and keeps what was at first; of
   * older ones about parties and roles it takes back what it undoes, so that the order of those that stay is of no
   * account.
   */
  public Curation with(List<Decision> more) {
    Map<String, Decision> all = new LinkedHashMap<>();
    for (Decision decision : Stream.concat(decisions.stream(), more.stream()).toList()) {
      if (isOfActors(decision)) {
        takeBack(all, decision);
      }
      String key = decision.verdict() == Verdict.MEND ? decision.scope()
          : decision.subject() + "\n" + decision.value() + "\n" + (decision.verdict() == Verdict.RETRACT);
      Optional<Decision> older = Optional.ofNullable(all.get(key)).filter(known -> known.verdict() == Verdict.MEND);
      all.put(key, older.map(known -> decision.having(decision.value(), known.was())).orElse(decision));
    }
    return new Curation(List.copyOf(all.values()), iris);
  }

  /** Without these decisions, whoever made them. */
  public Curation without(List<Decision> gone) {
    return new Curation(
        decisions.stream().filter(known -> gone.stream().noneMatch(known::decidesAs)).toList(), iris);
  }

  /** A graph as it was before these decisions mended something in it; the graph given is left as it is. */
  public static Graph before(List<Decision> mended, Graph graph, Labels labels) {
    Graph restored = GraphFactory.createGraphMem();
    GraphUtil.addInto(restored, graph);
    mended.stream()
        .filter(decision -> decision.verdict() == Verdict.MEND)
        .filter(decision -> restored.contains(uri(decision.subject()), RDF.type.asNode(), Node.ANY))
        .forEach(decision -> Mending.apply(restored, decision.having(decision.was(), decision.value()), labels));
    return restored;
  }

  private static void takeBack(Map<String, Decision> all, Decision decision) {
    for (Map.Entry<String, Decision> entry : List.copyOf(all.entrySet())) {
      Decision older = entry.getValue();
      boolean same = older.verdict() == Verdict.MEND && older.subject().equals(decision.subject())
          && older.property().equals(decision.property()) && !older.decidesAs(decision);
      boolean undone = same && !decision.was().isEmpty() && older.value().equals(decision.was());
      boolean restored = same && !decision.value().isEmpty() && older.was().equals(decision.value());
      if (undone || restored) {
        Decision left = older.having(undone ? "" : older.value(), restored ? "" : older.was());
        all.remove(entry.getKey());
        if (!left.value().isEmpty() || !left.was().isEmpty()) {
          all.put(left.scope(), left);
        }
      }
    }
  }

  /** Whether this was decided already. */
  public boolean has(Decision decision) {
    return decisions.stream().anyMatch(decision::decidesAs);
  }

  /** What stands of the decisions in the dataset, with the links that they make to entities described elsewhere. */
  public Graph graph() {
    Graph graph = GraphFactory.createGraphMem();
    for (Decision decision : decisions) {
      DecisionTriples.write(decision, uri(decision.iri(iris)), graph);
      if (decision.verdict() == Verdict.SAME && !isOurs(decision.value())) {
        graph.add(Triple.create(uri(decision.subject()), OWL.sameAs.asNode(), uri(decision.value())));
      }
    }
    return graph;
  }

  private static Node uri(String iri) {
    return NodeFactory.createURI(iri);
  }

  private boolean isOurs(String iri) {
    return iri.startsWith(iris.base() + "id/");
  }

  /**
   * A graph as it is after the decisions.
   *
   * @param withdrawn what left it, by IRI, with the reason
   */
  public record Curated(Graph graph, Map<String, String> withdrawn) {}

  /** The graph with the decisions about its things, which are called anew; the graph given is left as it is. */
  public Curated apply(Graph graph, Labels labels) {
    if (decisions.isEmpty()) {
      return new Curated(graph, Map.of());
    }
    Graph curated = GraphFactory.createGraphMem();
    GraphUtil.addInto(curated, graph);
    // A decision that another one took the place of leaves no trace.
    curated.find(Node.ANY, Terms.wasInfluencedBy.asNode(), Node.ANY).toList().forEach(curated::delete);
    Map<String, String> withdrawn = new LinkedHashMap<>();
    for (Decision decision : decisions) {
      Node subject = uri(decision.subject());
      if (!curated.contains(subject, RDF.type.asNode(), Node.ANY)) {
        continue;
      }
      switch (decision.verdict()) {
        case RETRACT -> retract(curated, decision, withdrawn);
        case MEND -> {
          if (Mending.apply(curated, decision, labels)) {
            curated.add(Triple.create(subject, Terms.wasInfluencedBy.asNode(), uri(decision.iri(iris))));
          }
        }
        case NOT_SAME -> LINKS.forEach(link -> curated.delete(Triple.create(subject, link, uri(decision.value()))));
        case SAME -> {
          // Accounts are joined, and entities linked, in graphs of their own.
        }
      }
    }
    return new Curated(curated, withdrawn);
  }

  /** With a statement go the proposals that propose nothing else, with a proposal what nobody else proposes. */
  private static void retract(Graph graph, Decision decision, Map<String, String> withdrawn) {
    ArrayDeque<Node> going = new ArrayDeque<>(List.of(uri(decision.subject())));
    while (!going.isEmpty()) {
      Node gone = going.pop();
      List<Node> proposals = graph.find(Node.ANY, PROPOSES, gone).mapWith(Triple::getSubject).toList();
      List<Node> proposed = graph.find(gone, PROPOSES, Node.ANY).mapWith(Triple::getObject).toList();
      takeOut(graph, gone);
      withdrawn.put(gone.getURI(), decision.reason());
      proposals.stream().filter(proposal -> !graph.contains(proposal, PROPOSES, Node.ANY)).forEach(going::push);
      proposed.stream().filter(statement -> !graph.contains(Node.ANY, PROPOSES, statement)).forEach(going::push);
    }
  }

  private static void takeOut(Graph graph, Node gone) {
    List<Node> passages = Stream.of(ENT.evidence, ENT.trigger)
        .flatMap(property -> graph.find(gone, property.asNode(), Node.ANY).mapWith(Triple::getObject).toList().stream())
        .toList();
    List<Node> stages =
        graph.find(gone, ENT.history.asNode(), Node.ANY).mapWith(Triple::getObject).toList();
    List<Node> all = new ArrayList<>(stages);
    stages.forEach(stage -> GraphUtil.remove(graph, stage, Node.ANY, Node.ANY));
    all.add(gone);
    for (Node node : all) {
      GraphUtil.remove(graph, node, Node.ANY, Node.ANY);
      GraphUtil.remove(graph, Node.ANY, Node.ANY, node);
    }
    // The words go as well, unless something else rests on them.
    for (Node passage : passages) {
      if (!graph.contains(Node.ANY, Node.ANY, passage)) {
        GraphUtil.remove(graph, passage, Node.ANY, Node.ANY);
      }
    }
  }

  /** Whether two accounts are said to be of one undertaking, or not to be, in whatever order. */
  public Optional<Boolean> areSame(String one, String other) {
    if (one.equals(other)) {
      return Optional.empty();
    }
    return decisions.stream()
        .filter(decision -> decision.verdict() == Verdict.SAME || decision.verdict() == Verdict.NOT_SAME)
        .filter(decision -> Set.of(decision.subject(), decision.value()).equals(Set.of(one, other)))
        .map(decision -> decision.verdict() == Verdict.SAME).reduce((earlier, later) -> later);
  }

  /** The decisions on what is the same and what is not, of each pair what was decided at last. */
  public List<Decision> identities() {
    return decisions.stream().filter(decision -> areSame(decision.subject(), decision.value())
        .equals(Optional.of(decision.verdict() == Verdict.SAME))).toList();
  }

  /** The accounts that are said to be of one undertaking, at once or by way of others, each pair in both directions. */
  public List<Map.Entry<String, String>> sameAccounts() {
    List<CurationFile.Line> said = decisions.stream().filter(decision -> isOurs(decision.value()))
        .filter(decision -> areSame(decision.subject(), decision.value()).orElse(false))
        .map(decision -> new CurationFile.Line("", decision)).toList();
    List<Map.Entry<String, String>> pairs = new ArrayList<>();
    Identities.of(said).groups().forEach((one, group) -> group.stream().filter(other -> !other.equals(one))
        .forEach(other -> pairs.add(Map.entry(one, other))));
    return pairs;
  }
}
