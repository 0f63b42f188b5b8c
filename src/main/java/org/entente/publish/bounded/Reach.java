package org.entente.publish.bounded;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.Iterator;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;

/**
 * Which nodes a path reaches, each once: the path as a finite automaton that walks through the graph. However its stars
 * are nested, it comes to each node in each of its states once, and it does not call itself.
 */
final class Reach {

  private final List<List<Move>> moves = new ArrayList<>();
  private final int start;
  private final int end;

  /**
   * From one state to another.
   *
   * @param link the step through the graph that it takes; without one, the node stays the same
   */
  private record Move(int to, List<Link> link) {}

  /** A step of the path that cannot be divided, and its direction. */
  record Link(Path path, boolean forward) {}

  private record Place(Node node, int state) {}

  private Reach(Path path, boolean forward) {
    start = state();
    end = state();
    add(path, forward, start, end);
  }

  /** Where the path leads. */
  static Reach of(Path path, boolean forward) {
    return new Reach(path, forward);
  }

  private int state() {
    moves.add(new ArrayList<>());
    return moves.size() - 1;
  }

  private void stay(int from, int to) {
    moves.get(from).add(new Move(to, List.of()));
  }

  private void add(Path path, boolean forward, int from, int to) {
    switch (path) {
      case P_Inverse inverse -> add(inverse.getSubPath(), !forward, from, to);
      case P_Seq seq -> {
        int middle = state();
        add(forward ? seq.getLeft() : seq.getRight(), forward, from, middle);
        add(forward ? seq.getRight() : seq.getLeft(), forward, middle, to);
      }
      case P_Alt alt -> {
        add(alt.getLeft(), forward, from, to);
        add(alt.getRight(), forward, from, to);
      }
      case P_ZeroOrOne optional -> {
        add(optional.getSubPath(), forward, from, to);
        stay(from, to);
      }
      case P_ZeroOrMore1 star -> {
        int loop = state();
        stay(from, loop);
        add(star.getSubPath(), forward, loop, loop);
        stay(loop, to);
      }
      case P_OneOrMore1 plus -> {
        int before = state();
        int after = state();
        stay(from, before);
        add(plus.getSubPath(), forward, before, after);
        stay(after, before);
        stay(after, to);
      }
      default -> moves.get(from).add(new Move(to, List.of(new Link(path, forward))));
    }
  }

  /**
   * The nodes at the end of the path, in the order in which they are found.
   *
   * @param step where one link leads from a node
   */
  Set<Node> from(Node first, QueryWatch watch, BiFunction<Node, Link, Iterator<Node>> step) {
    Set<Node> found = new LinkedHashSet<>();
    Set<Place> seen = new HashSet<>();
    ArrayDeque<Place> open = new ArrayDeque<>();
    come(new Place(first, start), seen, open);
    while (!open.isEmpty()) {
      watch.step();
      Place place = open.remove();
      if (place.state() == end) {
        found.add(place.node());
      }
      for (Move move : moves.get(place.state())) {
        if (move.link().isEmpty()) {
          come(new Place(place.node(), move.to()), seen, open);
        } else {
          step.apply(place.node(), move.link().getFirst())
              .forEachRemaining(node -> come(new Place(node, move.to()), seen, open));
        }
      }
    }
    return found;
  }

  private static void come(Place place, Set<Place> seen, ArrayDeque<Place> open) {
    if (seen.add(place)) {
      open.add(place);
    }
  }
}
