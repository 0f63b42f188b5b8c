package org.entente.versions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;
import org.apache.jena.graph.Triple;

/**
 * What became of a dataset, the latest first: as an Atom feed, and as a Linked Data Event Stream with one page for each
 * day.
 *
 * @param base the base IRI of the dataset
 */
public record ChangeLists(String base, List<Change> changes) {

  private static final Comparator<Change> LATEST_FIRST =
      Comparator.comparing(Change::when).reversed().thenComparing(Change::iri);

  public ChangeLists {
    changes = changes.stream().sorted(LATEST_FIRST).toList();
  }

  /** The days on which something changed, in order. */
  public SequencedSet<LocalDate> days() {
    TreeSet<LocalDate> days = new TreeSet<>();
    changes.forEach(change -> days.add(change.day()));
    return days;
  }

  List<Change> on(LocalDate day) {
    return changes.stream().filter(change -> change.day().equals(day)).toList();
  }

  /** The feed, with no more than so many entries. */
  public String atom(int most) {
    return new AtomFeed(base + "changes").text(changes.stream().limit(most).toList(), latest());
  }

  private Instant latest() {
    return changes.stream().findFirst().map(Change::when).orElse(Instant.EPOCH);
  }

  /** The stream, with where the page of each day is. */
  public List<Triple> stream() {
    return new EventStream(base + "changes").root(days());
  }

  /** What changed on one day. */
  public List<Triple> stream(LocalDate day) {
    return new EventStream(base + "changes").day(day, on(day));
  }
}
