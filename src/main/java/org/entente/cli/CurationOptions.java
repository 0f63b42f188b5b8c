package org.entente.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entente.curation.CurationException;
import org.entente.curation.CurationFile;
import org.entente.curation.CurationFile.Line;
import org.entente.load.CurationDesk;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Decisions of curators that a command takes over when it has loaded. */
final class CurationOptions {

  @Option(names = "--curation", paramLabel = "FILE.csv|ttl",
      description = "Decisions of curators to take over after loading, as with entente curate add; may be repeated."
          + " The store keeps them.")
  private List<Path> files = List.of();

  boolean isGiven() {
    return !files.isEmpty();
  }

  List<Line> read(String base) {
    return read(files, base);
  }

  static List<Line> read(List<Path> files, String base) {
    List<Line> lines = new ArrayList<>();
    files.forEach(file -> lines.addAll(CurationFile.read(file, base)));
    return lines;
  }

  /** Takes them over and says how many are new. */
  static void add(CurationDesk desk, List<Line> lines, PrintWriter out) {
    if (!lines.isEmpty()) {
      out.printf("curated    %d new of %d decisions%n", desk.add(lines), lines.size());
    }
  }

  /** Says what is wrong with decisions, a line each. */
  static int refused(CurationException problem, CommandLine command) {
    PrintWriter err = command.getErr();
    String.valueOf(problem.getMessage()).lines().forEach(line -> err.println("refused    " + line));
    problem.advice().ifPresent(advice -> err.println("  " + advice));
    return ExitCode.FINDINGS;
  }
}
