package org.entente.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** How far a load of many files is, in one line of a terminal that is written over again: {@code 712 of 10000 …}. */
final class ProgressLine {

  private static final String ERASE = "\r\u001B[K";
  private static final int FEWEST = 10;

  private final PrintWriter terminal;
  private final InstantSource clock;
  private final int total;
  private final Instant start;
  private int done;

  ProgressLine(PrintWriter terminal, InstantSource clock, int total) {
    this.terminal = terminal;
    this.clock = clock;
    this.total = total;
    this.start = clock.instant();
  }

  /** Makes room for a line of the report. */
  void erase() {
    if (total >= FEWEST) {
      terminal.print(ERASE);
      terminal.flush();
    }
  }

  void finishedOne() {
    done++;
    if (total >= FEWEST && done < total) {
      terminal.print(ERASE + line());
      terminal.flush();
    }
  }

  private String line() {
    double seconds = Math.max(0.001, Duration.between(start, clock.instant()).toMillis() / 1000.0);
    double rate = done / seconds;
    long left = Math.round((total - done) / rate);
    int tenths = (int) (20L * done / total);
    return String.format(Locale.ROOT, "[%s%s] %d of %d, %.1f a second, %s left", "#".repeat(tenths),
        " ".repeat(20 - tenths), done, total, rate, time(left));
  }

  private static String time(long seconds) {
    return seconds < 90 ? seconds + " s" : seconds < 5400 ? (seconds + 30) / 60 + " min"
        : String.format(Locale.ROOT, "%.1f h", seconds / 3600.0);
  }
}
