package org.entente.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.entente.load.LoadOutcome;
import org.entente.load.OutcomeRow;
import org.entente.problem.EntenteException;
import org.entente.query.SafeCells;

/** What became of each article as a table (CSV), a row as soon as it is known, so that a load that is broken off has one. */
final class ReportFile implements AutoCloseable {

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
      CSVFormat format = CSVFormat.RFC4180.builder().setHeader(OutcomeRow.COLUMNS.toArray(String[]::new)).get();
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
      table.printRecord(
          OutcomeRow.of(outcome).stream().map(cell -> cell instanceof String text ? SafeCells.safe(text) : cell));
      table.flush();
    } catch (IOException e) {
      throw unwritable(file, e);
    }
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
