package org.entente.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.store.StoredGraph.StoredText;

/**
 * A program that changes a store until it is killed: it adds, replaces and removes graphs with their texts, several at
 * once at times, and compacts now and then, sometimes while it goes on changing and reading. Before and after each change
 * it says on standard output which graphs have which content; {@code 0} is none.
 */
final class EndlessWriter {

  static final int GRAPHS = 12;
  private static final int SEVERAL = 3;

  private EndlessWriter() {}

  public static void main(String[] arguments) {
    Random random = new Random(Long.parseLong(arguments[1]));
    try (GraphStore store = GraphStore.openOrCreate(Path.of(arguments[0]), Optional.empty())) {
      System.out.println("open");
      for (int content = random.nextInt(1, Integer.MAX_VALUE / 2);; content++) {
        switch (random.nextInt(50)) {
          case 0 -> store.compactNow();
          case 1 -> Thread.ofPlatform().daemon().start(store::compactNow);
          case 2, 3, 4, 5, 6 -> changeSeveral(store, random.nextInt(GRAPHS), content);
          default -> change(store, random.nextInt(GRAPHS), random.nextInt(4) == 0 ? 0 : content);
        }
        store.graph(name(random.nextInt(GRAPHS)));
      }
    }
  }

  private static void change(GraphStore store, int graph, int content) {
    System.out.println("begin " + graph + " " + content);
    if (content == 0) {
      store.remove(name(graph));
    } else {
      store.replace(graph(graph, content));
    }
    System.out.println("done " + graph + " " + content);
  }

  /** Three of them get the same content, or none does. */
  private static void changeSeveral(GraphStore store, int first, int content) {
    List<Integer> graphs = IntStream.range(0, SEVERAL).mapToObj(number -> (first + number) % GRAPHS).toList();
    String named = graphs.stream().map(graph -> " " + graph + " " + content).collect(Collectors.joining());
    System.out.println("begin" + named);
    store.replaceAll(graphs.stream().map(graph -> new GraphStore.Change(graph(graph, content), Map.of())).toList());
    System.out.println("done" + named);
  }

  static String name(int graph) {
    return GraphStore.DEFAULT_BASE + "graph/article/" + graph;
  }

  static StoredGraph graph(int graph, int content) {
    Graph triples = GraphFactory.createGraphMem();
    Node subject = NodeFactory.createURI(GraphStore.DEFAULT_BASE + "id/article/" + graph);
    IntStream.range(0, 50 + content % 400).forEach(number -> triples.add(Triple.create(subject,
        NodeFactory.createURI("urn:p" + number % 7), NodeFactory.createLiteralString(content + " " + number))));
    String words = "The text of " + content;
    return new StoredGraph(name(graph), triples, Integer.toString(content),
        Optional.of(new StoredText(sha256(words), words)));
  }

  private static String sha256(String words) {
    try {
      return HexFormat.of().formatHex(
          MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
