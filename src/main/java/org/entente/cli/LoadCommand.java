package org.entente.cli;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.atlas.iterator.Iter;
import org.entente.article.ArticleFormatException;
import org.entente.article.ArticleSource;
import org.entente.article.MetadataOverrides;
import org.entente.article.intake.ArticleReaders;
import org.entente.article.intake.ListedPages;
import org.entente.curation.CurationException;
import org.entente.curation.CurationFile.Line;
import org.entente.load.Conversion.Converted;
import org.entente.load.ConvertedCorpus;
import org.entente.load.CurationDesk;
import org.entente.load.LoadListener;
import org.entente.load.LoadOutcome;
import org.entente.load.Workbench;
import org.entente.store.GraphStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente load}: articles into a store. */
@Command(
    name = "load",
    description = "Convert articles and store what they say; tells for each if it was loaded, unchanged or rejected.",
    footerHeading = "%nA rejected article does not stop the others; the exit code is then 1. Loading an article again%n"
        + "replaces what it stated before.%n%nExamples:%n",
    footer = {
      "  entente load --store data summit.txt",
      "  entente load --store data --base https://data.example.org/ articles/",
      "  entente load --store data --report report.csv lexisnexis.docx articles/ 'saved/*.mhtml' crawl.warc.gz",
      "  entente load --store data --date 2018-08-10 --author \"Ana Reyes\" report.pdf",
      "  entente load --store data --fetch --most 200 20181001.export.CSV",
      "  entente load --store data --converted converted/",
      "  curl -s https://news.example.org/1 | entente load --store data -",
      "  entente load --server https://data.example.org/ --token SECRET summit.txt"
    })
final class LoadCommand implements Callable<Integer> {

  private final Workbench.Maker maker;

  @Spec
  private CommandSpec spec;

  /** Where the articles go: into a folder, or to a server that publishes one. */
  @ArgGroup(multiplicity = "1")
  private Target target = new Target();

  private static final class Target {
    @Option(names = "--store", paramLabel = "DIR", description = "The store's folder; made when it is missing.")
    private @Nullable Path folder;

