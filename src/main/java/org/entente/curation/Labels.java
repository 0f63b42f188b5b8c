package org.entente.curation;

import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** How an undertaking is called after what a graph says of it. */
@FunctionalInterface
public interface Labels {

  /** Empty where the graph says too little. */
  Optional<String> of(Graph graph, Node undertaking);
}
