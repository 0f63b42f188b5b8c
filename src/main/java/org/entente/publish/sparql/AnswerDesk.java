package org.entente.publish.sparql;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.shared.JenaException;
import org.entente.publish.bounded.QueryRefused;
import org.entente.publish.bounded.QueryWatch;
import org.entente.publish.bounded.Watchman;
import org.entente.publish.data.PublishedDataset;
import org.entente.publish.http.ClientLine;
import org.entente.publish.http.Digests;
import org.entente.publish.http.Exchange;
import org.entente.publish.http.Form;
import org.entente.publish.http.HttpProblem;
import org.entente.publish.http.Metrics;
import org.entente.publish.http.Reply;
import org.entente.publish.http.ReplyRules;

/**
 * Runs a client's query and makes the reply: in the form that it wants, named for caches, with a word in the head when
 * it was cut off. Only so many queries run at the same time.
 */
public final class AnswerDesk implements AutoCloseable {

  private final PublishedDataset data;
  private final Limits limits;
  private final QueryDesk desk;
  private final ResultWriter writer;
  private final Metrics metrics;
  private final QueryPlaces places;
  private final Watchman watchman = new Watchman();

  public AnswerDesk(PublishedDataset data, Limits limits, QueryPlaces places, QueryDesk desk, Metrics metrics) {
    this.data = data;
    this.limits = limits;
    this.desk = desk;
    this.writer = new ResultWriter(data.base());
    this.metrics = metrics;
    this.places = places;
    metrics.gauge("entente_queries_running", "SPARQL queries of clients that run now.", watchman::running);
    metrics.gauge("entente_queries_stuck", "SPARQL queries that did not stop when they were told to.", watchman::stuck);
  }

  /**
   * What is to be answered.
   *
   * @param query fit to run
   * @param steady whether it always gives the same on the same data
   * @param key tells it from other queries at the same address
   * @param timeout how long it may run
   * @param format the form that is asked for by name, over the Accept header
   * @param page what people get who prefer a page to any form of the answer
   */
  public record Asked(Query query, boolean steady, String key, Duration timeout, Optional<String> format,
      Supplier<Reply> page) {}

  public Reply reply(Exchange exchange, Asked asked) {
    List<Form> offer = offer(asked.query());
    Optional<Form> wanted = asked.format().map(name -> named(name, offer));
    if (wanted.isEmpty() && exchange.isRead() && prefersPage(exchange, offer)) {
      return asked.page().get();
    }
    Form form = wanted.orElseGet(() -> exchange.negotiation().bestOrRefuse(offer));
    String tag = tag(asked, form);
    Optional<String> held = asked.steady() ? exchange.knows(tag) : Optional.empty();
    if (held.isPresent()) {
      return Reply.notModified(held.get()).with("Vary", "Accept").with("Cache-Control", ReplyRules.REVALIDATE);
    }
    Answer answer = answer(exchange, asked.query(), asked.timeout(), limits.rows());
    Reply reply = Reply.bytes(form.contentType(), written(answer, form)).with("Vary", "Accept");
    Reply told = answer.cutOff() ? reply.with("Entente-Cut-Off", "rows=" + answer.size()) : reply;
    return asked.steady()
        ? told.named(tag).modified(data.modified()).with("Cache-Control", ReplyRules.REVALIDATE)
        : told.with("Cache-Control", "no-store");
  }

  private byte[] written(Answer answer, Form form) {
    try {
      return writer.bytes(answer, form);
    } catch (JenaException e) {
      // RDF/XML, above all, has no way to write every property's IRI.
      throw new HttpProblem(406, "This answer cannot be written in this form",
          "It holds something that " + form.mediaType() + " has no way to write; ask for another form.");
    }
  }

  /** The forms that an answer to the query can have. */
  static List<Form> offer(Query query) {
    if (query.isAskType()) {
      return Form.OF_VERDICTS;
    }
    if (query.isConstructQuad()) {
      return Form.OF_DATASETS;
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

  /** Runs a query beside no more than so many others, for as long as its client waits. */
  public Answer answer(Exchange exchange, Query query, Duration timeout, int limit) {
    String who = exchange.clientNetwork();
    places.take(who);
    long start = System.nanoTime();
    String outcome = "failed";
    ClientLine client = exchange.client();
    QueryWatch watch = watchman.begin(timeout, client::isOpen);
    try (client; NeighbourCalls calls = new NeighbourCalls(limits.neighbours(), watch)) {
      Answer answer = desk.answer(query, watch, limit, calls);
      outcome = answer.cutOff() ? "cut-off" : "answered";
      return answer;
    } catch (QueryCancelledException e) {
      QueryWatch.Stop why = watch.stopped().orElse(QueryWatch.Stop.TIME);
      outcome = outcome(why);
      throw stopped(why, timeout);
    } catch (QueryRefused e) {
      outcome = "refused";
      throw QueryGate.refused(e);
    } catch (StackOverflowError e) {
      outcome = "refused";
      throw HttpProblem.tooDeep();
    } catch (HttpProblem e) {
      throw e;
    } catch (QueryException e) {
      throw new HttpProblem(400, "The query cannot be answered", String.valueOf(e.getMessage()));
    } finally {
      watchman.end(watch);
      places.giveBack(who);
      metrics.countQuery(outcome, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private static String outcome(QueryWatch.Stop why) {
    return switch (why) {
      case TIME -> "timed-out";
      case MEMORY -> "out-of-memory";
      case NOBODY_WAITS -> "abandoned";
      case CLOSING -> "failed";
    };
  }

  private static HttpProblem stopped(QueryWatch.Stop why, Duration timeout) {
    return switch (why) {
      case TIME -> timedOut(timeout);
      case MEMORY -> new HttpProblem(503, "The answer took too much memory", "The query was stopped; ask for less.");
      case NOBODY_WAITS -> new HttpProblem(503, "Nobody waits for this answer", "The query was stopped.");
      case CLOSING -> new HttpProblem(503, "The server is stopping", "Ask again when it is back.")
          .withHeader("Retry-After", "30");
    };
  }

  private static HttpProblem timedOut(Duration timeout) {
    return new HttpProblem(503, "The query took too long",
        "It was stopped after " + timeout.toMillis() / 1000.0 + " seconds. Add more precise patterns or a LIMIT.")
        .with("timeout", timeout.toMillis() / 1000.0);
  }

  private String tag(Asked asked, Form form) {
    String key = asked.key() + "\n" + limits.rows();
    return data.version() + "-" + Digests.shortSha256(key.getBytes(StandardCharsets.UTF_8)) + "-" + form.name();
  }

  /** Whether there are places that queries do come out of again. */
  public boolean isReady() {
    return watchman.stuck() < Math.max(1, limits.concurrentQueries() / 2);
  }

  /** Stops the queries that still run. */
  @Override
  public void close() {
    watchman.close();
  }
}
