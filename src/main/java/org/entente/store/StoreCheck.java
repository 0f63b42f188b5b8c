package org.entente.store;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;

/**
 * Whether a store is whole: every graph is as its entry in the catalogue says, the version is that of all graphs
 * together, the six indexes of the database hold the same statements, and every text is there, is what its digest says,
 * and belongs to somebody. What the graphs say is left to others.
 */
public final class StoreCheck {

  private final GraphStore store;
  private final List<String> findings = new ArrayList<>();

  private StoreCheck(GraphStore store) {
    this.store = store;
  }

  /** What is wrong, in words; nothing when all is well. */
  public static List<String> findings(GraphStore store) {
    StoreCheck check = new StoreCheck(store);
    store.read(data -> {
      check.indexes();
      check.graphs(data);
      check.texts();
      return data;
    });
    return List.copyOf(check.findings);
  }

  private void graphs(DatasetGraph data) {
    String version = GraphDigest.nothing();
    Set<String> known = new HashSet<>(Set.of(store.catalogGraph()));
    for (CatalogEntry entry : store.catalog().entries()) {
      known.add(entry.graph());
      version = GraphDigest.plus(version, entry.graph(), entry.digest());
      graph(entry, data.getGraph(NodeFactory.createURI(entry.graph())));
    }
    for (Iterator<Node> names = data.listGraphNodes(); names.hasNext();) {
      String name = names.next().toString();
      if (!known.contains(name)) {
        findings.add("the graph " + name + " is not in the catalogue");
      }
    }
    if (!version.equals(store.catalog().version())) {
      findings.add("the version of the data is not that of its graphs");
    }
  }

  private void graph(CatalogEntry entry, Graph graph) {
    if (graph.size() != entry.triples()) {
      findings.add("the graph " + entry.graph() + " has " + graph.size() + " statements, not " + entry.triples());
    } else if (!GraphDigest.of(graph).equals(entry.digest())) {
      findings.add("the graph " + entry.graph() + " is not what its digest says");
    }
  }

  private void texts() {
    Set<String> unused = new TreeSet<>(store.texts().digests());
    for (CatalogEntry entry : store.catalog().entries()) {
      entry.textDigest().ifPresent(digest -> {
        unused.remove(digest);
        text(entry.graph(), digest);
      });
    }
    unused.forEach(digest -> findings.add("the text " + digest + " belongs to no graph"));
  }

  private void text(String graph, String digest) {
    Optional<String> text = store.text(digest);
    if (text.isEmpty()) {
      findings.add("the text " + digest + " of the graph " + graph + " is missing");
    } else if (!DigestUtils.sha256Hex(text.get()).equals(digest)) {
      findings.add("the text " + digest + " of the graph " + graph + " is not what its digest says");
    }
  }

  /** Each index has every statement in an order of its own; sums do not depend on order. */
  private void indexes() {
    TupleIndex[] indexes = store.storage().getQuadTable().getNodeTupleTable().getTupleTable().getIndexes();
    BigInteger first = sum(indexes[0]);
    for (TupleIndex index : indexes) {
      if (!sum(index).equals(first)) {
        findings.add("the index " + index.getName() + " does not have the statements of " + indexes[0].getName());
      }
    }
  }

  private static BigInteger sum(TupleIndex index) {
    BigInteger sum = BigInteger.ZERO;
    for (Iterator<Tuple<NodeId>> all = index.all(); all.hasNext();) {
      sum = sum.add(new BigInteger(1, DigestUtils.sha256(all.next().toString())));
    }
    return sum;
  }
}
