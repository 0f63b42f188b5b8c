package org.entente.versions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.entente.publish.dump.Difference;
import org.entente.publish.dump.Snapshot;

/** Tells two versions of the data apart in words: graph by graph, thing by thing. */
public final class ChangesInWords {

  private static final String ARTICLE_GRAPH = "/graph/article/";
  private static final int LONGEST_VALUE = 80;

  private final Difference difference;
  private final Descriptions before;
  private final Descriptions after;

  private ChangesInWords(Difference difference, Descriptions before, Descriptions after) {
    this.difference = difference;
    this.before = before;
    this.after = after;
  }

  /** What became of each graph that differs, sorted by name. */
  public static List<GraphChange> of(Difference difference, Snapshot before, Snapshot after) {
    if (difference.isEmpty()) {
      return List.of();
    }
    Set<Node> touched = both(difference).flatMap(quad -> Stream.of(quad.getSubject(), quad.getObject(),
        article(quad.getGraph()))).filter(Node::isURI).collect(Collectors.toSet());
    return new ChangesInWords(difference, Descriptions.in(before, touched), Descriptions.in(after, touched)).graphs();
  }

  private static Stream<Quad> both(Difference difference) {
    return Stream.concat(difference.removed().stream(), difference.added().stream());
  }

  /** The article that a graph is of; the graph itself where it is of none. */
  private static Node article(Node graph) {
    return graph.isURI() && graph.getURI().contains(ARTICLE_GRAPH)
        ? NodeFactory.createURI(graph.getURI().replaceFirst("/graph/article/", "/id/article/"))
        : graph;
  }

  private List<GraphChange> graphs() {
    Map<String, Node> graphs = new TreeMap<>();
    both(difference).map(Quad::getGraph).forEach(graph -> graphs.put(graph.toString(), graph));
    return graphs.values().stream().map(this::graph).toList();
  }

  private GraphChange graph(Node graph) {
    List<Quad> added = in(graph, difference.added());
    List<Quad> removed = in(graph, difference.removed());
    Node subject = article(graph);
    String kind = subject.equals(graph) ? "Graph" : "Article";
    List<ThingChange> things = Stream.concat(removed.stream(), added.stream()).map(Quad::getSubject)
        .filter(thing -> isNamed(thing) && !thing.equals(subject)).distinct()
        .map(thing -> thing(graph, thing, added, removed))
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(ThingChange::fate).thenComparing(ThingChange::kind)
            .thenComparing(ThingChange::label).thenComparing(ThingChange::iri))
        .toList();
    return new GraphChange(Fate.of(before.hasGraph(graph), after.hasGraph(graph)), kind, label(subject),
        subject.toString(), things, added.size(), removed.size());
  }

  private static List<Quad> in(Node graph, List<Quad> quads) {
    return quads.stream().filter(quad -> quad.getGraph().equals(graph)).toList();
  }

  /** Passages and stages are parts of something that has a name. */
  private static boolean isNamed(Node thing) {
    return thing.isURI() && thing.getURI().indexOf('#') < 0;
  }

  private Optional<ThingChange> thing(Node graph, Node thing, List<Quad> added, List<Quad> removed) {
    boolean was = before.describes(graph, thing);
    boolean is = after.describes(graph, thing);
    Optional<String> kind = after.kind(thing).or(() -> before.kind(thing));
    if (!was && !is || kind.isEmpty()) {
      return Optional.empty();
    }
    Fate fate = Fate.of(was, is);
    List<String> details = fate == Fate.CHANGED ? details(thing, added, removed) : List.of();
    return Optional.of(new ThingChange(fate, kind.get(), label(thing), thing.toString(), details));
  }

  private List<String> details(Node thing, List<Quad> added, List<Quad> removed) {
    Map<String, List<String>> was = values(thing, removed);
    Map<String, List<String>> is = values(thing, added);
    return Stream.concat(was.keySet().stream(), is.keySet().stream()).distinct().sorted().map(property -> {
      List<String> gone = was.getOrDefault(property, List.of());
      List<String> come = is.getOrDefault(property, List.of());
      return property + ": " + (gone.isEmpty() ? "now " : come.isEmpty() ? "no longer " : "")
          + String.join(", ", gone) + (gone.isEmpty() || come.isEmpty() ? "" : " → ") + String.join(", ", come);
    }).toList();
  }

  private Map<String, List<String>> values(Node thing, List<Quad> quads) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    quads.stream().filter(quad -> quad.getSubject().equals(thing)).forEach(quad -> values
        .computeIfAbsent(inWords(localName(quad.getPredicate())), property -> new ArrayList<>())
        .add(value(quad.getObject())));
    return values;
  }

  private String value(Node node) {
    if (!node.isLiteral()) {
      return label(node);
    }
    String text = node.getLiteralLexicalForm();
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
  }

  private String label(Node thing) {
    return after.label(thing).or(() -> before.label(thing)).orElseGet(() -> localName(thing));
  }

  private static String localName(Node node) {
    String iri = node.toString();
    return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
  }

  private static String inWords(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
