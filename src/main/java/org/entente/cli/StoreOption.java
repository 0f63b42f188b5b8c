package org.entente.cli;

import java.nio.file.Path;
import org.entente.store.GraphStore;
import picocli.CommandLine.Option;

/** The store that a command reads: it must be there already. */
final class StoreOption {

  @Option(names = "--store", paramLabel = "DIR", required = true, description = "The store's folder.")
  private Path folder = Path.of("");

  GraphStore open() {
    return GraphStore.open(folder);
  }
}
