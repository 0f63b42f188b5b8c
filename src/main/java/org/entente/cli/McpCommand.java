package org.entente.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.entente.publish.assistant.Assistant;
import org.entente.publish.assistant.HttpReading;
import org.entente.publish.data.StoredDataset;
import org.entente.publish.site.EntenteServer;
import org.entente.publish.site.ServerOptions;
import org.entente.query.QueryCatalogue;
import org.entente.store.GraphStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code entente mcp}: the dataset for an assistant that starts programs and talks with them. */
@Command(
    name = "mcp",
    description = "Let an assistant read a store or a site, by the Model Context Protocol over standard input and output.",
    footerHeading = "%nThe tools are search, describe, dyad, query and cite; nothing can be changed. A server that"
        + " publishes the%ndata has them at /mcp, without this command.%n%nExamples:%n",
    footer = {
      "  entente mcp --store data",
      "  entente mcp --server https://data.example.org/",
      "",
      "  {\"mcpServers\": {\"entente\": {\"command\": \"entente\", \"args\": [\"mcp\", \"--store\", \"/srv/data\"]}}}"
    })
final class McpCommand implements Callable<Integer> {

  @Spec
  private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private Origin origin = new Origin();

  /** A store that nobody has open, or a server. */
  private static final class Origin {

    @Option(names = "--store", paramLabel = "DIR", description = "The store's folder.")
    private @Nullable Path folder;

    @Option(names = "--server", paramLabel = "URL", description = "A site of Entente.")
    private @Nullable String server;
  }

  @Override
  public Integer call() throws IOException {
    if (origin.server != null) {
      serve(site(origin.server));
      return ExitCode.WELL;
    }
    ServerOptions options = ServerOptions.onPort(0).onLoopback()
        .withGallery(new BundledGallery(QueryCatalogue.bundled()));
    try (GraphStore store = StoreOption.at(Objects.requireNonNull(origin.folder));
        EntenteServer server = EntenteServer.start(new StoredDataset(store), options)) {
      serve(URI.create(server.url()));
    }
    return ExitCode.WELL;
  }

  private URI site(String address) {
    try {
      return WebAddress.of(address);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--server " + address + ": " + e.getMessage());
    }
  }

  private static void serve(URI site) throws IOException {
    InputStream in = System.in;
    OutputStream out = System.out;
    try (HttpClient client = HttpClient.newHttpClient()) {
      Assistant.serve(in, out, new HttpReading(client, site), new Version().getVersion()[0]);
    }
  }
}
