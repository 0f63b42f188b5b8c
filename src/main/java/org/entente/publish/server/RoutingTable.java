package org.entente.publish.server;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.entente.publish.page.Pages;

/** Which part of the address space is answered by whom, with which methods. */
final class RoutingTable implements Route, AutoCloseable {

  private static final String READING = "GET, HEAD, OPTIONS";
  private static final String ASKING = "GET, HEAD, POST, OPTIONS";

  private final List<Entry> entries;

  private RoutingTable(List<Entry> entries) {
    this.entries = entries;
  }

  /** Paths that begin with a prefix, or that are it. */
  private record Entry(String path, boolean exact, String methods, Route route) {

    boolean covers(String asked) {
      return exact ? asked.equals(path) : asked.equals(path) || asked.startsWith(path + "/");
    }
  }

  static RoutingTable over(PublishedDataset data, ServerOptions options, Metrics metrics) {
    QueryDesk desk = new QueryDesk(data, options.queryTimeout());
    PageDesk pages = new PageDesk(data, options.pages());
    return new RoutingTable(List.of(
        new Entry("/sparql", true, ASKING, new SparqlRoute(data, options, desk, pages, metrics)),
        new Entry("/assets", false, READING, exchange -> asset(options.pages(), exchange))));
  }

  private static Reply asset(Pages pages, Exchange exchange) {
    return pages.asset(exchange.path())
        .map(asset -> Reply.bytes(asset.mediaType(), asset.content())
            .named(Digests.shortSha256(asset.content()))
            .with("Cache-Control", "public, max-age=3600"))
        .orElseThrow(() -> HttpProblem.notFound("There is no file " + exchange.path() + "."));
  }

  @Override
  public Reply answer(Exchange exchange) throws IOException {
    for (Entry entry : entries) {
      if (entry.covers(exchange.path())) {
        return answer(exchange, entry);
      }
    }
    throw HttpProblem.notFound("There is no page " + exchange.path() + "; the start page lists what is here.");
  }

  private static Reply answer(Exchange exchange, Entry entry) throws IOException {
    if (exchange.method().equals("OPTIONS")) {
      return Reply.empty(204).with("Allow", entry.methods())
          .with("Access-Control-Allow-Methods", entry.methods())
          .with("Access-Control-Allow-Headers",
              "Accept, Accept-Language, Content-Type, If-None-Match, If-Modified-Since, Range, If-Range")
          .with("Access-Control-Max-Age", "86400");
    }
    if (Arrays.stream(entry.methods().split(", ")).noneMatch(exchange.method()::equals)) {
      throw HttpProblem.methodNotAllowed(exchange.method(), entry.methods());
    }
    return entry.route().answer(exchange);
  }

  @Override
  public void close() {
    // Nothing is held yet that outlives a request.
  }
}
