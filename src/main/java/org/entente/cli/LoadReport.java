package org.entente.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.article.ArticleSource;
import org.entente.load.LoadListener;
import org.entente.load.LoadOutcome;
import org.entente.load.LoadOutcome.Loaded;
import org.entente.load.LoadOutcome.PassedOver;
import org.entente.load.LoadOutcome.Rejected;
import org.entente.load.LoadOutcome.Unchanged;

/**
 * Prints what became of each article as soon as it is known, and counts. What is no article is only counted here, and
 * named in the table that {@code --report} asks for.
 */
final class LoadReport implements LoadListener {

  private final PrintWriter out;
  private final PrintWriter err;
  private int loaded;
  private int unchanged;
  private int rejected;
  private int passedOver;
  private int copies;
  private boolean besideDiary;
  private Optional<ReportFile> table = Optional.empty();
  private Optional<ProgressLine> progress = Optional.empty();

  LoadReport(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  /** Writes each outcome to a table too. */
  LoadReport with(Optional<ReportFile> file) {
    table = file;
    return this;
  }

  /** Leaves out what the diary says of each article that is stored, where both are written to the same place. */
  LoadReport besideDiary() {
    besideDiary = true;
    return this;
  }

  /** Shows how far it is, where somebody looks at a terminal; the launcher knows. */
  LoadReport over(int sources) {
    progress = Boolean.getBoolean("entente.terminal")
        ? Optional.of(new ProgressLine(err, InstantSource.system(), sources)) : Optional.empty();
    return this;
  }

  @Override
  public void finished(ArticleSource source) {
    progress.ifPresent(ProgressLine::finishedOne);
  }

  @Override
  public void accept(LoadOutcome outcome) {
    table.ifPresent(file -> file.add(outcome));
    progress.ifPresent(ProgressLine::erase);
    switch (outcome) {
      case Loaded done -> {
        loaded++;
        if (!besideDiary) {
          out.printf(
              "loaded     %s  %d undertakings, %d proposals  %s%n",
              done.source(), done.undertakings(), done.proposals(), done.article());
        }
        copies += done.copyOf().isPresent() ? 1 : 0;
        done.copyOf().ifPresent(other -> out.printf("           a copy: nearly the same text as %s%n", other));
      }
      case Unchanged same -> {
        unchanged++;
        out.printf("unchanged  %s  %s%n", same.source(), same.article());
      }
      case Rejected refused -> reject(refused);
      case PassedOver other -> passedOver++;
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
    if (loaded + unchanged + rejected + passedOver > 1) {
      out.printf("%d loaded%s, %d unchanged, %d rejected%s%n", loaded,
          copies == 0 ? "" : copies == 1 ? " (1 a copy)" : " (" + copies + " copies)", unchanged, rejected,
          passedOver == 0 ? "" : ", " + passedOver + " passed over as no articles");
    }
  }
}
