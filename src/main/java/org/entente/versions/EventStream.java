package org.entente.versions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.vocab.Addresses;

/**
 * Changes as a <a href="https://semiceu.github.io/LinkedDataEventStreams/">Linked Data Event Stream</a> of activities
 * (ActivityStreams 2.0), in a TREE with one node for each day. It keeps the last event of each thing, and says so.
 */
final class EventStream {

  private static final String LDES = "https://w3id.org/ldes#";
  private static final String TREE = "https://w3id.org/tree#";
  private static final String AS = "https://www.w3.org/ns/activitystreams#";
  private static final Node PUBLISHED = iri(AS + "published");
  private static final Node OBJECT = iri(AS + "object");

  private final String address;
  private final Node stream;
  private final List<Triple> statements = new ArrayList<>();

  EventStream(String address) {
    this.address = address;
    this.stream = iri(address + "#stream");
  }

  /** The name of an event: the day's page, the time, and what it happened to. */
  static String member(String address, Change change) {
    String thing = change.iri().replaceFirst("^https?://[^/]+/", "");
    String time = change.when().truncatedTo(ChronoUnit.SECONDS).toString().substring(11).replace(":", "");
    return address + "/" + change.day() + "#" + time + "-" + Addresses.encodedPath(thing);
  }

  /** What the stream is, and the nodes in which its events are. */
  List<Triple> root(Collection<LocalDate> days) {
    Node retention = iri(address + "#retention");
    Node view = iri(address);
    add(stream, RDF.type.asNode(), iri(LDES + "EventStream"));
    add(stream, RDFS.label.asNode(), english("What was added, changed and withdrawn"));
    add(stream, iri(LDES + "timestampPath"), PUBLISHED);
    add(stream, iri(LDES + "versionOfPath"), OBJECT);
    add(stream, iri(TREE + "view"), view);
    add(view, RDF.type.asNode(), iri(TREE + "Node"));
    add(view, iri(LDES + "retentionPolicy"), retention);
    add(retention, RDF.type.asNode(), iri(LDES + "LatestVersionSubset"));
    add(retention, iri(LDES + "amount"), NodeFactory.createLiteralDT("1", XSDDatatype.XSDinteger));
    add(retention, iri(LDES + "versionKey"), OBJECT);
    days.forEach(day -> {
      relation(view, day, "GreaterThanOrEqualToRelation", "from", day.atStartOfDay().toInstant(ZoneOffset.UTC));
      relation(view, day, "LessThanRelation", "before", day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    });
    return List.copyOf(statements);
  }

  private void relation(Node view, LocalDate day, String kind, String name, Instant bound) {
    Node relation = iri(address + "#" + name + "-" + day);
    add(view, iri(TREE + "relation"), relation);
    add(relation, RDF.type.asNode(), iri(TREE + kind));
    add(relation, iri(TREE + "path"), PUBLISHED);
    add(relation, iri(TREE + "value"), dateTime(bound));
    add(relation, iri(TREE + "node"), iri(address + "/" + day));
  }

  /** The events of one day. */
  List<Triple> day(LocalDate day, List<Change> changes) {
    Node node = iri(address + "/" + day);
    add(stream, iri(TREE + "view"), iri(address));
    add(node, RDF.type.asNode(), iri(TREE + "Node"));
    changes.forEach(this::event);
    return List.copyOf(statements);
  }

  private void event(Change change) {
    Node event = iri(member(address, change));
    add(stream, iri(TREE + "member"), event);
    add(event, RDF.type.asNode(), iri(AS + switch (change.fate()) {
      case ADDED -> "Create";
      case CHANGED -> "Update";
      case WITHDRAWN -> "Delete";
    }));
    add(event, OBJECT, iri(change.iri()));
    add(event, PUBLISHED, dateTime(change.when()));
    add(event, RDFS.label.asNode(), english(change.title()));
    add(event, iri(AS + "summary"), english(change.words()));
  }

  private void add(Node subject, Node property, Node object) {
    statements.add(Triple.create(subject, property, object));
  }

  private static Node iri(String text) {
    return NodeFactory.createURI(text);
  }

  private static Node english(String text) {
    return NodeFactory.createLiteralLang(text, "en");
  }

  private static Node dateTime(Instant when) {
    return NodeFactory.createLiteralDT(when.truncatedTo(ChronoUnit.SECONDS).toString(), XSDDatatype.XSDdateTime);
  }
}
