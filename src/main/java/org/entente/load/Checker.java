package org.entente.load;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;

/** Holds a graph against the shapes, and its passages against the text where there is one. */
@FunctionalInterface
public interface Checker {

  /** What is wrong, one line each with node and property; empty when all is well. */
  List<String> findings(Graph graph, Optional<String> text);
}
