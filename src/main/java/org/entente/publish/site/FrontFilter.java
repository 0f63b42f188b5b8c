package org.entente.publish.site;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.eclipse.jetty.server.Server;
import org.entente.problem.EntenteException;
import org.entente.publish.data.PublishedDataset;
import org.entente.publish.data.RemoteException;
import org.entente.publish.http.ContentSecurity;
import org.entente.publish.http.Exchange;
import org.entente.publish.http.HttpProblem;
import org.entente.publish.http.Metrics;
import org.entente.publish.http.Reply;
import org.entente.publish.http.ReplyWriter;
import org.entente.publish.http.RequestNames;
import org.entente.publish.http.Route;
import org.entente.publish.page.EntentePages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Every request comes through here: it is read, answered by its route, inside one read transaction unless that is known
 * not to be needed, and written. What
 * goes wrong becomes a reply in words; nothing is passed on to the servlets behind.
 */
final class FrontFilter implements Filter, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FrontFilter.class);
  private static final long MOST_DROPPED = 8 << 20;
  /** Being polite to refused clients must not hold more threads than this. */
  private static final int MOST_DROPPING = 8;
  private static final String REQUEST = "Entente-Request";
  private static final String EXPOSED =
      "ETag, Link, Content-Location, Last-Modified, Entente-Cut-Off, Entente-Request, Retry-After";

  private final PublishedDataset data;
  private final RoutingTable routes;
  private final ProblemReplies problems;
  private final Metrics metrics;
  private final ReplyWriter writer = new ReplyWriter();
  private final Semaphore dropping = new Semaphore(MOST_DROPPING);

  private FrontFilter(PublishedDataset data, RoutingTable routes, ProblemReplies problems, Metrics metrics) {
    this.data = data;
    this.routes = routes;
    this.problems = problems;
    this.metrics = metrics;
  }

  static FrontFilter over(PublishedDataset data, ServerOptions options, Writers writers) {
    Metrics metrics = new Metrics();
    EntentePages pages = new EntentePages(SiteRoutes.softwareVersion(), options.gallery());
    return new FrontFilter(data, RoutingTable.over(data, options, pages, metrics, writers), new ProblemReplies(pages),
        metrics);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException {
    HttpServletRequest asked = (HttpServletRequest) request;
    HttpServletResponse given = (HttpServletResponse) response;
    long start = System.nanoTime();
    MDC.put(REQUEST, RequestNames.next());
    try {
      serve(asked, given);
    } finally {
      MDC.remove(REQUEST);
      metrics.countRequest(asked.getMethod(), given.getStatus(), Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private void serve(HttpServletRequest asked, HttpServletResponse given) throws IOException {
    addCommonHeaders(given);
    Exchange exchange;
    try {
      exchange = Exchange.of(asked);
    } catch (HttpProblem e) {
      Exchange root = Exchange.unreadable(asked);
      writer.write(root, problems.reply(e), given);
      return;
    }
    Optional<Route> known = routes.withoutData(exchange);
    if (known.isPresent()) {
      answer(exchange, known.get(), asked, given);
      return;
    }
    DatasetGraph graphs = data.graphs();
    graphs.begin(TxnType.READ);
    try {
      answer(exchange, routes, asked, given);
    } finally {
      graphs.end();
    }
  }

  private void answer(Exchange exchange, Route route, HttpServletRequest asked, HttpServletResponse given)
      throws IOException {
    Reply reply = reply(exchange, route);
    if (!exchange.isRead()) {
      dropBody(asked);
    }
    write(exchange, writer.hasRoomFor(reply) ? reply : problems.reply(busy(), exchange), given);
  }

  /** A reply that fails while it is written is taken back if nothing has left yet, and else broken off. */
  private void write(Exchange exchange, Reply reply, HttpServletResponse given) throws IOException {
    try {
      writer.write(exchange, reply, given);
    } catch (RuntimeException e) {
      if (given.isCommitted()) {
        throw e;
      }
      LOG.error("{} {} could not be written", exchange.method(), exchange.path(), e);
      given.reset();
      addCommonHeaders(given);
      writer.write(exchange, problems.reply(failure(), exchange), given);
    }
  }

  private Reply reply(Exchange exchange, Route route) throws IOException {
    try {
      return route.answer(exchange);
    } catch (HttpProblem e) {
      return problems.reply(e, exchange);
    } catch (RemoteException e) {
      LOG.warn("{} {}: {}", exchange.method(), exchange.path(), e.getMessage());
      return problems.reply(new HttpProblem(502, "The data cannot be reached",
          "The store behind this server does not answer at this moment; try again later."), exchange);
    } catch (QueryCancelledException e) {
      LOG.warn("{} {} took too long", exchange.method(), exchange.path());
      return problems.reply(new HttpProblem(503, "The answer took too long",
          "Gathering it was stopped; ask for less, or again later.").withHeader("Retry-After", "10"), exchange);
    } catch (EntenteException e) {
      LOG.error("{} {}: {}", exchange.method(), exchange.path(), e.getMessage(), e);
      return problems.reply(failure(), exchange);
    } catch (OutOfMemoryError e) {
      // One query built something huge; by now it is garbage, and the others go on.
      LOG.error("{} {} took too much memory", exchange.method(), exchange.path());
      return problems.reply(new HttpProblem(503, "The answer took too much memory",
          "Gathering it was stopped; ask for less."), exchange);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("{} {} failed", exchange.method(), exchange.path(), e);
      return problems.reply(failure(), exchange);
    }
  }

  /** What a refused client still sends is read and dropped: it would otherwise see a broken connection, no answer. */
  private void dropBody(HttpServletRequest asked) {
    if (dropping.tryAcquire()) {
      try {
        drop(asked);
      } catch (IOException e) {
        LOG.debug("The rest of a refused request did not come", e);
      } finally {
        dropping.release();
      }
    }
  }

  private static void drop(HttpServletRequest asked) throws IOException {
    InputStream body = asked.getInputStream();
    long left = MOST_DROPPED;
    while (left > 0) {
      long skipped = body.skip(left);
      if (skipped == 0 && body.read() < 0) {
        return;
      }
      left -= Math.max(1, skipped);
    }
  }

  private static HttpProblem failure() {
    return new HttpProblem(500, "Something went wrong here", "The request could not be answered because of a fault of"
        + " the server; its diary says more under " + MDC.get(REQUEST) + ".").with("request", MDC.get(REQUEST));
  }

  private static HttpProblem busy() {
    return new HttpProblem(503, "Too many long answers are being read at this moment", "Ask again in a minute.")
        .withHeader("Retry-After", "60");
  }

  private static void addCommonHeaders(HttpServletResponse given) {
    given.setHeader("Access-Control-Allow-Origin", "*");
    given.setHeader("Access-Control-Expose-Headers", EXPOSED);
    given.setHeader(REQUEST, MDC.get(REQUEST));
    given.setHeader("X-Content-Type-Options", "nosniff");
    given.setHeader("Referrer-Policy", "no-referrer");
    given.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    given.setHeader(ContentSecurity.HEADER, ContentSecurity.USUAL);
  }

  /** Counts the threads and lines of the server before which it stands. */
  void observe(Server server) {
    metrics.observe(server);
  }

  /** Begins what takes long before it is asked for. */
  void prepare() {
    routes.prepare();
  }

  void settle() {
    routes.settle();
  }

  @Override
  public void close() {
    routes.close();
    metrics.close();
  }
}
