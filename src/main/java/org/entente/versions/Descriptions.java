package org.entente.versions;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.publish.dump.Snapshot;
import org.entente.vocab.ENT;

/** What one version of the data calls things, and in which graphs it describes them; only of those that are asked for. */
final class Descriptions {

  private static final Set<String> GENERAL = Set.of("Actor", "Undertaking", "Institution");

  private final Set<Node> wanted;
  private final Set<String> graphs = new HashSet<>();
  private final Set<String> described = new HashSet<>();
  private final Map<Node, String> labels = new HashMap<>();
  private final Map<Node, Set<String>> kinds = new HashMap<>();

  private Descriptions(Set<Node> wanted) {
    this.wanted = wanted;
  }

  static Descriptions in(Snapshot snapshot, Set<Node> wanted) {
    Descriptions descriptions = new Descriptions(wanted);
    snapshot.forEach(descriptions::accept);
    return descriptions;
  }

  private void accept(Quad quad) {
    graphs.add(quad.getGraph().toString());
    if (!wanted.contains(quad.getSubject())) {
      return;
    }
    Node property = quad.getPredicate();
    if (property.equals(RDF.type.asNode())) {
      described.add(key(quad.getGraph(), quad.getSubject()));
      if (quad.getObject().isURI() && quad.getObject().getURI().startsWith(ENT.NS)) {
        kinds.computeIfAbsent(quad.getSubject(), thing -> new TreeSet<>())
            .add(quad.getObject().getURI().substring(ENT.NS.length()));
      }
    } else if (property.equals(RDFS.label.asNode()) || property.equals(DCTerms.title.asNode())) {
      labels.merge(quad.getSubject(), quad.getObject().getLiteralLexicalForm(),
          (one, other) -> one.compareTo(other) <= 0 ? one : other);
    }
  }

  boolean hasGraph(Node graph) {
    return graphs.contains(graph.toString());
  }

  /** Whether the graph says of what class the thing is. */
  boolean describes(Node graph, Node thing) {
    return described.contains(key(graph, thing));
  }

  Optional<String> label(Node thing) {
    return Optional.ofNullable(labels.get(thing));
  }

  /** The local name of the thing's most telling class of ours. */
  Optional<String> kind(Node thing) {
    Set<String> all = kinds.getOrDefault(thing, Set.of());
    return all.stream().filter(kind -> !GENERAL.contains(kind)).findFirst().or(() -> all.stream().findFirst());
  }

  private static String key(Node graph, Node thing) {
    return graph + " " + thing;
  }
}
