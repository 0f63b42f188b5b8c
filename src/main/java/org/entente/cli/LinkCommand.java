package org.entente.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.entente.curation.CurationException;
import org.entente.curation.CurationFile;
import org.entente.linking.CandidateSource;
import org.entente.linking.EndpointCandidates;
import org.entente.linking.FileCandidates;
import org.entente.linking.LinkingException;
import org.entente.linking.ReviewTable;
import org.entente.linking.ServiceCandidates;
import org.entente.linking.UnlinkedName;
import org.entente.load.CurationDesk;
import org.entente.load.Workbench;
import org.entente.problem.EntenteException;
import org.entente.problem.Secrets;
import org.entente.store.GraphStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code entente link}: candidates elsewhere for names that are linked with nothing, and their links once reviewed. */
@Command(
    name = "link",
    description = "Find candidates for names that are linked with nothing, as a table to review; nothing is linked before"
        + " it was.",
    footerHeading = "%nSimilarity: 1.00 equal but for case, accents and punctuation; 0.98 the same words in another order;%n"
        + "otherwise 0.9 times that of Jaro and Winkler. An endpoint is asked for equal names only.%n"
        + "In the table write same or not-same into the column decision, and who, when and why.%n%nExamples:%n",
    footer = {
      "  entente link --store data --file ror.ttl > review.csv",
      "  entente link --store data --endpoint https://data.example.org/sparql -o review.csv",
      "  entente link --store data --service https://data.example.org/reconcile --least 0.8 -o review.csv",
      "  entente link --store data --accept review.csv"
    })
final class LinkCommand implements Callable<Integer> {

  private final Workbench.Maker maker;

  @Spec
  private CommandSpec spec;
  @Mixin
  private StoreOption store;
  @Mixin
  private KnowledgeOptions knowledge;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Where where;

  @Option(names = "--least", paramLabel = "0..1", defaultValue = "0.85",
      description = "Candidates that are less alike are left out. Default: ${DEFAULT-VALUE}")
  private double least;

  @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "60",
      description = "How long an endpoint or a service may take. Default: ${DEFAULT-VALUE}")
  private long timeout;

  @Option(names = {"-o", "--output"}, paramLabel = "FILE",
      description = "Where the table goes. Default: standard output")
  private @Nullable Path output;

  /** Where candidates come from, or the table that was reviewed. */
  private static final class Where {

    @Option(names = "--file", paramLabel = "FILE.ttl|nt|csv",
        description = "Things with labels in RDF, or a table with the columns iri and name.")
    private @Nullable Path file;

    @Option(names = "--endpoint", paramLabel = "URL", description = "A SPARQL endpoint.")
    private @Nullable URI endpoint;

    @Option(names = "--service", paramLabel = "URL", description = "A reconciliation service.")
    private @Nullable URI service;

    @Option(names = "--accept", paramLabel = "FILE.csv",
        description = "A table that was reviewed: its decisions are taken over, lines without one are passed over.")
    private @Nullable Path reviewed;
  }

  LinkCommand(Workbench.Maker maker) {
    this.maker = maker;
  }

  @Override
  public Integer call() {
    try (GraphStore opened = store.open()) {
      return where.reviewed == null ? review(opened) : accept(opened, where.reviewed);
    } catch (CurationException e) {
      return CurationOptions.refused(e, spec.commandLine());
    } catch (LinkingException e) {
      spec.commandLine().getErr().println("refused    " + Secrets.hidden(e.getMessage()));
      e.advice().ifPresent(advice -> spec.commandLine().getErr().println("  " + advice));
      return ExitCode.FINDINGS;
    }
  }

  private int accept(GraphStore opened, Path reviewed) {
    CurationDesk desk = new CurationDesk(opened, knowledge.workbench(maker, opened.base()).checker());
    CurationOptions.add(desk, CurationFile.reviewed(reviewed, opened.base()), spec.commandLine().getOut());
    return ExitCode.WELL;
  }

  private int review(GraphStore opened) {
    CandidateSource source = source();
    List<UnlinkedName> names = UnlinkedName.in(opened);
    String table = ReviewTable.of(names, source, least);
    if (output == null) {
      spec.commandLine().getOut().print(table);
    } else {
      try {
        Files.writeString(output, table);
      } catch (IOException e) {
        throw new EntenteException(output + " cannot be written", "Check its folder and permissions.", e);
      }
    }
    spec.commandLine().getErr().printf("%d candidates for %d names%n", table.lines().count() - 1, names.size());
    return ExitCode.WELL;
  }

  private CandidateSource source() {
    if (where.file != null) {
      return FileCandidates.of(where.file);
    }
    return where.endpoint != null
        ? new EndpointCandidates(where.endpoint.toString(), timeout)
        : new ServiceCandidates(Objects.requireNonNull(where.service), timeout);
  }
}
