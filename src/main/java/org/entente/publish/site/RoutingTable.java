package org.entente.publish.site;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.publish.data.PerVersion;
import org.entente.publish.data.PublishedDataset;
import org.entente.publish.http.Digests;
import org.entente.publish.http.Exchange;
import org.entente.publish.http.HttpProblem;
import org.entente.publish.assistant.Assistant;
import org.entente.publish.http.KeptReplies;
import org.entente.publish.http.Metrics;
import org.entente.publish.http.Reply;
import org.entente.publish.http.Route;
import org.entente.publish.page.Assets;
import org.entente.publish.page.EntentePages;
import org.entente.publish.sparql.AnswerDesk;
import org.entente.publish.sparql.QueryDesk;
import org.entente.publish.sparql.QueryPlaces;
import org.entente.vocab.Addresses;

/** Which part of the address space is answered by whom, with which methods. */
final class RoutingTable implements Route, AutoCloseable {

  /** How long one query over all of the data may take, whose answer is then kept. */
  private static final Duration GATHERING = Duration.ofMinutes(10);
  private static final String READING = "GET, HEAD, OPTIONS";
  private static final String ASKING = "GET, HEAD, POST, OPTIONS";

  private final PublishedDataset data;
  private final Metrics metrics;
  private final KeptReplies replies;
  private final List<Entry> entries;
  private final DumpShelf dumps;
  private final Overviews overviews;
  private final IntakeRoute intake;
  private final AnswerDesk answers;

  private RoutingTable(PublishedDataset data, Metrics metrics, List<Entry> entries, DumpShelf dumps,
      Overviews overviews, IntakeRoute intake, AnswerDesk answers, KeptReplies replies) {
    this.data = data;
    this.replies = replies;
    this.metrics = metrics;
    this.entries = entries;
    this.dumps = dumps;
    this.overviews = overviews;
    this.intake = intake;
    this.answers = answers;
  }

  /** What an answer is made of. */
  private enum Source {
    /** Something else than the data, so that nobody need read them. */
    ELSEWHERE,
    DATA,
    /** The data and the request alone, so that it can be kept. */
    DATA_ALONE
  }

  /** Paths of one shape, and who answers them. */
  private record Entry(Pattern path, String methods, Source source, Route route) {

    Entry from(Source other) {
      return new Entry(path, methods, other, route);
    }
  }

  private static Entry of(String path, String methods, Route route) {
    return new Entry(Pattern.compile(path), methods, Source.DATA, route);
  }

  private static Entry reading(String path, Route route) {
    return of(path, READING, route);
  }

  private static Entry keeping(Entry entry) {
    return entry.from(Source.DATA_ALONE);
  }

  private static Entry elsewhere(Entry entry) {
    return entry.from(Source.ELSEWHERE);
  }

  private static Entry asking(String path, Route route) {
    return of(path, ASKING, route);
  }

  static RoutingTable over(PublishedDataset data, ServerOptions options, EntentePages writer, Metrics metrics,
      Writers writers) {
    QueryDesk desk = new QueryDesk(data, options.limits().queryTimeout());
    QueryPlaces places = new QueryPlaces(options.limits().concurrentQueries(), options.clients().forwarded());
    AnswerDesk answers = new AnswerDesk(data, options.limits(), places, desk, metrics);
    QueryDesk gathering = new QueryDesk(data, GATHERING);
    PerVersion<SearchIndex> index = new PerVersion<>(data, () -> SearchIndex.of(gathering, data.base()));
    PerVersion<Vocabulary> vocabulary = new PerVersion<>(data, () -> Vocabulary.of(gathering));
    PerVersion<DatasetProfile> profile = new PerVersion<>(data, () -> DatasetProfile.of(gathering, data.base()));
    PageDesk pages = new PageDesk(data, options, writer, vocabulary, profile);
    NearNames near = new NearNames(index, new Addresses(data.base()));
    IntakeRoute intake = new IntakeRoute(options.writing(), writers, data.base(), metrics);
    DumpShelf dumps = DumpShelf.over(data, options.dumps());
    Overviews overviews = new Overviews(data);
    FrontRoute front = new FrontRoute(data, options, profile, dumps, pages, overviews);
    DescriptionReader reader = new DescriptionReader(desk, options.limits().pageSize());
    Tombstones tombstones = new Tombstones(desk, data.base());
    PerVersion<StateNames> states = new PerVersion<>(data, () -> StateNames.of(gathering));
    ThingRoutes things = new ThingRoutes(data, reader, pages, near, tombstones, states);
    SiteRoutes site = new SiteRoutes(data, gathering, answers, metrics);
    KeptReplies replies = new KeptReplies(options.limits().queryTimeout());
    List<Entry> entries = new ArrayList<>(List.of(
        keeping(reading("/", front)),
        keeping(asking("/sparql", new SparqlRoute(data, options, desk, answers, pages))),
        reading("/id(/.*)?", things::thing),
        keeping(reading("/page(/.*)?", things::page)),
        reading("/data(/.*)?", things::data),
        keeping(reading("/graph(/.*)?", new GraphRoute(data, desk, pages, near, tombstones))),
        reading("/void(\\.[a-z]+)?", front::description),
        reading("/\\.well-known/void", exchange -> Reply.seeOther(exchange.relativeRoot() + "void")),
        keeping(reading("/quality", front::quality)),
        reading("/dump(/.*)?", new DumpRoute(dumps, pages)),
        keeping(reading("/queries(/.*)?", new QuestionsRoute(data, options, answers, reader, pages, states))),
        keeping(reading("/export(/.*)?", new ExportRoute(data, options, answers, pages, states))),
        elsewhere(of("/articles", "POST, OPTIONS", intake)),
        reading("/cite/.*", new CiteRoute(data, desk, near, tombstones,
            new CitedAnswers(options.gallery(), states))),
        elsewhere(of("/articles/[^/]+", "DELETE, OPTIONS", intake::remove)),
        reading("/backup", new BackupRoute(data, writers, options.writing().flatMap(ServerOptions.Writing::log))),
        asking("/reconcile(/.*)?", new ReconcileRoute(data, index, options, Extension.bundled(desk))),
        keeping(reading("/search", new SearchRoute(data, index, pages))),
        keeping(reading("/changes([./].*)?", new ChangesRoute(data, gathering, pages))),
        reading("/sitemap(-[0-9]+)?\\.xml", site::siteMap),
        elsewhere(reading("/llms\\.txt", site::assistants)),
        elsewhere(reading("/robots\\.txt", site::robots)),
        elsewhere(reading("/healthz", site::health)),
        reading("/metrics", site::metrics),
        elsewhere(reading("/favicon\\.ico", RoutingTable::icon)),
        elsewhere(reading("/assets/.*", RoutingTable::asset))));
    for (String family : Addresses.TERM_FAMILIES) {
      entries.add(keeping(reading("/" + family + "(\\.[a-z]+)?(/.*)?",
          new TermRoute(family, data, vocabulary, pages, near))));
    }
    RoutingTable readable =
        new RoutingTable(data, metrics, List.copyOf(entries), dumps, overviews, intake, answers, replies);
    entries.add(of("/mcp", "POST, OPTIONS", new AssistantRoute(
        new Assistant(SiteRoutes.softwareVersion()), readable, options.limits().requestBytes())));
    return new RoutingTable(data, metrics, List.copyOf(entries), dumps, overviews, intake, answers, replies);
  }

