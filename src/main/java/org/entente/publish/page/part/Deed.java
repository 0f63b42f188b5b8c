package org.entente.publish.page.part;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An undertaking as it stands in a list. Kind, status, ending and fields are IRIs of ours.
 *
 * @param ending how it ended; empty where none is told
 * @param field its main field
 * @param fields all its fields with the broader ones, where they were asked for
 * @param told when the first article that tells of it was published, where that was asked for
 */
public record Deed(
    String iri,
    String label,
    String kind,
    String status,
    String ending,
    String field,
    List<String> fields,
    Optional<LocalDate> earliest,
    Optional<LocalDate> latest,
    String when,
    Optional<LocalDate> told,
    List<Evidence> evidence) {

  public Deed {
    fields = List.copyOf(fields);
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

  /** The same with the words that say so. */
  public Deed with(List<Evidence> said) {
    return new Deed(iri, label, kind, status, ending, field, fields, earliest, latest, when, told, said);
  }

  /** The words of each deed in rows that name no more of it. */
  public static Map<String, List<Evidence>> evidence(List<PageQueries.Row> rows) {
    Map<String, List<Evidence>> evidence = new LinkedHashMap<>();
    for (PageQueries.Row row : rows) {
      List<Evidence> known = evidence.computeIfAbsent(row.text("deed"), key -> new ArrayList<>());
      Evidence said =
          new Evidence(row.text("passage"), row.text("quote"), row.text("article"), row.text("title"),
              row.text("digest"), row.numberOr("begin", 0), row.numberOr("end", 0));
      if (!said.passage().isEmpty() && known.stream().noneMatch(e -> e.passage().equals(said.passage()))) {
        known.add(said);
      }
    }
    return evidence;
  }

  /** One deed for each IRI, in the order of the rows, with the evidence of all its rows. */
  public static List<Deed> of(List<PageQueries.Row> rows) {
    Map<String, List<Evidence>> evidence = evidence(rows);
    Map<String, PageQueries.Row> first = new LinkedHashMap<>();
    rows.forEach(row -> first.putIfAbsent(row.text("deed"), row));
    return first.entrySet().stream().map(entry -> of(entry.getValue(), evidence.getOrDefault(entry.getKey(), List.of()))).toList();
  }

  private static Deed of(PageQueries.Row row, List<Evidence> evidence) {
    return new Deed(row.text("deed"), row.text("label"), row.text("kind"), row.text("status"), row.text("ending"),
        row.text("field"), List.of(row.text("fields").split(" ")), date(row.text("earliest")), date(row.text("latest")),
        row.text("when"), date(row.text("told")), evidence);
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
