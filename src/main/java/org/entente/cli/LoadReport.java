package org.entente.cli;

import java.io.PrintWriter;
import java.util.function.Consumer;
import org.entente.load.LoadOutcome;
import org.entente.load.LoadOutcome.Loaded;
import org.entente.load.LoadOutcome.Rejected;
import org.entente.load.LoadOutcome.Unchanged;

/** Prints what became of each article as soon as it is known, and counts. */
final class LoadReport implements Consumer<LoadOutcome> {

  private final PrintWriter out;
  private final PrintWriter err;
  private int loaded;
  private int unchanged;
  private int rejected;

  LoadReport(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public void accept(LoadOutcome outcome) {
    switch (outcome) {
      case Loaded done -> {
        loaded++;
        out.printf(
            "loaded     %s  %d undertakings, %d proposals  %s%n",
            done.source(), done.undertakings(), done.proposals(), done.article());
      }
      case Unchanged same -> {
        unchanged++;
        out.printf("unchanged  %s  %s%n", same.source(), same.article());
      }
      case Rejected refused -> reject(refused);
    }
    out.flush();
  }

  private void reject(Rejected refused) {
    rejected++;
    out.printf("rejected   %s%n", refused.source());
    err.printf("entente: %s%n", refused.problem());
    refused.findings().forEach(finding -> err.printf("  %s%n", finding));
    refused.advice().ifPresent(advice -> err.printf("  %s%n", advice));
  }

  boolean allWell() {
    return rejected == 0;
  }

  int stored() {
    return loaded + unchanged;
  }

  /** The last line, where there was more than one article. */
  void printSum() {
    if (loaded + unchanged + rejected > 1) {
      out.printf("%d loaded, %d unchanged, %d rejected%n", loaded, unchanged, rejected);
    }
  }
}
