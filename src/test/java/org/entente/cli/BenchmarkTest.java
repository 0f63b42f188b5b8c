package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarkTest {

  @TempDir
  Path folder;

  private String article = "";

  @BeforeEach
  void write() throws IOException {
    article = Files.writeString(folder.resolve("news.txt"), Shell.NEWS).toString();
  }

  /** The readers as they are, and nothing of a stage that one does not have. */
  @ParameterizedTest
  @CsvSource({
    "rules, parse find describe validate",
    "learned, parse find encode weigh describe validate",
    "both, parse find encode weigh describe validate"
  })
  void tellsTheSpeedOfEachReaderAndWhereItsTimeGoes(String reader, String stages) {
    Shell measured = Shell.run("benchmark", "--reader", reader, "--rounds", "2", "--warm-up", "0", article);
    assertEquals(0, measured.code(), measured.err());
    assertTrue(measured.out().startsWith("reader            " + reader + "\nwords read "), measured.out());
    assertTrue(measured.out().matches("(?s).*words per second  [\\d,]+; per second of processor time [\\d,]+\n.*"),
        measured.out());
    String shares = measured.out().lines().filter(line -> line.startsWith("share of time ")).findFirst().orElseThrow();
    assertEquals(stages, shares.substring(18).replaceAll(" \\d+ %,?", ""));
  }

  @Test
  void timesWhatLoadAndExtractDoUnlessTold() {
    assertTrue(Shell.run("benchmark", "--help").out().replaceAll("\\s+", " ")
        .contains("rules, learned, both. Default: both"));
  }

  @Test
  void refusesNoRoundsAnUnknownReaderAndWhatHoldsNoArticle() throws IOException {
    assertEquals(2, Shell.run("benchmark", "--rounds", "0", article).code());
    assertEquals(2, Shell.run("benchmark", "--reader", "guesses", article).code());
    Path picture =
        Files.write(folder.resolve("photo.txt"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
    Shell refused = Shell.run("benchmark", picture.toString());
    assertEquals(1, refused.code());
    assertTrue(refused.err().contains("photo.txt"), refused.err());
  }
}
