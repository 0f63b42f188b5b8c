package org.entente.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * A writer is killed (SIGKILL) at random moments, and its store opened again: every graph is as it was acknowledged, or
 * as the change under way would have made it, with its text, and everything agrees. {@code -Dentente.kills=100} does it
 * a hundred times.
 */
@Timeout(14_400)
class KilledTest {

  private static final int KILLS = Integer.getInteger("entente.kills", 10);

  /** On a disk, where a change takes long enough to be killed anywhere in it. */
  @TempDir(factory = TempDirFactory.Standard.class)
  Path folder;

  private final Random random = new Random(15);
  private final Map<Integer, Integer> acknowledged = new HashMap<>();

  @Test
  void losesNothingThatWasAcknowledgedHoweverOftenItIsKilled() throws IOException, InterruptedException {
    int changes = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Set<String> underWay = new TreeSet<>();
      changes += writeUntilKilled(underWay);
      try (GraphStore store = GraphStore.open(folder)) {
        assertTrue(store.wasInterrupted());
        assertEquals(List.of(), StoreCheck.findings(store), "after kill " + kill);
        Set<Boolean> taken = new TreeSet<>();
        for (int graph = 0; graph < EndlessWriter.GRAPHS; graph++) {
          check(store, graph, underWay).ifPresent(taken::add);
        }
        assertTrue(taken.size() < 2, "of several graphs that change at once all do or none");
      }
      if ((kill + 1) % 10 == 0) {
        System.out.println(kill + 1 + " kills survived, " + changes + " changes acknowledged");
      }
    }
  }

  /** Whether a change that was under way is there, where one was. */
  private Optional<Boolean> check(GraphStore store, int graph, Set<String> underWay) {
    int found = store.entry(EndlessWriter.name(graph)).map(entry -> Integer.parseInt(entry.fingerprint())).orElse(0);
    int before = acknowledged.getOrDefault(graph, 0);
    boolean changed = underWay.contains(graph + " " + found);
    assertTrue(found == before || changed, "graph " + graph + " has content " + found + ", acknowledged " + before);
    acknowledged.put(graph, found);
    if (found == 0) {
      assertEquals(0, store.graph(EndlessWriter.name(graph)).size());
    } else {
      StoredGraph whole = EndlessWriter.graph(graph, found);
      assertTrue(store.graph(EndlessWriter.name(graph)).isIsomorphicWith(whole.content()));
      assertEquals(whole.text().map(StoredGraph.StoredText::words), store.text(whole.text().orElseThrow().digest()));
    }
    return underWay.stream().filter(change -> change.startsWith(graph + " ")).findAny().map(change -> changed);
  }

  private int writeUntilKilled(Set<String> underWay) throws IOException, InterruptedException {
    Process writer = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx300m",
        "-cp", System.getProperty("java.class.path"), EndlessWriter.class.getName(), folder.toString(),
        Long.toString(random.nextLong())).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    int done = 0;
    try (BufferedReader said = new BufferedReader(
        new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
      int enough = random.nextInt(40);
      String line;
      while ((line = said.readLine()) != null) {
        done += take(line, underWay);
        if (writer.isAlive() && done >= enough) {
          dawdle();
          writer.toHandle().destroyForcibly();
        }
      }
    }
    assertEquals(137, writer.waitFor(), "it did not end by itself");
    return done;
  }

  /** Up to some milliseconds, so that the writer is somewhere within a change. */
  private void dawdle() {
    long until = System.nanoTime() + random.nextLong(30_000_000);
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
  }

  private int take(String line, Set<String> underWay) {
    String[] words = line.split(" ");
    underWay.clear();
    for (int at = 1; at + 1 < words.length; at += 2) {
      if (words[0].equals("begin")) {
        underWay.add(words[at] + " " + words[at + 1]);
      } else {
        acknowledged.put(Integer.parseInt(words[at]), Integer.parseInt(words[at + 1]));
      }
    }
    return words[0].equals("done") ? 1 : 0;
  }
}
