package org.entente.publish.bounded;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;

/**
 * Property paths of SPARQL 1.1 in one graph, step by step under a watch. As the standard has it, sequences and
 * alternatives lead to a node as often as there are ways; stars, pluses and question marks lead to it once.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-query/#propertypaths">SPARQL 1.1 Query, 9</a>
 */
final class PathSearch {

  private final Graph graph;
  private final QueryWatch watch;

  PathSearch(Graph graph, QueryWatch watch) {
    this.graph = graph;
    this.watch = watch;
  }

  /**
   * Where the path leads, found as the iterator is read.
   *
   * @param forward whether it is walked from its subject to its object
   */
  Iterator<Node> ends(Path path, Node from, boolean forward) {
    return switch (path) {
      case P_Inverse inverse -> ends(inverse.getSubPath(), from, !forward);
      case P_Seq seq -> {
        Path first = forward ? seq.getLeft() : seq.getRight();
        Path second = forward ? seq.getRight() : seq.getLeft();
        yield Iter.flatMap(ends(first, from, forward), middle -> ends(second, middle, forward));
      }
      case P_Alt alt -> Iter.concat(ends(alt.getLeft(), from, forward), ends(alt.getRight(), from, forward));
      case P_ZeroOrOne optional -> reached(optional, from, forward);
      case P_ZeroOrMore1 star -> reached(star, from, forward);
      case P_OneOrMore1 plus -> reached(plus, from, forward);
      default -> linked(from, new Reach.Link(path, forward));
    };
  }

  private Iterator<Node> reached(Path path, Node from, boolean forward) {
    return Reach.of(path, forward).from(from, watch, this::linked).iterator();
  }

  private Iterator<Node> linked(Node from, Reach.Link link) {
    return switch (link.path()) {
      case P_Link step -> neighbours(from, step.getNode(), link.forward());
      case P_ReverseLink step -> neighbours(from, step.getNode(), !link.forward());
      case P_NegPropSet others -> Iter.concat(
          others(from, others.getFwdNodes(), link.forward()), others(from, others.getBwdNodes(), !link.forward()));
      default -> throw QueryShape.notStandard(link.path());
    };
  }

  private Iterator<Node> neighbours(Node from, Node property, boolean forward) {
    return forward
        ? Iter.map(find(from, property, Node.ANY), Triple::getObject)
        : Iter.map(find(Node.ANY, property, from), Triple::getSubject);
  }

  private Iterator<Node> others(Node from, List<Node> excluded, boolean forward) {
    if (excluded.isEmpty()) {
      return Collections.emptyIterator();
    }
    Iterator<Triple> all = forward ? find(from, Node.ANY, Node.ANY) : find(Node.ANY, Node.ANY, from);
    Iterator<Triple> left = Iter.filter(all, triple -> !excluded.contains(triple.getPredicate()));
    return Iter.map(left, forward ? Triple::getObject : Triple::getSubject);
  }

  private Iterator<Triple> find(Node subject, Node property, Node object) {
    watch.step();
    return Iter.map(graph.find(subject, property, object), triple -> {
      watch.step();
      return triple;
    });
  }

  /** The nodes that the path may begin at, each once; more than those where it leads anywhere. */
  Iterator<Node> starts(Path path) {
    return starts(path, true).map(Iter::distinct).orElseGet(this::everyNode);
  }

  private Optional<Iterator<Node>> starts(Path path, boolean forward) {
    return switch (path) {
      case P_Link step -> Optional.of(startsOf(step.getNode(), forward));
      case P_ReverseLink step -> Optional.of(startsOf(step.getNode(), !forward));
      case P_Inverse inverse -> starts(inverse.getSubPath(), !forward);
      case P_Seq seq -> starts(forward ? seq.getLeft() : seq.getRight(), forward);
      case P_OneOrMore1 plus -> starts(plus.getSubPath(), forward);
      case P_Alt alt -> starts(alt.getLeft(), forward)
          .flatMap(left -> starts(alt.getRight(), forward).map(right -> Iter.concat(left, right)));
      // What may be passed without a step begins at every node.
      default -> Optional.empty();
    };
  }

  private Iterator<Node> startsOf(Node property, boolean forward) {
    return Iter.map(find(Node.ANY, property, Node.ANY), forward ? Triple::getSubject : Triple::getObject);
  }

  private Iterator<Node> everyNode() {
    return Iter.distinct(Iter.flatMap(find(Node.ANY, Node.ANY, Node.ANY),
        triple -> List.of(triple.getSubject(), triple.getObject()).iterator()));
  }
}
