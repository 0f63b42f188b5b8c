package org.entente.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.entente.article.ArticleSource;
import org.entente.article.MetadataOverrides;
import org.entente.curation.CurationException;
import org.entente.curation.CurationFile.Line;
import org.entente.load.ArticleLoader;
import org.entente.load.CurationDesk;
import org.entente.load.LoadOutcome;
import org.entente.load.Workbench;
import org.entente.problem.Secrets;
import org.entente.publish.data.PublishedDataset;
import org.entente.publish.data.RemoteDataset;
import org.entente.publish.data.StoredDataset;
import org.entente.publish.site.EntenteServer;
import org.entente.publish.site.ServerOptions;
import org.entente.publish.sparql.Neighbours;
import org.entente.query.QueryCatalogue;
import org.entente.store.Compactor;
import org.entente.store.GraphStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente serve}: the dataset on the web, until it is interrupted. */
@Command(
    name = "serve",
    description = "Publish a store, or articles, or (with neither) the bundled sample, on the web.",
    footerHeading = "%nReading is all that the public can do. Without --store everything is kept in memory.%n"
        + "%nExamples:%n",
    footer = {
      "  entente serve                       the bundled sample",
      "  entente serve articles/*.txt        some articles, in memory",
      "  entente serve --store data          what was loaded before",
      "  entente serve --store data --port 8080 --loopback",
      "  entente serve --store data --queries my-questions",
      "  entente serve --sparql http://localhost:8890/sparql --base https://data.example.org/",
      "",
      "Then: curl 'http://localhost:3030/sparql?query=ASK%%7B%%3Fs%%20%%3Fp%%20%%3Fo%%7D'"
    })
final class ServeCommand implements Callable<Integer> {

