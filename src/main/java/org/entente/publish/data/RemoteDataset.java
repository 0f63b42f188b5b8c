package org.entente.publish.data;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.entente.publish.http.Digests;

/**
 * The data behind any SPARQL 1.1 endpoint, published as if it were ours. Where the endpoint's default graph is not the
 * union of its named graphs, every query is told to take them all. Its version is made from what the store's own
 * catalogue says, if it was loaded, and from the number of its statements; it is looked at once a minute, so a change
 * may show that much later.
 */
public final class RemoteDataset implements PublishedDataset {

  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final int MOST_GRAPHS = 2_000;

  private final RemoteEndpoint endpoint;
  private final String base;
  private final Duration patience;
  private final Clock clock;
  private final RemoteGraphs graphs;
  private Optional<State> last = Optional.empty();

  /** What the remote data was like when it was last looked at. */
  private record State(String version, List<String> unionOf, Instant since, Instant checked) {}

  private RemoteDataset(RemoteEndpoint endpoint, String base, Duration patience, Clock clock) {
    this.endpoint = endpoint;
    this.base = base;
    this.patience = patience;
    this.clock = clock;
    this.graphs = new RemoteGraphs(endpoint, patience, () -> state().unionOf());
  }

  /**
   * @param address of the endpoint's query service
   * @param base the base IRI of the data in it, with its closing slash
   * @param patience how long it may take to answer
   * @throws RemoteException when it does not answer
   */
  public static RemoteDataset at(URI address, String base, Duration patience) {
    return at(address, base, patience, Clock.systemUTC());
  }

  static RemoteDataset at(URI address, String base, Duration patience, Clock clock) {
    RemoteDataset dataset = new RemoteDataset(new RemoteEndpoint(address.toString()), base, patience, clock);
    dataset.state();
    return dataset;
  }

  private synchronized State state() {
    Instant now = clock.instant();
    if (last.isEmpty() || last.get().checked().plus(FRESH).isBefore(now)) {
      last = Optional.of(look(now));
    }
    return last.get();
  }

  private State look(Instant now) {
    String size = rows("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }").getFirst().toString();
    String catalogued = rows("SELECT ?v { GRAPH <" + base + "graph/catalog> { ?c <https://schema.org/version> ?v } }"
        + " ORDER BY ?v").toString();
    String version = Digests.shortSha256((size + catalogued).getBytes(StandardCharsets.UTF_8));
    Instant since = last.filter(state -> state.version().equals(version)).map(State::since).orElse(now);
    return new State(version, makesUnionItself() ? List.of() : graphNames(), since, now);
  }

  /** Whether a statement of a named graph is found without naming the graph. */
  private boolean makesUnionItself() {
    List<Binding> sample = rows("""
        SELECT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } FILTER(ISIRI(?s) && ISIRI(?o)) } LIMIT 1""");
    return sample.isEmpty() || !rows("SELECT * { %s %s %s BIND(1 AS ?found) } LIMIT 1".formatted(
        NodeFmtLib.strNT(Nodes.get(sample.getFirst(), "s")),
        NodeFmtLib.strNT(Nodes.get(sample.getFirst(), "p")),
        NodeFmtLib.strNT(Nodes.get(sample.getFirst(), "o")))).isEmpty();
  }

  private List<String> graphNames() {
    List<String> names = rows("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g LIMIT " + (MOST_GRAPHS + 1))
        .stream().map(row -> Nodes.text(row, "g")).toList();
    if (names.size() > MOST_GRAPHS) {
      throw new RemoteException(endpoint.name() + " has more than " + MOST_GRAPHS
          + " graphs and a default graph that is not their union; have it make the union itself",
          new IllegalStateException("too many graphs to name in each query"));
    }
    return names;
  }

  private List<Binding> rows(String text) {
    Query query = QueryFactory.create(text);
    try (QueryExec execution = endpoint.execution(query, patience)) {
      return execution.select().materialize().stream().toList();
    } catch (RuntimeException e) {
      RuntimeException failure = endpoint.failure(e);
      throw failure instanceof QueryCancelledException
          ? new RemoteException(endpoint.name() + " did not answer within " + patience.toSeconds() + " seconds", e)
          : failure;
    }
  }

  @Override
  public String base() {
    return base;
  }

  @Override
  public String version() {
    return state().version();
  }

  @Override
  public Instant modified() {
    return state().since();
  }

  @Override
  public DatasetGraph graphs() {
    return graphs;
  }
}
