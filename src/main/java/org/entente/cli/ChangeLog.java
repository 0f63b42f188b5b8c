package org.entente.cli;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.entente.access.AuditLog;
import org.entente.access.AuditLog.Entry;
import org.entente.article.ArticleSource;
import org.entente.load.LoadListener;
import org.entente.load.LoadOutcome;
import org.entente.load.LoadOutcome.Loaded;
import org.entente.store.GraphStore;

/** {@code changes.jsonl} in a store's folder: who changed what in it, from the command line as over the web. */
final class ChangeLog {

  static final String FILE = "changes.jsonl";
  private static final String HERE = "command line";

  private final Optional<AuditLog> log;

  private ChangeLog(Optional<AuditLog> log) {
    this.log = log;
  }

  /** That of a store; one in memory has none. */
  static ChangeLog of(GraphStore store) {
    return new ChangeLog(store.folder().map(folder -> new AuditLog(folder.resolve(FILE), Clock.systemUTC())));
  }

  Optional<AuditLog> file() {
    return log;
  }

  /** Notes what becomes of articles, and shows it too. */
  LoadListener noting(LoadListener shown) {
    return new LoadListener() {
      @Override
      public void accept(LoadOutcome outcome) {
        accept(List.of(outcome));
      }

      @Override
      public void accept(List<LoadOutcome> outcomes) {
        note(outcomes);
        shown.accept(outcomes);
      }

      @Override
      public void finished(ArticleSource source) {
        shown.finished(source);
      }
    };
  }

  /** Notes what became of articles; one that was there already changed nothing. */
  private void note(List<LoadOutcome> outcomes) {
    List<Entry> entries = outcomes.stream().filter(Loaded.class::isInstance).map(Loaded.class::cast)
        .map(loaded -> entry("add", loaded.source() + " " + loaded.article(), "loaded")).toList();
    log.filter(file -> !entries.isEmpty()).ifPresent(file -> file.add(entries));
  }

  /** Notes what the user of this program did. */
  void note(String action, String what, String outcome) {
    log.ifPresent(file -> file.add(entry(action, what, outcome)));
  }

  private static Entry entry(String action, String what, String outcome) {
    return new Entry(System.getProperty("user.name", "unknown"), HERE, action, what, outcome);
  }
}
