package org.entente.linking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Candidates as a table to review: a file of decisions whose decisions are still to be made, with what helps to make them.
 * Whoever reviews it writes {@code same} or {@code not-same} into the first column, and who, when and why.
 */
public final class ReviewTable {

  private static final String[] COLUMNS = {"decision", "subject", "property", "value", "was", "who", "when", "why",
    "name", "candidate", "similarity", "kind", "articles"};

  private ReviewTable() {}

  private record Row(UnlinkedName name, Candidate candidate, double similarity) {}

  /**
   * @param least candidates that are less alike are left out
   */
  public static String of(List<UnlinkedName> names, CandidateSource source, double least) {
    Map<String, List<Candidate>> candidates = source.candidates(names.stream().map(UnlinkedName::name).toList());
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180.builder().setHeader(COLUMNS).get())) {
      for (UnlinkedName name : names) {
        for (Row row : rows(name, candidates.getOrDefault(name.name(), List.of()), least)) {
          printer.printRecord("", name.iri(), "", row.candidate().iri(), "", "", "", "", name.name(),
              row.candidate().name(), String.format(Locale.ROOT, "%.2f", row.similarity()), name.kind(),
              name.articles());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** The most alike first; of a thing's names the most alike one. */
  private static List<Row> rows(UnlinkedName name, List<Candidate> candidates, double least) {
    Map<String, Row> best = new HashMap<>();
    for (Candidate candidate : candidates) {
      double similarity = Likeness.of(name.name(), candidate.name());
      if (similarity >= least) {
        best.merge(candidate.iri(), new Row(name, candidate, similarity),
            (one, other) -> one.similarity() >= other.similarity() ? one : other);
      }
    }
    return best.values().stream()
        .sorted(Comparator.comparing(Row::similarity).reversed().thenComparing(row -> row.candidate().iri())).toList();
  }
}
