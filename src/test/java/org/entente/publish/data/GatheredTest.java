package org.entente.publish.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.publish.data.Gathered.Latest;
import org.entente.publish.site.PublishingTest;
import org.entente.store.GraphStore;
import org.entente.store.StoredGraph;
import org.entente.vocab.ENT;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What readers see of something that is made of all the data, before it is made, after a change, and when that fails. */
class GatheredTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  private final GraphStore store = GraphStore.inMemory(GraphStore.DEFAULT_BASE);
  private final PublishedDataset data = new StoredDataset(store);
  /** What waits to be done in the background. */
  private final Queue<Runnable> waiting = new ArrayDeque<>();

  @AfterEach
  void close() {
    store.close();
  }

  private void add(String thing) {
    var graph = GraphFactory.createGraphMem();
    graph.add(NodeFactory.createURI(store.base() + "id/state/" + thing), RDF.type.asNode(), ENT.State.asNode());
    store.replace(StoredGraph.withoutText(store.base() + "graph/" + thing, graph, "test"));
  }

  private Gathered<Long> counting(Executor background, Duration soon) {
    return new Gathered<>(data,
        graphs -> graphs.stream(null, null, RDF.type.asNode(), ENT.State.asNode()).count(), background, soon);
  }

  private static Latest<Long> of(long number, boolean current) {
    return new Latest<>(Optional.of(number), current);
  }

  @Test
  void isWaitedForWhereItIsMadeSoon() {
    add("oman");
    try (var thread = Executors.newSingleThreadExecutor()) {
      Gathered<Long> states = counting(thread, SOON);
      assertEquals(of(1, true), store.read(graphs -> states.latest()));
      add("kenya");
      assertEquals(of(2, true), store.read(graphs -> states.latest()));
    }
  }

  @Test
  void isNotThereYetWhereItTakesLong() {
    add("oman");
    Gathered<Long> states = counting(waiting::add, Duration.ZERO);
    assertEquals(new Latest<>(Optional.empty(), false), store.read(graphs -> states.latest()));
    assertEquals(new Latest<>(Optional.empty(), false), store.read(graphs -> states.latest()));
    assertEquals(1, waiting.size(), "begun once");
    waiting.remove().run();
    assertEquals(of(1, true), store.read(graphs -> states.latest()));
  }

  @Test
  void isTheOneOfBeforeUntilTheNewOneIsMade() {
    add("oman");
    Gathered<Long> states = counting(waiting::add, Duration.ZERO);
    states.prepare();
    waiting.remove().run();
    add("kenya");
    assertEquals(of(1, false), store.read(graphs -> states.latest()));
    waiting.remove().run();
    assertEquals(of(2, true), store.read(graphs -> states.latest()));
  }

  @Test
  void tellsWhoAsksWhyItCannotBeMade() {
    PublishedDataset other = new MemoryDataset(PublishingTest.twoStates(), "https://data.example.org/");
    Gathered<Long> failing = new Gathered<>(other, graphs -> {
      throw new IllegalArgumentException("no such place");
    }, Runnable::run, SOON);
    assertEquals("no such place", assertThrows(IllegalArgumentException.class, failing::latest).getMessage());
  }
}
