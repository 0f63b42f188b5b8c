package org.entente.cli;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.entente.problem.Secrets;
import org.entente.store.GraphStore;
import org.entente.store.StoreBackup;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code entente backup}: a store in one file. */
@Command(
    name = "backup",
    description = "Write everything that is in a store into one file: graphs, texts, what was withdrawn, decisions.",
    footerHeading = "%nOf a store that is being served, --server fetches one; the token needs the scope backup. The file%n"
        + "holds one state of the data, whole articles included. Tokens and the log of changes stay where they%n"
        + "are.%n%nExamples:%n",
    footer = {
      "  entente backup --store data -o entente-$(date +%%F).zip",
      "  entente backup --server https://data.example.org/ -o backup.zip     with ENTENTE_TOKEN",
      "  entente restore backup.zip --store restored && entente check --store restored"
    })
final class BackupCommand implements Callable<Integer> {

  @Spec
  private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private Origin origin = new Origin();

  /** A store that nobody has open, or a server. */
  private static final class Origin {

    @Option(names = "--store", paramLabel = "DIR", description = "The store's folder.")
    private @Nullable Path folder;

    @Option(names = "--server", paramLabel = "URL", description = "A running server, which is started with tokens.")
    private @Nullable URI server;
  }

  @Option(names = "--token", paramLabel = "TOKEN", defaultValue = "${env:ENTENTE_TOKEN}",
      description = "What the server wants to see; taken from ENTENTE_TOKEN where it is not given.")
  private @Nullable String token;

  @Option(names = {"-o", "--output"}, paramLabel = "FILE", required = true, description = "A new file.")
  private Path file;

  @Override
  public Integer call() {
    if (origin.server != null) {
      fetch(origin.server);
    } else {
      try (GraphStore store = StoreOption.at(Objects.requireNonNull(origin.folder))) {
        print("backed up", StoreBackup.write(store, file));
      }
    }
    return ExitCode.WELL;
  }

  private void fetch(URI address) {
    if (token == null || token.isBlank()) {
      throw new ParameterException(spec.commandLine(), "--server needs --token, or ENTENTE_TOKEN in the environment");
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      new RunningServer(address, token, client).backup(file);
    }
    spec.commandLine().getOut().printf("backed up  %s  %,d bytes%n", Secrets.hidden(address.toString()),
        file.toFile().length());
  }

  private void print(String what, StoreBackup.Contents contents) {
    spec.commandLine().getOut().printf("%s  %,d graphs, %,d texts, version %s of %s%n", what, contents.graphs(),
        contents.texts(), contents.version(), contents.base());
  }
}
