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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sentences that assert an undertaking, and sentences with the same words that do not. What does not happen must not be
 * published as done; a few of the others may be lost.
 */
class FactualityProbesTest {

  private static final RuleReader RULES = Readers.READER;

  /** The rules alone, and with the learned reader beside them. */
  static List<RuleReader> readers() {
    return List.of(RULES, Readers.BOTH);
  }

  private static final Set<Status> DONE = Set.of(Status.COMPLETED, Status.CONCLUDED, Status.ONGOING);

  @ParameterizedTest
  @MethodSource("readers")
  void assertsNothingThatASharedProbeDoesNotAssert(RuleReader reader) throws IOException {
    String folder = System.getProperty("entente.corpus", "");
    Path probes = Path.of(folder, "probes", "factuality.tsv");
    Assumptions.assumeTrue(!folder.isBlank() && Files.exists(probes),
        "entente.corpus does not name the folder with the probes");
    check(reader, probes, 4, 3);
  }

  /** Other words, all kinds; the bars are what is reached today, so that it does not get worse. */
  @ParameterizedTest
  @MethodSource("readers")
  void assertsHardlyAnythingThatOurOwnProbesDoNotAssert(RuleReader reader) throws IOException {
    check(reader, Path.of("src/test/resources/reading/factuality.tsv"), reader == RULES ? 4 : 5,
        reader == RULES ? 15 : 19);
  }

  private static void check(RuleReader reader, Path probes, int asserted, int lost) throws IOException {
    List<String> wrong = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String line : Files.readAllLines(probes)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\t");
      String sentence = cells[cells.length - 1];
      boolean holds =
          reader.read(Readers.article(sentence)).undertakings().stream()
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
