package org.entente.publish.data;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.DatasetGraphBaseFind;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.TransactionalNull;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Symbol;

/**
 * The graphs behind a remote endpoint as a read-only dataset. A SPARQL query over it is sent to the endpoint whole, see
 * {@link RemoteQueryEngine}; single finds are answered by small queries of their own. There are no transactions over
 * SPARQL, so a change of the remote data may show between two queries of one request.
 */
public final class RemoteGraphs extends DatasetGraphBaseFind {

  /** In a query's context: how many milliseconds the endpoint has. */
  public static final Symbol TIMEOUT = Symbol.create("https://w3id.org/entente/software#remoteTimeout");

  private final RemoteEndpoint endpoint;
  private final Duration patience;
  private final Supplier<List<String>> unionOf;
  private final ThreadLocal<TransactionalNull> transaction = ThreadLocal.withInitial(TransactionalNull::new);
  private final PrefixMap prefixes = PrefixMapFactory.unmodifiablePrefixMap(
      PrefixMapFactory.create(Namespaces.all()));

  /**
   * @param patience the time limit of queries that come without one
   * @param unionOf the graphs whose union is the default graph; none where the endpoint makes the union itself
   */
  RemoteGraphs(RemoteEndpoint endpoint, Duration patience, Supplier<List<String>> unionOf) {
    this.endpoint = endpoint;
    this.patience = patience;
    this.unionOf = unionOf;
    QueryEngineRegistry engines = new QueryEngineRegistry();
    engines.add(new RemoteQueryEngine());
    QueryEngineRegistry.set(getContext(), engines);
  }

  RemoteEndpoint endpoint() {
    return endpoint;
  }

  Duration patience() {
    return patience;
  }

  /** The query with the union of all graphs as its default graph, unless it chooses its graphs itself. */
  Query overUnion(Query query) {
    Query whole = query.cloneQuery();
    if (!query.hasDatasetDescription()) {
      for (String graph : unionOf.get()) {
        whole.addGraphURI(graph);
        whole.addNamedGraphURI(graph);
      }
    }
    return whole;
  }

  /** What the endpoint describes; ours would take one query for every graph. */
  public List<Triple> describe(Query query, Duration timeout) {
    try (QueryExec execution = endpoint.execution(overUnion(query), timeout)) {
      return execution.describe().find().toList();
    } catch (RuntimeException e) {
      throw endpoint.failure(e);
    }
  }

  private List<Binding> rows(String query) {
    try (QueryExec execution = endpoint.execution(overUnion(QueryFactory.create(query)), patience)) {
      return execution.select().materialize().stream().toList();
    } catch (RuntimeException e) {
      throw endpoint.failure(e);
    }
  }

  private static String term(Node node, String variable) {
    return node == null || !node.isConcrete() ? "?" + variable : NodeFmtLib.strNT(node);
  }

  private static String pattern(Node s, Node p, Node o) {
    return term(s, "s") + " " + term(p, "p") + " " + term(o, "o");
  }

  private static Quad quad(Binding row, Node g, Node s, Node p, Node o) {
    return Quad.create(or(g, row, "g"), or(s, row, "s"), or(p, row, "p"), or(o, row, "o"));
  }

  private static Node or(Node given, Binding row, String variable) {
    return given == null || !given.isConcrete() ? Nodes.get(row, variable) : given;
  }

  @Override
  protected Iterator<Quad> findInDftGraph(Node s, Node p, Node o) {
    return rows("SELECT DISTINCT * { " + pattern(s, p, o) + " }").stream()
        .map(row -> quad(row, Quad.defaultGraphIRI, s, p, o)).iterator();
  }

  @Override
  protected Iterator<Quad> findInSpecificNamedGraph(Node g, Node s, Node p, Node o) {
    return rows("SELECT * { GRAPH " + NodeFmtLib.strNT(g) + " { " + pattern(s, p, o) + " } }").stream()
        .map(row -> quad(row, g, s, p, o)).iterator();
  }

  @Override
  protected Iterator<Quad> findInAnyNamedGraphs(Node s, Node p, Node o) {
    return rows("SELECT * { GRAPH ?g { " + pattern(s, p, o) + " } }").stream()
        .map(row -> quad(row, Node.ANY, s, p, o)).iterator();
  }

  @Override
  public Iterator<Node> listGraphNodes() {
    return rows("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g").stream()
        .map(row -> Nodes.get(row, "g")).iterator();
  }

  @Override
  public Graph getDefaultGraph() {
    return GraphView.createDefaultGraph(this);
  }

  @Override
  public Graph getGraph(Node graphNode) {
    return GraphView.createNamedGraph(this, graphNode);
  }

  @Override
  public PrefixMap prefixes() {
    return prefixes;
  }

  @Override
  public void addGraph(Node graphName, Graph graph) {
    throw readOnly();
  }

  @Override
  public void removeGraph(Node graphName) {
    throw readOnly();
  }

  private static UnsupportedOperationException readOnly() {
    return new UnsupportedOperationException("a remote endpoint is only read");
  }

  @Override
  public boolean supportsTransactions() {
    return true;
  }

  @Override
  public void begin(TxnType type) {
    transaction.get().begin(type);
  }

  @Override
  public boolean promote(Promote mode) {
    return false;
  }

  @Override
  public void commit() {
    transaction.get().commit();
  }

  @Override
  public void abort() {
    transaction.get().abort();
  }

  @Override
  public void end() {
    transaction.get().end();
  }

  @Override
  public ReadWrite transactionMode() {
    return transaction.get().transactionMode();
  }

  @Override
  public TxnType transactionType() {
    return transaction.get().transactionType();
  }

  @Override
  public boolean isInTransaction() {
    return transaction.get().isInTransaction();
  }
}
