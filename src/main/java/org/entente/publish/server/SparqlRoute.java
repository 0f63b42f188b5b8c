package org.entente.publish.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;

/**
 * {@code /sparql}: the query half of the SPARQL 1.1 Protocol. Without a query, programs get the service description and
 * people the editor.
 */
final class SparqlRoute implements Route {

  private static final Duration SHORTEST = Duration.ofMillis(1);

  private final PublishedDataset data;
  private final ServerOptions options;
  private final QueryDesk desk;
  private final QueryGate gate;
  private final ResultWriter writer;
  private final PageDesk pages;
  private final Metrics metrics;
  private final Semaphore places;

  SparqlRoute(PublishedDataset data, ServerOptions options, QueryDesk desk, PageDesk pages, Metrics metrics) {
    this.data = data;
    this.options = options;
    this.desk = desk;
    this.gate = new QueryGate(desk);
    this.writer = new ResultWriter(data.base());
    this.pages = pages;
    this.metrics = metrics;
    this.places = new Semaphore(options.concurrentQueries());
  }

  @Override
  public Reply answer(Exchange exchange) throws IOException {
    SparqlRequest request = SparqlRequest.read(exchange, options.maxRequestBytes());
    if (request.query().isEmpty()) {
      return withoutQuery(exchange);
    }
    Query query = gate.admit(request);
    List<Form> offer = offer(query);
    Optional<Form> wanted = request.format().map(name -> named(name, offer));
    if (wanted.isEmpty() && exchange.isRead() && prefersPage(exchange, offer)) {
      return editor(exchange);
    }
    Form form = wanted.orElseGet(() -> exchange.negotiation().bestOrRefuse(offer));
    boolean steady = QueryGate.isSteady(request.query().orElseThrow());
    String tag = tag(request, form);
    if (steady && exchange.knows(tag).isPresent()) {
      return Reply.notModified(exchange.knows(tag).orElseThrow()).with("Vary", "Accept");
    }
    Duration timeout = timeout(request);
    Answer answer = run(query, timeout);
    Reply reply = Reply.bytes(form.contentType(), writer.bytes(answer, form)).with("Vary", "Accept");
    Reply told = answer.cutOff()
        ? reply.with("Entente-Cut-Off", "rows=" + options.rowLimit())
        : reply;
    return steady
        ? told.named(tag).modified(data.modified()).with("Cache-Control", ReplyRules.REVALIDATE)
        : told.with("Cache-Control", "no-store");
  }

  private static List<Form> offer(Query query) {
    if (query.isAskType()) {
      return Form.OF_VERDICTS;
    }
    return query.isSelectType() ? Form.OF_RESULTS : Form.OF_GRAPHS;
  }

  private static Form named(String name, List<Form> offer) {
    return Form.named(name, offer).orElseThrow(() -> HttpProblem.badRequest("There is no form \"" + name
        + "\" for this query; there are " + String.join(", ", offer.stream().map(Form::name).toList()) + "."));
  }

  private static boolean prefersPage(Exchange exchange, List<Form> offer) {
    List<Form> withPage = new ArrayList<>(offer);
    withPage.add(Form.HTML);
    return exchange.negotiation().best(withPage).filter(Form.HTML::equals).isPresent();
  }

  private Reply withoutQuery(Exchange exchange) {
    if (!exchange.isRead()) {
      throw HttpProblem.badRequest("There is no query in this request; send it as the parameter \"query\".");
    }
    List<Form> offer = new ArrayList<>(List.of(Form.HTML));
    offer.addAll(Form.OF_GRAPHS);
    Form form = exchange.negotiation().bestOrRefuse(offer);
    if (form.equals(Form.HTML)) {
      return editor(exchange);
    }
    String tag = data.version() + "-service-" + form.name();
    return Reply.written(form.contentType(),
            out -> Rdf.write(new ServiceDescription(data.base()).graph(), form, out))
        .named(tag).with("Cache-Control", ReplyRules.REVALIDATE).with("Vary", "Accept");
  }

  private Reply editor(Exchange exchange) {
    return pages.reply(exchange, () -> PlainForms.editor(exchange));
  }

  private Answer run(Query query, Duration timeout) {
    if (!places.tryAcquire()) {
      throw new HttpProblem(503, "Too many queries run at this moment", "Ask again in a few seconds.")
          .withHeader("Retry-After", "5");
    }
    long start = System.nanoTime();
    String outcome = "failed";
    try {
      Answer answer = desk.answer(query, timeout, options.rowLimit());
      outcome = answer.cutOff() ? "cut-off" : "answered";
      return answer;
    } catch (QueryCancelledException e) {
      outcome = "timed-out";
      throw timedOut(timeout);
    } catch (HttpProblem e) {
      throw e;
    } catch (QueryException e) {
      throw new HttpProblem(400, "The query cannot be answered", String.valueOf(e.getMessage()));
    } finally {
      places.release();
      metrics.countQuery(outcome, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private static HttpProblem timedOut(Duration timeout) {
    return new HttpProblem(503, "The query took too long",
        "It was stopped after " + timeout.toMillis() / 1000.0 + " seconds. Add more precise patterns or a LIMIT.")
        .with("timeout", timeout.toMillis() / 1000.0);
  }

  private Duration timeout(SparqlRequest request) {
    return request.timeout().map(SparqlRoute::seconds)
        .filter(asked -> asked.compareTo(options.queryTimeout()) < 0).orElse(options.queryTimeout());
  }

  private static Duration seconds(String text) {
    try {
      double seconds = Double.parseDouble(text);
      if (seconds > 0 && seconds < 1e6) {
        Duration asked = Duration.ofMillis(Math.round(seconds * 1000));
        return asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked;
      }
    } catch (NumberFormatException e) {
      throw badTimeout(text);
    }
    throw badTimeout(text);
  }

  private static HttpProblem badTimeout(String text) {
    return HttpProblem.badRequest("timeout=" + text + " is not a number of seconds above zero.");
  }

  private String tag(SparqlRequest request, Form form) {
    String asked = String.join("\n", request.query().orElseThrow(), String.join(" ", request.defaultGraphs()),
        String.join(" ", request.namedGraphs()), String.valueOf(options.rowLimit()));
    return data.version() + "-" + Digests.shortSha256(asked.getBytes(StandardCharsets.UTF_8)) + "-" + form.name();
  }
}
