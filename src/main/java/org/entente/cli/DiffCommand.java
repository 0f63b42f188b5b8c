package org.entente.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.entente.publish.dump.Difference;
import org.entente.publish.dump.Snapshot;
import org.entente.store.GraphStore;
import org.entente.versions.ChangesInWords;
import org.entente.versions.GraphChange;
import org.entente.versions.ThingChange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente diff}: what became of the data from one version to another. */
@Command(
    name = "diff",
    description = "Say what is added, changed and withdrawn from one version of the data to another: stores, dumps, or"
        + " single files of dumps.",
    footerHeading = "%nExit code 1 when they differ, as that of diff. The RDF Patch turns OLD into NEW.%n%nExamples:%n",
    footer = {
      "  entente diff dump-2026-10 data",
      "  entente diff old/entente.nq.gz new/entente.nq.gz --format patch > changes.rdfp"
    })
final class DiffCommand implements Callable<Integer> {

  /** How a difference is told. */
  enum Format {
    words, patch
  }

  @Spec
  private CommandSpec spec;

  @Option(names = "--format", paramLabel = "FORM", defaultValue = "words",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
  private Format format = Format.words;

  @Parameters(index = "0", paramLabel = "OLD", description = "A store, or a file or folder that entente dump wrote.")
  private Path old = Path.of("");

  @Parameters(index = "1", paramLabel = "NEW", description = "Another one.")
  private Path next = Path.of("");

  @Override
  public Integer call() {
    try (Place before = Place.at(old); Place after = Place.at(next)) {
      Difference difference = Difference.between(before.snapshot(), after.snapshot());
      if (format == Format.patch) {
        printPatch(difference, before.snapshot(), after.snapshot());
      } else {
        print(difference, before.snapshot(), after.snapshot());
      }
      return difference.isEmpty() ? ExitCode.WELL : ExitCode.FINDINGS;
    }
  }

  /** A place that may have to be closed. */
  private record Place(Snapshot snapshot, Optional<GraphStore> store) implements AutoCloseable {

    /** What has a base is a store. */
    static Place at(Path path) {
      if (Files.exists(path.resolve("base.txt"))) {
        GraphStore store = StoreOption.at(path);
        return new Place(Snapshot.of(store), Optional.of(store));
      }
      return new Place(Snapshot.of(path), Optional.empty());
    }

    @Override
    public void close() {
      store.ifPresent(GraphStore::close);
    }
  }

  private void printPatch(Difference difference, Snapshot before, Snapshot after) {
    ByteArrayOutputStream patch = new ByteArrayOutputStream();
    difference.writePatch(patch, version(before), version(after));
    spec.commandLine().getOut().print(patch.toString(StandardCharsets.UTF_8));
  }

  private static String version(Snapshot snapshot) {
    return snapshot.statedVersion().orElseGet(snapshot::version);
  }

  private void print(Difference difference, Snapshot before, Snapshot after) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf("from       %s  version %s%n", before.name(), version(before));
    out.printf("to         %s  version %s%n", after.name(), version(after));
    List<GraphChange> graphs = ChangesInWords.of(difference, before, after);
    graphs.forEach(graph -> print(graph, out));
    out.printf("%s%,d statements added, %,d removed, in %,d graphs%n", graphs.isEmpty() ? "no difference: " : "",
        difference.added().size(), difference.removed().size(), graphs.size());
  }

  private static void print(GraphChange graph, PrintWriter out) {
    out.printf("%-9s  %s \"%s\"  %s  (%,d statements added, %,d removed)%n", graph.fate().inWords(), graph.kind(),
        graph.label(), graph.iri(), graph.added(), graph.removed());
    for (ThingChange thing : graph.things()) {
      out.printf("  %-9s  %s \"%s\"  %s%n", thing.fate().inWords(), thing.kind(), thing.label(), thing.iri());
      thing.details().forEach(detail -> out.printf("             %s%n", detail));
    }
  }
}