  /** Browsers ask for it unasked, and complain about a 404. */
  private static Reply icon(Exchange exchange) {
    return Reply.empty(204).with("Cache-Control", "public, max-age=86400");
  }

  private static Reply asset(Exchange exchange) {
    return Assets.at(exchange.path())
        .map(asset -> Reply.bytes(asset.mediaType(), asset.content())
            .named(Digests.shortSha256(asset.content()))
            .with("Cache-Control", "public, max-age=3600"))
        .orElseThrow(() -> HttpProblem.notFound("There is no file " + exchange.path() + "."));
  }

  @Override
  public Reply answer(Exchange exchange) throws IOException {
    return answer(exchange, entry(exchange).orElseThrow(() -> HttpProblem.notFound(
        "There is no page " + exchange.path() + "; the start page lists what is here.")));
  }

  private Optional<Entry> entry(Exchange exchange) {
    return entries.stream().filter(entry -> entry.path().matcher(exchange.path()).matches()).findFirst();
  }

  /**
   * Who answers without reading the data, if anybody does: so that health and what was kept are there at once while a
   * change is written, for which whoever begins to read has to wait.
   */
  Optional<Route> withoutData(Exchange exchange) {
    return data.knownVersion().flatMap(version -> entry(exchange).flatMap(entry -> switch (entry.source()) {
      case ELSEWHERE -> Optional.of(asked -> answer(asked, entry));
      case DATA_ALONE -> replies.kept(exchange, version).map(reply -> {
        metrics.countKept(true);
        return asked -> reply;
      });
      case DATA -> Optional.empty();
    }));
  }

  private Reply answer(Exchange exchange, Entry entry) throws IOException {
    if (exchange.method().equals("OPTIONS")) {
      return Reply.empty(204).with("Allow", entry.methods())
          .with("Access-Control-Allow-Methods", entry.methods())
          .with("Access-Control-Allow-Headers",
              "Accept, Accept-Language, Content-Type, If-None-Match, If-Modified-Since, Range, If-Range,"
                  + " MCP-Protocol-Version")
          .with("Access-Control-Max-Age", "86400");
    }
    if (Arrays.stream(entry.methods().split(", ")).noneMatch(exchange.method()::equals)) {
      throw HttpProblem.methodNotAllowed(exchange.method(), entry.methods());
    }
    return entry.source() == Source.DATA_ALONE ? kept(exchange, entry.route()) : entry.route().answer(exchange);
  }

  private Reply kept(Exchange exchange, Route route) throws IOException {
    return replies.answer(exchange, data.version(), route, metrics::countKept);
  }

  /** Begins what takes long before it is asked for. */
  void prepare() {
    overviews.prepare();
    dumps.prepare();
  }

  void settle() {
    overviews.await();
    dumps.await();
  }

  @Override
  public void close() {
    answers.close();
    intake.close();
    overviews.close();
    dumps.close();
  }
}
