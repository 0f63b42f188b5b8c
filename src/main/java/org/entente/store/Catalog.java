package org.entente.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;
import org.entente.store.StoredGraph.StoredText;
import org.entente.vocab.ENT;
import org.entente.vocab.Terms;

/**
 * The store's own graph, {@code graph/catalog}: for each other graph when it came and when it became what it is, from what, its digest and
 * size; and the version of the whole data. It changes in the same transaction as the graphs that it describes, and
 * being the only one with clock times, it stays out of dumps and of the version. Call it inside a transaction.
 */
final class Catalog {

  private static final Node FINGERPRINT = NodeFactory.createURI(Terms.SCHEMA + "identifier");
  private static final Node DIGEST = NodeFactory.createURI(Terms.SCHEMA + "sha256");
  private static final Node VERSION = NodeFactory.createURI(Terms.SCHEMA + "version");
  private static final Node TEXT_DIGEST = ENT.textDigest.asNode();
  private static final Node CREATED = DCTerms.created.asNode();
  private static final Node MODIFIED = DCTerms.modified.asNode();
  private static final Node INVALIDATED = Terms.invalidatedAtTime.asNode();
  private static final Node REASON = RDFS.comment.asNode();
  private static final Node TRIPLES = VOID.triples.asNode();

  private final DatasetGraph dataset;
  private final Node name;

  Catalog(DatasetGraph dataset, String name) {
    this.dataset = dataset;
    this.name = NodeFactory.createURI(name);
  }

  String name() {
    return name.getURI();
  }

  String version() {
    return text(name, VERSION).orElseGet(GraphDigest::nothing);
  }

  /** When anything was last stored or removed; empty when nothing ever was. */
  Optional<Instant> modified() {
    return text(name, MODIFIED).map(Instant::parse);
  }

  Optional<CatalogEntry> entry(String graph) {
    return entry(NodeFactory.createURI(graph));
  }

  /** Every entry, sorted by the graph's IRI. */
  List<CatalogEntry> entries() {
    ExtendedIterator<Triple> described = graph().find(Node.ANY, DIGEST, Node.ANY);
    return described
        .mapWith(Triple::getSubject)
        .toList()
        .stream()
        .flatMap(subject -> entry(subject).stream())
        .sorted(Comparator.comparing(CatalogEntry::graph))
        .toList();
  }

  boolean hasMoreThan(int number) {
    return Iter.count(Iter.limit(graph().find(Node.ANY, DIGEST, Node.ANY), number + 1L)) > number;
  }

  boolean refersToText(String digest) {
    return graph().contains(Node.ANY, TEXT_DIGEST, NodeFactory.createLiteralString(digest));
  }

  /**
   * Remembers that things are no longer described, and why: their IRIs were given out, and are to be answered for.
   * Forgotten again when a graph describes them anew.
   */
  void withdraw(Set<String> iris, String reason, Instant now) {
    for (String iri : iris) {
      Node subject = NodeFactory.createURI(iri);
      restore(subject);
      add(subject, INVALIDATED, dateTime(now));
      add(subject, REASON, NodeFactory.createLiteralLang(reason, "en"));
    }
  }

  /** The thing is described again. */
  void restore(Node subject) {
    GraphUtil.remove(graph(), subject, INVALIDATED, Node.ANY);
    GraphUtil.remove(graph(), subject, REASON, Node.ANY);
  }

  /** Its content, where it stays as it is, keeps the time at which it became so. */
  void enter(StoredGraph stored, String digest, Instant now) {
    enter(stored, stored.content().size(), digest, now);
  }

  /** As above, of a graph with so many triples, whose content need not be at hand. */
  void enter(StoredGraph stored, int triples, String digest, Instant now) {
    Node subject = NodeFactory.createURI(stored.name());
    Optional<CatalogEntry> before = entry(subject);
    boolean same = before.filter(entry -> entry.digest().equals(digest)).isPresent();
    Instant whole = same ? modified().orElse(now) : now;
    forget(stored.name(), whole);
    add(subject, FINGERPRINT, NodeFactory.createLiteralString(stored.fingerprint()));
    add(subject, DIGEST, NodeFactory.createLiteralString(digest));
    add(subject, TRIPLES, integer(triples));
    add(subject, CREATED, dateTime(before.map(CatalogEntry::created).orElse(now)));
    add(subject, MODIFIED, dateTime(same ? before.orElseThrow().modified() : now));
    stored.text().map(StoredText::digest).map(NodeFactory::createLiteralString)
        .ifPresent(node -> add(subject, TEXT_DIGEST, node));
    changeVersion(GraphDigest.plus(version(), stored.name(), digest), whole);
  }

  /** Puts another digest in the place of an entry's. */
  void correct(CatalogEntry entry, String digest) {
    if (!digest.equals(entry.digest())) {
      Node subject = NodeFactory.createURI(entry.graph());
      GraphUtil.remove(graph(), subject, DIGEST, Node.ANY);
      add(subject, DIGEST, NodeFactory.createLiteralString(digest));
      String without = GraphDigest.minus(version(), entry.graph(), entry.digest());
      changeVersion(GraphDigest.plus(without, entry.graph(), digest), modified().orElse(Instant.EPOCH));
    }
  }

  /** Does nothing when the graph is not in the catalogue. */
  void forget(String graph, Instant now) {
    entry(graph).ifPresent(entry -> forget(entry, now));
  }

  private void forget(CatalogEntry entry, Instant now) {
    GraphUtil.remove(graph(), NodeFactory.createURI(entry.graph()), Node.ANY, Node.ANY);
    changeVersion(GraphDigest.minus(version(), entry.graph(), entry.digest()), now);
  }

  private void changeVersion(String version, Instant now) {
    GraphUtil.remove(graph(), name, Node.ANY, Node.ANY);
    add(name, VERSION, NodeFactory.createLiteralString(version));
    add(name, MODIFIED, dateTime(now));
  }

  private Optional<CatalogEntry> entry(Node subject) {
    Instant modified = text(subject, MODIFIED).map(Instant::parse).orElse(Instant.EPOCH);
    return text(subject, DIGEST).map(
        digest -> new CatalogEntry(
            subject.getURI(),
            text(subject, FINGERPRINT).orElse(""),
            digest,
            text(subject, TEXT_DIGEST),
            text(subject, TRIPLES).map(Long::parseLong).orElse(0L),
            text(subject, CREATED).map(Instant::parse).orElse(modified),
            modified));
  }

  private Optional<String> text(Node subject, Node property) {
    Iterator<Triple> found = graph().find(subject, property, Node.ANY);
    return found.hasNext() ? Optional.of(found.next().getObject().getLiteralLexicalForm()) : Optional.empty();
  }

  private void add(Node subject, Node property, Node object) {
    graph().add(Triple.create(subject, property, object));
  }

  private Graph graph() {
    return dataset.getGraph(name);
  }

  private static Node integer(int number) {
    return NodeFactory.createLiteralDT(Integer.toString(number), XSDDatatype.XSDinteger);
  }

  private static Node dateTime(Instant instant) {
    return NodeFactory.createLiteralDT(instant.truncatedTo(ChronoUnit.SECONDS).toString(), XSDDatatype.XSDdateTime);
  }
}
