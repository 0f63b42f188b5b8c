package org.entente.reading;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.undertaking.Status;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Sentences that assert an undertaking, and sentences with the same words that do not. What does not happen must not be
 * published as done; a few of the others may be lost.
 */
class FactualityProbesTest {

  private static final Set<Status> DONE = Set.of(Status.COMPLETED, Status.CONCLUDED, Status.ONGOING);

  @Test
  void assertsNothingThatASharedProbeDoesNotAssert() throws IOException {
    String folder = System.getProperty("entente.corpus", "");
    Path probes = Path.of(folder, "probes", "factuality.tsv");
    Assumptions.assumeTrue(!folder.isBlank() && Files.exists(probes),
        "entente.corpus does not name the folder with the probes");
    check(probes, 4, 3);
  }

  /** Other words, all kinds; the bars are what is reached today, so that it does not get worse. */
  @Test
  void assertsHardlyAnythingThatOurOwnProbesDoNotAssert() throws IOException {
    check(Path.of("src/test/resources/reading/factuality.tsv"), 4, 14);
  }

  private static void check(Path probes, int asserted, int lost) throws IOException {
    List<String> wrong = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String line : Files.readAllLines(probes)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\t");
      String sentence = cells[cells.length - 1];
      boolean holds =
          Readers.READER.read(Readers.article(sentence)).undertakings().stream()
              .anyMatch(u -> DONE.contains(u.status()));
      if (holds && cells[0].equals("no")) {
        wrong.add(sentence);
      } else if (!holds && cells[0].equals("yes")) {
        missing.add(sentence);
      }
    }
    assertTrue(wrong.size() <= asserted, () -> "asserted: " + wrong);
    assertTrue(missing.size() <= lost, () -> "lost: " + missing);
  }
}
