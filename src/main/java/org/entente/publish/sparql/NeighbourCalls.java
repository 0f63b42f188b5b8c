package org.entente.publish.sparql;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterCommonParent;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterSingleton;
import org.apache.jena.sparql.exec.http.Service;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.service.single.ServiceExecutor;
import org.apache.jena.sparql.util.Context;
import org.entente.publish.bounded.QueryRefused;
import org.entente.publish.bounded.QueryWatch;
import org.entente.problem.EntenteException;
import org.entente.publish.http.HttpProblem;

/**
 * The calls that one query makes by {@code SERVICE}: to neighbours only, following no redirect, no more than so many and
 * with no more than so many rows, for as long as the query may run. Closing it breaks off what is still under way.
 */
final class NeighbourCalls implements ServiceExecutor, AutoCloseable {

  private static final int MOST_CALLS = 100;
  private static final int MOST_ROWS = 200_000;

  private final Neighbours neighbours;
  private final QueryWatch watch;
  private final long end;
  private Optional<HttpClient> client = Optional.empty();
  private int calls;
  private int rows;

  NeighbourCalls(Neighbours neighbours, QueryWatch watch) {
    this.neighbours = neighbours;
    this.watch = watch;
    this.end = System.nanoTime() + watch.limit().toNanos();
  }

  /** For the engine. */
  ServiceExecutorRegistry services() {
    return new ServiceExecutorRegistry().add(this);
  }

  /** Rows from elsewhere do not have what the row has for which they were asked. */
  @Override
  public QueryIterator createExecution(OpService call, OpService asWritten, Binding row, ExecutionContext execution) {
    return new QueryIterCommonParent(found(call, execution), row, execution);
  }

  private QueryIterator found(OpService call, ExecutionContext execution) {
    neighbours.requireAllowed(call.getService());
    Neighbours.requirePublic(URI.create(call.getService().getURI()).getHost());
    calls++;
    if (calls > MOST_CALLS) {
      throw new QueryRefused("the query calls " + call.getService() + " more than " + MOST_CALLS + " times",
          "put SERVICE first, or into a group of its own, so that it is called once and not for each row");
    }
    watch.step();
    Context context = execution.getContext().copy();
    context.set(ARQ.httpServiceAllowed, true);
    context.set(Service.httpQueryClient, client());
    context.set(Service.httpQueryTimeout, Math.max(1, left().toMillis()));
    String endpoint = call.getService().getURI();
    watch.rest();
    try {
      QueryIterator found = new Counted(endpoint, Service.exec(call, context), execution);
      return call.getSilent() ? QueryIterPlainWrapper.create(Iter.toList(found).iterator(), execution) : found;
    } catch (RuntimeException e) {
      RuntimeException failure = failure(endpoint, e);
      if (call.getSilent() && failure instanceof HttpProblem) {
        return QueryIterSingleton.create(BindingFactory.root(), execution);
      }
      throw failure;
    }
  }

  /** What to throw for a failure of the endpoint's; one at the end of the time is that of the query. */
  private RuntimeException failure(String endpoint, RuntimeException e) {
    if (e instanceof EntenteException || e instanceof QueryCancelledException) {
      return e;
    }
    if (left().isNegative()) {
      return new QueryCancelledException();
    }
    String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    return new HttpProblem(502, "SERVICE gave no answer", endpoint + " did not answer: " + reason
        + ". With SERVICE SILENT the query goes on without it.");
  }

  private Duration left() {
    return Duration.ofNanos(end - System.nanoTime());
  }

  /** One for each query: at the end of its time even an answer that trickles in is broken off. */
  private HttpClient client() {
    HttpClient used = client.orElseGet(() -> {
      HttpClient made = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofMillis(Math.max(1, left().toMillis()))).build();
      CompletableFuture.delayedExecutor(left().toNanos(), TimeUnit.NANOSECONDS).execute(made::shutdownNow);
      return made;
    });
    client = Optional.of(used);
    return used;
  }

  @Override
  public void close() {
    client.ifPresent(HttpClient::shutdownNow);
  }

  /** Rows from elsewhere, each a step of the query. */
  private final class Counted extends QueryIterPlainWrapper {

    private final String endpoint;
    private final QueryIterator found;

    Counted(String endpoint, QueryIterator found, ExecutionContext execution) {
      super(found, execution);
      this.endpoint = endpoint;
      this.found = found;
    }

    @Override
    protected boolean hasNextBinding() {
      watch.rest();
      try {
        return super.hasNextBinding();
      } catch (RuntimeException e) {
        throw failure(endpoint, e);
      }
    }

    @Override
    protected Binding moveToNextBinding() {
      watch.step();
      rows++;
      if (rows > MOST_ROWS) {
        throw new QueryRefused("SERVICE gave more than " + MOST_ROWS + " rows", "ask it for less");
      }
      return super.moveToNextBinding();
    }

    @Override
    protected void closeIterator() {
      super.closeIterator();
      found.close();
    }

    @Override
    protected void requestCancel() {
      NeighbourCalls.this.close();
      super.requestCancel();
    }
  }
}
