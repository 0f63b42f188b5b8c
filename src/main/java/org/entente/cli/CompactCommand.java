package org.entente.cli;

import java.util.concurrent.Callable;
import org.entente.store.GraphStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code entente compact}: a store without what earlier changes left behind. */
@Command(
    name = "compact",
    description = "Write the database of a store anew, without what earlier changes left behind.",
    footerHeading = "%nThe data stay as they are. It needs as much free space again as they take. A server that takes%n"
        + "articles does this by itself where it is worth while, and goes on answering; so do load and the start%n"
        + "of serve.%n%nExample:%n",
    footer = "  entente compact --store data")
final class CompactCommand implements Callable<Integer> {

  @Spec
  private CommandSpec spec;
  @Mixin
  private StoreOption store;

  @Override
  public Integer call() {
    try (GraphStore opened = store.open()) {
      long before = opened.bytes();
      opened.compactNow();
      spec.commandLine().getOut().printf("compacted  %,d MB, now %,d MB%n", before >> 20, opened.bytes() >> 20);
      return ExitCode.WELL;
    }
  }
}