    @Option(
        names = "--server",
        paramLabel = "URL",
        description = "A running server that was started with a token; it reads the articles itself.")
    private @Nullable URI server;
  }

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      defaultValue = "${env:ENTENTE_TOKEN}",
      description = "What the server at --server wants to see; taken from ENTENTE_TOKEN where it is not given.")
  private @Nullable String token;

  @Option(
      names = "--base",
      paramLabel = "IRI",
      description = "What all IRIs start with; fixed when the store is made. Default: " + GraphStore.DEFAULT_BASE)
  private @Nullable String base;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write what became of each article to a table too (CSV): source, outcome, reason, title, day, what "
          + "was found in it, of which article it is a copy, IRI.")
  private @Nullable Path table;

  @Option(
      names = "--fetch",
      description = "Fetch the pages whose addresses a file lists, one in a line or in a column of a table (GDELT's, for "
          + "example): as robots.txt allows, one page of a site at a time.")
  private boolean fetch;

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "1000",
      description = "With --fetch: no more pages than that. Default: ${DEFAULT-VALUE}")
  private int most;

  @Option(
      names = "--pause",
      paramLabel = "SECONDS",
      defaultValue = "1",
      description = "With --fetch: how long a site is left alone between two pages, if it does not ask for longer. "
          + "Default: ${DEFAULT-VALUE}")
  private double pause;

  @Option(
      names = "--converted",
      description = "The arguments are folders with what was converted on a cluster: it is stored and linked as if it had "
          + "been read here.")
  private boolean converted;

  @Mixin
  private MetadataOptions metadata;
  @Mixin
  private KnowledgeOptions knowledge;
  @Mixin
  private CurationOptions curation;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|URL",
      description = "Text, HTML, Markdown, PDF, DOCX, ODT or RTF; a saved page (MHTML), a mail, a web archive (WARC, "
          + "WACZ), a ZIP, an EPUB, an export of LexisNexis, Factiva or ProQuest, JSON lines or CSV with texts, a feed; a folder, "
          + "a pattern, a web address, or - for standard input.")
  private List<String> articles = List.of();

  LoadCommand(Workbench.Maker maker) {
    this.maker = maker;
  }

  @Override
  public Integer call() {
    List<ArticleSource> sources = sources();
    try (ReportFile file = table == null ? null : ReportFile.create(table)) {
      return load(sources, new LoadReport(spec.commandLine().getOut(), spec.commandLine().getErr())
          .with(Optional.ofNullable(file)).over(sources.size()));
    }
  }

  private List<ArticleSource> sources() {
    if (converted) {
      requireStoreOnly();
      return List.of();
    }
    if (fetch && target.server != null) {
      throw new ParameterException(spec.commandLine(), "--fetch goes with --store: a server fetches nothing");
    }
    if (most < 1 || !(pause >= 0)) {
      throw new ParameterException(spec.commandLine(), "--most takes a number from 1 on, --pause one from 0 on");
    }
    List<ArticleSource> named = ArticleSource.expand(articles);
    return fetch ? ListedPages.in(named, most) : named;
  }

  private void requireStoreOnly() {
    if (fetch || target.server != null || !metadata.overrides().equals(MetadataOverrides.none())) {
      throw new ParameterException(spec.commandLine(),
          "--converted goes with --store, and without --fetch, --title, --author, --date, --publisher and --source");
    }
  }

  private int load(List<ArticleSource> sources, LoadReport report) {
    try {
      if (target.server != null) {
        send(target.server, sources, report);
      } else {
        load(Objects.requireNonNull(target.folder), sources, report);
      }
    } catch (CurationException e) {
      return CurationOptions.refused(e, spec.commandLine());
    }
    report.printSum();
    return report.allWell() ? ExitCode.WELL : ExitCode.FINDINGS;
  }

  private void load(Path folder, List<ArticleSource> sources, LoadReport report) {
    try (GraphStore store = StoreOption.made(folder, Optional.ofNullable(base))) {
      Workbench workbench = knowledge.workbench(maker, store.base());
      if (fetch) {
        workbench = workbench.reading(ArticleReaders.pausing(Duration.ofMillis((long) (pause * 1000))));
      }
      workbench.knowledge().refresh(store);
      List<Line> decisions = curation.read(store.base());
      CurationDesk desk = new CurationDesk(store, workbench.checker());
      desk.refuseContradictions(decisions);
      LoadListener listener = ChangeLog.of(store).noting(report);
      if (converted) {
        workbench.loader(store).storeAll(converted(store.base()), listener);
      } else {
        workbench.loader(store).loadAll(sources, metadata.overrides(), listener);
      }
      CurationOptions.add(desk, decisions, spec.commandLine().getOut());
      store.compact();
    }
  }

  private Iterator<Converted> converted(String base) {
    List<ConvertedCorpus> corpora = articles.stream().map(name -> ConvertedCorpus.in(Path.of(name), base)).toList();
    return Iter.flatMap(corpora.iterator(), ConvertedCorpus::articles);
  }

  private void send(URI address, List<ArticleSource> sources, LoadReport report) {
    if (base != null || knowledge.isGiven() || curation.isGiven()) {
      throw new ParameterException(
          spec.commandLine(),
          "--server stands without --base, --gazetteer, --lexicon and --curation: the server has its own");
    }
    if (token == null || token.isBlank()) {
      throw new ParameterException(spec.commandLine(), "--server needs --token, or ENTENTE_TOKEN in the environment");
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      RunningServer server = new RunningServer(address, token, client);
      for (ArticleSource source : sources) {
        outcomes(server, source).forEach(report::accept);
        report.finished(source);
      }
    }
  }

  private List<LoadOutcome> outcomes(RunningServer server, ArticleSource source) {
    if (source instanceof ArticleSource.Other other) {
      return List.of(new LoadOutcome.PassedOver(other.name(), other.reason()));
    }
    try {
      return server.send(source.name(), ArticleReaders.content(source), metadata.overrides());
    } catch (ArticleFormatException e) {
      return List.of(new LoadOutcome.Rejected(source.name(), e.getMessage(), e.advice(), List.of()));
    }
  }
}
