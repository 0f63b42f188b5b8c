package org.entente.article;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Runs with {@code -Dentente.pages=DIR}, the folder of the benchmark, which is not part of this repository. */
class PageBenchmarkTest {

  private static final double LEAST_F1 = 0.965;

  @Test
  void tellsArticlesFromThePagesAroundThem() throws IOException {
    String folder = System.getProperty("entente.pages", "");
    assumeTrue(!folder.isEmpty(), "give the benchmark's folder with -Dentente.pages=DIR");
    PageBenchmark benchmark = PageBenchmark.of(Path.of(folder));
    assertTrue(benchmark.f1() >= LEAST_F1, "F1 is " + benchmark.f1());
  }
}
