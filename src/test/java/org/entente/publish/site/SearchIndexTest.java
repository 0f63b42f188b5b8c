package org.entente.publish.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.entente.publish.data.MemoryDataset;
import org.entente.publish.sparql.QueryDesk;
import org.junit.jupiter.api.Test;

/** What is searched where there is more than the memory is to hold. */
class SearchIndexTest {

  private static final String BASE = "https://data.example.org/";

  private final QueryDesk desk =
      new QueryDesk(new MemoryDataset(PublishingTest.twoStates(), BASE), Duration.ofMinutes(1));

  private List<String> found(int most) {
    return SearchIndex.of(desk, BASE, most).search("Ruritania", 10).stream().map(SearchIndex.Hit::label).toList();
  }

  @Test
  void hasSomeOfItAndSaysThatItIsNotAllWhereThereIsTooMuch() {
    int names = IntStream.iterate(1, most -> !SearchIndex.of(desk, BASE, most).complete(), most -> most + 1).max()
        .orElse(0);
    assertTrue(names > 1);
    for (int most = 1; most <= names; most++) {
      assertFalse(SearchIndex.of(desk, BASE, most).complete(), most + " of them");
    }
    assertTrue(SearchIndex.of(desk, BASE, names + 1).complete());
    assertEquals(found(names + 1), found(2 * names));
  }
}
