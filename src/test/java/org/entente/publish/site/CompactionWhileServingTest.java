package org.entente.publish.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.entente.publish.data.StoredDataset;
import org.entente.store.GraphStore;
import org.entente.store.StoreCheck;
import org.entente.store.StoredGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A store is compacted again and again while it is published, asked and changed. */
@Timeout(600)
class CompactionWhileServingTest {

  private static final int STATEMENTS = 10;
  private static final String COUNT = "/sparql?query=" + Asking.encoded("SELECT (COUNT(*) AS ?n) { ?s <"
      + RDFS.label.getURI() + "> ?o }");
  /** What is gathered from all data may ask its client to come back while they change. */
  private static final Map<String, Set<Integer>> PATHS = Map.of("/healthz", Set.of(200), "/metrics", Set.of(200),
      "/graph/", Set.of(200, 503), "/", Set.of(200, 503), "/void.ttl", Set.of(200, 503));

  @TempDir
  Path folder;

  private final AtomicBoolean over = new AtomicBoolean();

  @Test
  void answersEveryRequestFromOneStateAndLosesNoChange() throws Exception {
    try (GraphStore store = GraphStore.openOrCreate(folder, Optional.empty())) {
      store.replace(graph(0));
      int changes;
      try (EntenteServer server = EntenteServer.start(new StoredDataset(store), ServerOptions.onPort(0).onLoopback());
          Asking ask = new Asking(server);
          ExecutorService others = Executors.newThreadPerTaskExecutor(Thread::new)) {
        List<Future<?>> readers = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
          readers.add(others.submit(() -> read(ask)));
        }
        Future<Integer> writer = others.submit(() -> write(store));
        try {
          for (int time = 0; time < 2; time++) {
            assertTrue(store.compactNow());
          }
        } finally {
          over.set(true);
        }
        for (Future<?> reader : readers) {
          reader.get();
        }
        changes = writer.get();
        assertEquals("n\r\n" + STATEMENTS * (changes + 1) + "\r\n",
            ask.get(COUNT, "Accept", "text/csv").body());
      }
      assertEquals(changes + 1, store.entries().size());
      assertEquals(List.of(), StoreCheck.findings(store));
    }
  }

  private void read(Asking ask) {
    while (!over.get()) {
      PATHS.forEach((path, statuses) -> answered(ask.get(path, "Accept", "*/*"), statuses));
      HttpResponse<String> count = answered(ask.get(COUNT, "Accept", "text/csv"), Set.of(200));
      assertEquals(0, Integer.parseInt(count.body().strip().lines().toList().getLast()) % STATEMENTS, "of two states");
    }
  }

  private static HttpResponse<String> answered(HttpResponse<String> reply, Set<Integer> statuses) {
    assertTrue(statuses.contains(reply.statusCode()), reply.uri() + ": " + reply.statusCode() + " " + reply.body());
    return reply;
  }

  private int write(GraphStore store) {
    int changes = 0;
    while (!over.get()) {
      changes++;
      store.replace(graph(changes));
    }
    return changes;
  }

  private static StoredGraph graph(int number) {
    Graph graph = GraphFactory.createGraphMem();
    IntStream.range(0, STATEMENTS).forEach(statement -> graph.add(Triple.create(
        NodeFactory.createURI(GraphStore.DEFAULT_BASE + "id/state/s" + number), RDFS.label.asNode(),
        NodeFactory.createLiteralString("Number " + number + ", " + statement))));
    return StoredGraph.withoutText(GraphStore.DEFAULT_BASE + "graph/g" + number, graph, Integer.toString(number));
  }
}
