package org.entente.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.entente.load.LoadOutcome;
import org.entente.load.LoadOutcome.Loaded;
import org.entente.load.LoadOutcome.PassedOver;
import org.entente.load.LoadOutcome.Rejected;
import org.entente.load.LoadOutcome.Unchanged;
import org.entente.problem.EntenteException;
import org.entente.query.SafeCells;

/** What became of each article as a table (CSV), a row as soon as it is known, so that a load that is broken off has one. */
final class ReportFile implements AutoCloseable {

  private static final String[] COLUMNS =
      {"source", "outcome", "reason", "title", "issued", "undertakings", "proposals", "copy_of", "article"};

  private final Path file;
  private final CSVPrinter table;

  private ReportFile(Path file, CSVPrinter table) {
    this.file = file;
    this.table = table;
  }

  /**
   * @throws EntenteException when the file cannot be made
   */
  static ReportFile create(Path file) {
    try {
      CSVFormat format = CSVFormat.RFC4180.builder().setHeader(COLUMNS).get();
      return new ReportFile(file, new CSVPrinter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), format));
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static EntenteException unwritable(Path file, IOException e) {
    return new EntenteException(
        "the report " + file + " could not be written (" + e.getMessage() + ")",
        "Give --report the name of a file in a folder that is there and may be written.", e);
  }

  void add(LoadOutcome outcome) {
    try {
      table.printRecord(row(outcome).stream().map(cell -> cell instanceof String text ? SafeCells.safe(text) : cell));
      table.flush();
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static List<Object> row(LoadOutcome outcome) {
    return switch (outcome) {
      case Loaded l -> List.of(l.source(), "loaded", String.join("; ", l.warnings()), l.title(), day(l.issued()),
          l.undertakings(), l.proposals(), l.copyOf().orElse(""), l.article());
      case Unchanged u -> List.of(u.source(), "unchanged", "", u.title(), day(u.issued()), "", "", "", u.article());
      case Rejected r -> List.of(r.source(), "rejected", reason(r), "", "", "", "", "", "");
      case PassedOver p -> List.of(p.source(), "passed over", p.reason(), "", "", "", "", "", "");
    };
  }

  private static String reason(Rejected refused) {
    StringBuilder reason = new StringBuilder(refused.problem());
    refused.findings().forEach(finding -> reason.append("; ").append(finding));
    refused.advice().ifPresent(advice -> reason.append("; ").append(advice));
    return reason.toString();
  }

  private static String day(Optional<LocalDate> issued) {
    return issued.map(LocalDate::toString).orElse("");
  }

  @Override
  public void close() {
    try {
      table.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
