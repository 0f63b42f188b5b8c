package org.entente.publish.page.part;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An undertaking as it stands in a list. The fields kind, status, ending (empty
 * where none is told) and field are IRIs of ours. */
public record Deed(
    String iri,
    String label,
    String kind,
    String status,
    String ending,
    String field,
    Optional<LocalDate> earliest,
    Optional<LocalDate> latest,
    String when,
    List<Evidence> evidence) {

  public Deed {
    evidence = List.copyOf(evidence);
  }

  /**
   * The words that say so, and where they stand.
   *
   * @param digest names the article's text; empty where it is not known
   * @param begin first sign of the words in that text, in code points
   * @param end one after their last sign
   */
  public record Evidence(String passage, String quote, String article, String title, String digest, int begin,
      int end) {}

  public StatusGroup group() {
    return StatusGroup.of(status);
  }

  /** One deed for each IRI, in the order of the rows, with the evidence of all its rows. */
  public static List<Deed> of(List<PageQueries.Row> rows) {
    Map<String, List<Evidence>> evidence = new LinkedHashMap<>();
    Map<String, PageQueries.Row> first = new LinkedHashMap<>();
    for (PageQueries.Row row : rows) {
      String iri = row.text("deed");
      first.putIfAbsent(iri, row);
      List<Evidence> known = evidence.computeIfAbsent(iri, key -> new ArrayList<>());
      Evidence said =
          new Evidence(row.text("passage"), row.text("quote"), row.text("article"), row.text("title"),
              row.text("digest"), row.numberOr("begin", 0), row.numberOr("end", 0));
      if (!said.passage().isEmpty() && known.stream().noneMatch(e -> e.passage().equals(said.passage()))) {
        known.add(said);
      }
    }
    return first.entrySet().stream().map(entry -> of(entry.getValue(), evidence.get(entry.getKey()))).toList();
  }

  private static Deed of(PageQueries.Row row, List<Evidence> evidence) {
    return new Deed(row.text("deed"), row.text("label"), row.text("kind"), row.text("status"), row.text("ending"),
        row.text("field"),
        date(row.text("earliest")), date(row.text("latest")), row.text("when"), evidence);
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** When, for people. */
  public String whenInWords() {
    return earliest.map(from -> EdtfWords.of(when, from, latest.orElse(from)))
        .or(() -> latest.map(EdtfWords::noLaterThan)).orElse("");
  }
}
