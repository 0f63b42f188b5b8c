package org.entente.publish.dump;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.entente.store.GraphStore;
import org.entente.store.StoredGraph;

/** A program that changes a store and dumps it into the same folder until it is killed, and says after each dump so. */
final class EndlessDumper {

  private static final int STATEMENTS = 2_000;

  private EndlessDumper() {}

  public static void main(String[] arguments) {
    try (GraphStore store = GraphStore.inMemory(GraphStore.DEFAULT_BASE)) {
      for (int number = 0;; number++) {
        dump(store, number, Path.of(arguments[0]));
        System.out.println("done");
      }
    }
  }

  static void dump(GraphStore store, int number, Path folder) {
    Graph graph = GraphFactory.createGraphMem();
    IntStream.range(0, STATEMENTS).forEach(statement -> graph.add(Triple.create(
        NodeFactory.createURI(GraphStore.DEFAULT_BASE + "id/state/s" + statement), RDFS.label.asNode(),
        NodeFactory.createLiteralString(number + " " + statement))));
    store.replace(new StoredGraph(GraphStore.DEFAULT_BASE + "graph/article/" + number % 3, graph,
        Integer.toString(number), Optional.empty()));
    new DumpWriter(Map.of()).write(store, folder, false);
  }
}