  private static final String SAMPLE = "/org/entente/sample/russia-pakistan-digest.txt";

  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);
  private static final long SECONDS_TO_END = 70;
  private static final int HIGHEST_PORT = 65535;
  /** How often the store is looked at for what changes left behind. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(10);

  private final Workbench.Maker maker;
  private final CountDownLatch ended = new CountDownLatch(1);

  @Spec
  private CommandSpec spec;

  @Option(names = "--store", paramLabel = "DIR", description = "The store's folder; made when articles are given.")
  private @Nullable Path folder;

  @Option(
      names = "--sparql",
      paramLabel = "URL",
      description = "Publish what another SPARQL 1.1 endpoint holds, in place of a store of ours.")
  private @Nullable URI endpoint;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "3030",
      description = "Where to listen; 0 takes a free port. Default: ${DEFAULT-VALUE}")
  private int port;

  @Option(names = "--loopback", description = "Answer this machine only.")
  private boolean loopback;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "How long a query may run. Default: ${DEFAULT-VALUE}")
  private int timeout;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "50000",
      description = "How many rows or triples a query gives at most. Default: ${DEFAULT-VALUE}")
  private int rows;

  @Option(
      names = "--service-hosts",
      paramLabel = "HOST[:PORT],...",
      split = ",",
      description = "Whose SPARQL endpoints queries may call by SERVICE, such as query.wikidata.org. Default: none. Names"
          + " that lead into a private network are refused, unless it is an address, or localhost, that is given here.")
  private Set<String> neighbours = Set.of();

  @Option(
      names = "--base",
      paramLabel = "IRI",
      description = "What all IRIs start with, whatever the port; fixed when a store is made. Default: the store's own,"
          + " else where this server is found: " + GraphStore.DEFAULT_BASE + ", or with the port of --port")
  private @Nullable String base;

  @Option(
      names = "--queries",
      paramLabel = "DIR",
      description = "A folder of more questions (NAME.rq) for the gallery, besides the bundled ones.")
  private @Nullable Path questions;

  @Option(
      names = "--full-text",
      description = "Show whole articles on their pages, not only the sentences that statements rest on and those next"
          + " to them. Only for texts that you may publish.")
  private boolean wholeTexts;

  @Option(
      names = "--rehearse",
      hidden = true,
      description = "Start, answer some requests of one's own, and end: so that Java knows what a server loads.")
  private boolean rehearsal;

  @Option(
      names = "--startable",
      hidden = true,
      description = "Only say whether a server could start so: before the launcher takes time for a rehearsal.")
  private boolean tried;

  @Mixin
  private WritingOptions writing;
  @Mixin
  private ClientOptions clients;
  @Mixin
  private CertificateOptions certificate;
  @Mixin
  private MetadataOptions metadata;
  @Mixin
  private KnowledgeOptions knowledge;
  @Mixin
  private CurationOptions curation;

  @Parameters(arity = "0..*", paramLabel = "FILE|URL", description = "Articles to load first.")
  private List<String> articles = List.of();

  ServeCommand(Workbench.Maker maker) {
    this.maker = maker;
  }

  @Override
  public Integer call() throws InterruptedException {
    try {
      return served();
    } finally {
      ended.countDown();
    }
  }

  private int served() throws InterruptedException {
    List<ArticleSource> sources = ArticleSource.expand(articles);
    if (tried) {
      startable();
      boolean missing = folder != null && isExisting(sources) && !Files.isDirectory(folder);
      return missing ? ExitCode.FAILURE : ExitCode.WELL;
    }
    if (endpoint != null) {
      return publishRemote(endpoint, sources);
    }
    ServerOptions usual = startable();
    try (GraphStore store = open(sources)) {
      LoadReport report = new LoadReport(spec.commandLine().getErr(), spec.commandLine().getErr()).besideDiary();
      ArticleLoader loader = load(store, sources, report);
      if (!sources.isEmpty() && report.stored() == 0) {
        return ExitCode.FINDINGS;
      }
      publish(store, loader, showsSample(sources) ? usual.withSample() : usual);
      return ExitCode.WELL;
    } catch (CurationException e) {
      return CurationOptions.refused(e, spec.commandLine());
    }
  }

  private GraphStore open(List<ArticleSource> sources) {
    if (folder == null) {
      return GraphStore.inMemory(base == null ? ownAddress() : base);
    }
    GraphStore store =
        isExisting(sources) ? StoreOption.at(folder)
            : StoreOption.made(folder, Optional.ofNullable(base), ownAddress());
    sayWhatItsBaseMeans(store.base());
    store.compact();
    return store;
  }

  /** Whether the store has to be there already: nothing is said that would make one. */
  private boolean isExisting(List<ArticleSource> sources) {
    return sources.isEmpty() && base == null && !rehearsal;
  }

  /** Where a browser on this machine finds the server; a free port has no name before it is taken. */
  private String ownAddress() {
    String scheme = certificate.certificate().isPresent() ? "https" : "http";
    return port == 0 ? GraphStore.DEFAULT_BASE : scheme + "://localhost:" + port + "/";
  }

  private void sayWhatItsBaseMeans(String fixed) {
    if (port != 0 && !fixed.equals(ownAddress())) {
      LOG.info(
          "Everything in this store is named under {}, which was fixed when it was made. Pages link to each other at"
              + " any address; the names themselves are looked up there",
          fixed);
    }
  }

  /** How the server is run, when it can start: an hour of loading for a port that is taken would be lost. */
  private ServerOptions startable() {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new ParameterException(spec.commandLine(), "--port: " + port + " is no port; choose one from 1 to "
          + HIGHEST_PORT + ", or 0 for a free one");
    }
    ServerOptions options = options();
    EntenteServer.requireStartable(options);
    return options;
  }

  private ArticleLoader load(GraphStore store, List<ArticleSource> sources, LoadReport report) {
    Workbench workbench = knowledge.workbench(maker, store.base());
    workbench.knowledge().refresh(store);
    List<Line> decisions = curation.read(store.base());
    CurationDesk desk = new CurationDesk(store, workbench.checker());
    desk.refuseContradictions(decisions);
    ArticleLoader loader = workbench.loader(store);
    loader.loadAll(
        sources, metadata.overrides(), ChangeLog.of(store).noting(report.over(sources.size())));
    if (showsSample(sources)) {
      report.accept(sample(workbench, loader));
    }
    CurationOptions.add(desk, decisions, spec.commandLine().getErr());
    return loader;
  }

  private boolean showsSample(List<ArticleSource> sources) {
    return folder == null && sources.isEmpty() && !rehearsal;
  }

  private static LoadOutcome sample(Workbench workbench, ArticleLoader loader) {
    try (InputStream in = ServeCommand.class.getResourceAsStream(SAMPLE)) {
      String name = "the bundled sample";
      return loader.load(name, workbench.readers().read(Objects.requireNonNull(in), name, MetadataOverrides.none()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void publish(GraphStore store, ArticleLoader loader, ServerOptions usual) throws InterruptedException {
    long number = StoredArticle.count(store);
    ServerOptions withDumps = store.folder().map(place -> usual.withDumps(place.resolve("dumps"))).orElse(usual);
    ServerOptions options = writing.tokens().map(tokens -> withDumps.withWriting(
        new ServerOptions.Writing(tokens, new StoreIntake(loader, store), ChangeLog.of(store).file())))
        .orElse(withDumps);
    Compactor compactor = Compactor.over(store, BETWEEN_LOOKS);
    try {
      publish(new StoredDataset(store), options, number == 1 ? "1 article" : number + " articles");
    } finally {
      compactor.close();
    }
  }

  private int publishRemote(URI address, List<ArticleSource> sources) throws InterruptedException {
    if (folder != null || !sources.isEmpty() || curation.isGiven() || !neighbours.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--sparql stands alone: what it publishes lies elsewhere");
    }
    String wanted = base == null ? GraphStore.DEFAULT_BASE : base;
    publish(RemoteDataset.at(address, wanted, Duration.ofSeconds(timeout)), startable(),
        Secrets.hidden(address.toString()));
    return ExitCode.WELL;
  }

  private void publish(PublishedDataset data, ServerOptions options, String what) throws InterruptedException {
    try (EntenteServer server = EntenteServer.start(data, options)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "entente-stop"));
      PrintWriter out = spec.commandLine().getOut();
      out.printf("Publishing %s at %s (Ctrl-C ends it)%n", what, server.url());
      out.flush();
      if (rehearsal) {
        Rehearsal.of(server.url());
      } else {
        server.join();
      }
    }
  }

  /** The program must not end before what is under way is done and the store is closed. */
  private void stop(EntenteServer server) {
    server.close();
    try {
      if (!ended.await(SECONDS_TO_END, TimeUnit.SECONDS)) {
        LOG.warn("The store was not closed in time; what was acknowledged is in it");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Neighbours neighbours() {
    try {
      return new Neighbours(neighbours);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--service-hosts: " + e.getMessage());
    }
  }

  private ServerOptions options() {
    ServerOptions options =
        ServerOptions.onPort(port)
            .withQueryTimeout(Duration.ofSeconds(timeout))
            .withRowLimit(rows)
            .withNeighbours(neighbours())
            .withClients(clients.clients())
            .withGallery(
                new BundledGallery(questions == null ? QueryCatalogue.bundled() : QueryCatalogue.with(questions)));
    ServerOptions secured = certificate.certificate().map(options::withCertificate).orElse(options);
    ServerOptions reachable = loopback ? secured.onLoopback() : secured;
    return wholeTexts ? reachable.withWholeTexts() : reachable;
  }
}
