package org.entente.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.entente.load.Relinking;
import org.entente.store.GraphStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** The store that a command reads, which must be there already; and the one way in which commands open a store. */
final class StoreOption {

  private static final Logger LOG = LoggerFactory.getLogger(StoreOption.class);

  @Option(names = "--store", paramLabel = "DIR", required = true, description = "The store's folder.")
  private Path folder = Path.of("");

  GraphStore open() {
    return at(folder);
  }

  /** The store of a folder that has one. */
  static GraphStore at(Path folder) {
    return mended(GraphStore.open(folder));
  }

  /** The store of a folder, which is made where there is none. */
  static GraphStore made(Path folder, Optional<String> base) {
    return made(folder, base, GraphStore.DEFAULT_BASE);
  }

  /** The same; {@code usual} is the base of a new one where none is given. */
  static GraphStore made(Path folder, Optional<String> base, String usual) {
    return mended(GraphStore.openOrCreate(folder, base, usual));
  }

  /**
   * The same store, in order: links between articles are made after the articles are stored, and a process that was
   * killed in between, or had not enough memory, left them to be made.
   */
  private static GraphStore mended(GraphStore store) {
    if (store.wasInterrupted()) {
      LOG.info("The store was not closed the last time; what was acknowledged is there");
    }
    if (store.isUnlinked()) {
      LOG.info("Its articles are not all linked with each other yet: it is done now");
      Relinking.linkAll(store);
    }
    return store;
  }
}
