package org.entente.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.entente.load.Relinking;
import org.entente.load.SameUndertakings;
import org.entente.store.GraphStore;
import org.entente.store.GraphStore.Change;

/**
 * What one more article costs as the store grows: storing it, linking what it tells with the rest, and, for comparison,
 * linking everything anew. In memory, so that no disk is measured.
 */
public final class GrowthBenchmark {

  private static final int ROUNDS = 20;
  private static final int AT_ONCE = 500;

  private GrowthBenchmark() {}

  /**
   * Runs it.
   *
   * @param sizes how many articles are there before, in rising order
   */
  public static void main(String[] sizes) {
    System.out.printf("%10s %12s %12s %12s %10s%n", "articles", "store ms", "link ms", "all anew ms", "links");
    try (GraphStore store = GraphStore.inMemory(GraphStore.DEFAULT_BASE)) {
      GeneratedStore making = GeneratedStore.in(store, 1);
      int there = 0;
      for (int size : Arrays.stream(sizes).mapToInt(Integer::parseInt).toArray()) {
        while (there < size) {
          int more = Math.min(AT_ONCE, size - there);
          making.add(store, more);
          there += more;
        }
        measure(store, making, size);
        there += ROUNDS + 1;
      }
    }
  }

  private static void measure(GraphStore store, GeneratedStore making, int size) {
    SameUndertakings all = new SameUndertakings(store);
    all.link();
    long start = System.nanoTime();
    all.link();
    double anew = (System.nanoTime() - start) / 1e6;
    List<Double> storing = new ArrayList<>();
    List<Double> linking = new ArrayList<>();
    for (int round = 0; round <= ROUNDS; round++) {
      List<Change> article = List.of(making.next());
      Relinking links = new Relinking(store);
      long begun = System.nanoTime();
      links.before(article);
      store.replaceAll(article);
      long stored = System.nanoTime();
      links.linkAccounts();
      storing.add((stored - begun) / 1e6);
      linking.add((System.nanoTime() - stored) / 1e6);
    }
    System.out.printf("%,10d %12.1f %12.1f %12.1f %,10d%n", size, median(storing), median(linking), anew,
        store.graph(store.base() + "graph/links").size());
  }

  private static double median(List<Double> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }
}
