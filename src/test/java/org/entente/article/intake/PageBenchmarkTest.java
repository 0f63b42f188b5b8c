package org.entente.article.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Runs with {@code -Dentente.pages=DIR}, the folder of the benchmark, and {@code -Dentente.pages.metadata=DIR}, that of
 * Readability's test pages; neither is part of this repository.
 */
class PageBenchmarkTest {

  private static final double LEAST_F1 = 0.965;

  @Test
  void tellsArticlesFromThePagesAroundThem() throws IOException {
    String folder = System.getProperty("entente.pages", "");
    assumeTrue(!folder.isEmpty(), "give the benchmark's folder with -Dentente.pages=DIR");
    PageBenchmark benchmark = PageBenchmark.of(Path.of(folder));
    assertTrue(benchmark.f1() >= LEAST_F1, "F1 is " + benchmark.f1());
  }

  @Test
  void datesNoPageWrongly() throws IOException {
    String folder = System.getProperty("entente.pages.metadata", "");
    assumeTrue(!folder.isEmpty(), "give the folder of the test pages with -Dentente.pages.metadata=DIR");
    MetadataBenchmark benchmark = MetadataBenchmark.of(Path.of(folder));
    assertEquals(0, benchmark.dates().wrong());
    assertTrue(benchmark.dates().share() >= 0.95, "dates " + benchmark.dates());
    assertTrue(benchmark.bylines().share() >= 0.85, "bylines " + benchmark.bylines());
    assertTrue(benchmark.titles().share() >= 0.85, "titles " + benchmark.titles());
    assertTrue(benchmark.titlesOrHeadings() >= 0.95, "titles " + benchmark.titles());
  }
}
