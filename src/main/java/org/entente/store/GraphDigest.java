package org.entente.store;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdInline;

/**
 * Digests that do not depend on order: of a graph, over its sorted N-Triples lines as the database gives them back; of the whole data, as the sum of
 * its graphs' digests, so that replacing one graph costs one subtraction and one addition.
 */
final class GraphDigest {

  private static final BigInteger MODULUS = BigInteger.TWO.pow(256);

  private GraphDigest() {}

  static String of(Graph graph) {
    return of(graph.stream());
  }

  /** The same of a graph in the database, subject by subject: the lines of a great one are never all at hand. */
  static String ofStored(Graph graph) {
    MessageDigest sha = DigestUtils.getSha256Digest();
    SortedMap<String, Node> subjects = new TreeMap<>();
    // The blank behind it sorts one before another that begins with it, as the lines do.
    graph.find().forEachRemaining(
        triple -> subjects.put(NodeFmtLib.strNT(triple.getSubject()) + " ", triple.getSubject()));
    subjects.values().forEach(subject -> update(sha, Iter.asStream(graph.find(subject, Node.ANY, Node.ANY))));
    return HexFormat.of().formatHex(sha.digest());
  }

  static String of(Stream<Triple> triples) {
    MessageDigest sha = DigestUtils.getSha256Digest();
    update(sha, triples);
    return HexFormat.of().formatHex(sha.digest());
  }

  private static void update(MessageDigest sha, Stream<Triple> triples) {
    triples.map(GraphDigest::asStored).map(NodeFmtLib::strNT).sorted().forEach(line -> {
      sha.update(line.getBytes(StandardCharsets.UTF_8));
      sha.update((byte) '\n');
    });
  }

  /** The database keeps numbers and dates as values, so that 0.80 comes back as 0.8: what comes back counts. */
  private static Triple asStored(Triple triple) {
    Node object = triple.getObject();
    if (!object.isLiteral() || !NodeIdInline.hasInlineDatatype(object)) {
      return triple;
    }
    NodeId inline = NodeIdInline.inline(object);
    return inline == null
        ? triple
        : Triple.create(triple.getSubject(), triple.getPredicate(), NodeIdInline.extract(inline));
  }

  /** The version of the data after a graph with this digest came in. */
  static String plus(String version, String graphName, String graphDigest) {
    return hex(number(version).add(share(graphName, graphDigest)));
  }

  /** The version of the data after a graph with this digest went away. */
  static String minus(String version, String graphName, String graphDigest) {
    return hex(number(version).subtract(share(graphName, graphDigest)));
  }

  /** The version of no data at all. */
  static String nothing() {
    return hex(BigInteger.ZERO);
  }

  private static BigInteger share(String graphName, String graphDigest) {
    byte[] both = (graphName + "\n" + graphDigest).getBytes(StandardCharsets.UTF_8);
    return new BigInteger(1, DigestUtils.sha256(both));
  }

  private static BigInteger number(String version) {
    return new BigInteger(version, 16);
  }

  private static String hex(BigInteger number) {
    return "%064x".formatted(number.mod(MODULUS));
  }
}
