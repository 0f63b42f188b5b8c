package org.entente.publish.page;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.publish.page.part.Counting;
import org.entente.publish.page.part.PageQueries;

/**
 * What the front page counts and draws, from all of the data: over millions of statements nobody waits for it.
 *
 * @param counting what the numbers count
 * @param counts how much there is of everything
 * @param network how many undertakings two states share, by field and status
 * @param places where undertakings happen
 * @param years how many there are in each year
 * @param articles the latest articles
 */
public record Overview(Counting counting, List<PageQueries.Row> counts, List<PageQueries.Row> network,
    List<PageQueries.Row> places, List<PageQueries.Row> years, List<PageQueries.Row> articles) {

  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** Gathers it, inside a read transaction, on which it does not depend afterwards. */
  public static Overview of(DatasetGraph data, Counting counting) {
    PageQueries queries = new PageQueries(data, counting, LONGEST);
    return new Overview(counting, queries.ask("counts", Map.of()), queries.ask("network", Map.of()),
        queries.ask("all-places", Map.of()), queries.ask("years", Map.of()), queries.ask("articles", Map.of()));
  }
}
