package org.entente.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.entente.store.GraphStore;
import org.entente.store.StoreBackup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente restore}: a store made of a backup. */
@Command(
    name = "restore",
    description = "Make a new store of a backup, and check it; whole or not at all.",
    footerHeading = "%nThe folder must be new or empty: nothing is overwritten.%n%nExample:%n",
    footer = "  entente restore entente-2026-11-29.zip --store restored")
final class RestoreCommand implements Callable<Integer> {

  @Spec
  private CommandSpec spec;

  @Option(names = "--store", paramLabel = "DIR", required = true, description = "The new store's folder.")
  private Path folder;

  @Parameters(paramLabel = "FILE", description = "What entente backup wrote.")
  private Path file;

  @Override
  public Integer call() {
    StoreBackup.Contents contents = StoreBackup.restore(file, folder);
    try (GraphStore store = StoreOption.at(folder)) {
      ChangeLog.of(store).note("restore", file.toString(), contents.version());
    }
    spec.commandLine().getOut().printf("restored   %,d graphs, %,d texts, version %s of %s%n", contents.graphs(),
        contents.texts(), contents.version(), contents.base());
    return ExitCode.WELL;
  }
}
