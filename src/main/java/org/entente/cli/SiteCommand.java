package org.entente.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.entente.publish.data.StoredDataset;
import org.entente.publish.files.StaticSite;
import org.entente.publish.site.ServerOptions;
import org.entente.query.QueryCatalogue;
import org.entente.store.GraphStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code entente site}: the pages, data and dumps of a store as files for any web server. */
@Command(
    name = "site",
    description = "Write the site as files, for a web server or a host of pages that only sends files: every page, the data"
        + " of each thing in six forms, exports, dumps, and the redirects.",
    footerHeading = "%nSPARQL, search and reconciliation need a program and are left out. The same store gives the same"
        + " bytes.%n%nExamples:%n",
    footer = {
      "  entente site --store data --output public",
      "  entente site --store data --output public && (cd public && python3 -m http.server --bind localhost)"
    })
final class SiteCommand implements Callable<Integer> {

  private static final Duration LONGEST_QUERY = Duration.ofMinutes(10);
  /** Files come in no parts. */
  private static final int ALL = 50_000_000;

  @Spec
  private CommandSpec spec;
  @Mixin
  private StoreOption store;

  @Option(names = {"-o", "--output"}, paramLabel = "DIR", required = true,
      description = "Where the files go: a new or an empty folder.")
  private Path output;

  @Option(names = "--queries", paramLabel = "DIR",
      description = "A folder of more questions (NAME.rq) for the gallery, besides the bundled ones.")
  private @Nullable Path questions;

  @Option(names = "--full-text",
      description = "Show whole articles on their pages. Only for texts that you may publish.")
  private boolean wholeTexts;

  @Override
  public Integer call() {
    try (GraphStore opened = store.open()) {
      StaticSite.Written site = StaticSite.write(new StoredDataset(opened), options(), output);
      site.leftOut().forEach(address -> spec.commandLine().getErr().println("left out   " + address));
      spec.commandLine().getOut().printf("written    %,d pages, %,d files in all, %,d bytes: %s%n", site.pages(),
          site.files(), site.bytes(), output);
      return site.leftOut().isEmpty() ? ExitCode.WELL : ExitCode.FINDINGS;
    }
  }

  private ServerOptions options() {
    ServerOptions options = ServerOptions.onPort(0).onLoopback().withQueryTimeout(LONGEST_QUERY).withRowLimit(ALL)
        .withPageSize(ALL)
        .withGallery(new BundledGallery(questions == null ? QueryCatalogue.bundled() : QueryCatalogue.with(questions)));
    return wholeTexts ? options.withWholeTexts() : options;
  }
}
