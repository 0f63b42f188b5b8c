package org.entente.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.entente.publish.dump.Dump;
import org.entente.publish.dump.DumpWriter;
import org.entente.store.GraphStore;
import org.entente.vocab.Prefixes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code entente dump}: the whole dataset as files. */
@Command(
    name = "dump",
    description = "Write the whole dataset as Turtle, N-Triples, N-Quads, TriG and JSON-LD, and each article by itself as"
        + " Turtle, with SHA-256 checksums.",
    footerHeading = "%nThe same data gives the same bytes. Files that are being downloaded stay whole.%n%nExamples:%n",
    footer = {
      "  entente dump --store data --output dump",
      "  entente dump --store data --output dump --plain && (cd dump && sha256sum -c SHA256SUMS)"
    })
final class DumpCommand implements Callable<Integer> {

  @Spec
  private CommandSpec spec;
  @Mixin
  private StoreOption store;

  @Option(names = {"-o", "--output"}, paramLabel = "DIR", required = true, description = "Where the files go.")
  private Path output;

  @Option(names = "--plain", description = "Do not compress them.")
  private boolean plain;

  @Override
  public Integer call() {
    try (GraphStore opened = store.open()) {
      Dump dump = new DumpWriter(Prefixes.ALL.getNsPrefixMap()).write(opened, output, plain);
      for (Dump.DumpFile file : dump.files()) {
        spec.commandLine().getOut().printf("%s  %,12d  %s%n", file.sha256(), file.bytes(), file.name());
      }
      return ExitCode.WELL;
    }
  }
}
