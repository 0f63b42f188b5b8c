package org.entente.rdf;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.actor.Actor;
import org.entente.text.Span;
import org.entente.time.TimeInterval;
import org.entente.undertaking.Ending;
import org.entente.undertaking.Evidence;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Party;
import org.entente.undertaking.Role;
import org.entente.undertaking.Status;
import org.entente.undertaking.Undertaking;
import org.entente.vocab.ENT;
import org.entente.vocab.Terms;

/**
 * Labels of undertakings from what the data say of them, in the form that they have when an article is read: what was
 * mended is called as it is now. Names stand in the order of their IRIs where the data have none.
 */
public final class LabelsOfGraphs {

  private static final Map<Node, Actor.Type> TYPES = Map.of(ENT.State.asNode(), Actor.Type.STATE,
      ENT.Institution.asNode(), Actor.Type.INSTITUTION, ENT.Person.asNode(), Actor.Type.PERSON, ENT.Post.asNode(),
      Actor.Type.POST, ENT.Place.asNode(), Actor.Type.PLACE);
  private static final Set<Node> GENERAL = Set.of(ENT.Actor.asNode(), ENT.Institution.asNode());

  private final UndertakingLabels labels = UndertakingLabels.bundled();
  private final Function<Node, Collection<Triple>> elsewhere;

  /** @param elsewhere what the rest of the dataset says of an actor that a graph names and does not describe */
  public LabelsOfGraphs(Function<Node, Collection<Triple>> elsewhere) {
    this.elsewhere = elsewhere;
  }

  /** Empty where the graph lacks what a label is made of. */
  public Optional<String> of(Graph graph, Node undertaking) {
    List<Actor> states = actors(graph, undertaking, ENT.party).stream()
        .sorted(Comparator.comparing(state -> state.state().orElse(""))).toList();
    List<Party> parties = Arrays.stream(Role.values())
        .flatMap(role -> actors(graph, undertaking, ResourceFactory.createProperty(ENT.NS, role.property())).stream()
            .map(actor -> new Party(actor, role)))
        .toList();
    Optional<Status> status = name(graph, undertaking, ENT.status)
        .flatMap(name -> Arrays.stream(Status.values()).filter(s -> s.conceptName().equals(name)).findFirst());
    Optional<Ending> ending = name(graph, undertaking, ENT.ending)
        .flatMap(name -> Arrays.stream(Ending.values()).filter(e -> e.conceptName().equals(name)).findFirst());
    Optional<String> field = name(graph, undertaking, ENT.mainField);
    return objects(graph, undertaking, RDF.type).flatMap(type -> Kind.of(afterHash(type)).stream()).findFirst()
        .filter(kind -> status.isPresent() && field.isPresent())
        .filter(kind -> ending.isEmpty() || status.equals(Optional.of(Status.ENDED)))
        .map(kind -> labels.of(new Undertaking(1, kind, states, parties, status.orElseThrow(), ending,
            List.of(field.orElseThrow()), when(graph, undertaking), Optional.empty(), List.of(),
            words(graph, undertaking, ENT.item), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), words(graph, undertaking, ENT.name), List.of(), List.of(), List.of(), Optional.empty(),
            List.of(evidence("")), trigger(graph, undertaking), Optional.empty(), BigDecimal.ONE)));
  }

  private static Evidence evidence(String words) {
    return new Evidence(new Span(0, words.length()), words, Optional.empty(), 0);
  }

  private static Optional<Evidence> trigger(Graph graph, Node undertaking) {
    return objects(graph, undertaking, ENT.trigger)
        .flatMap(passage -> words(graph, passage, Terms.anchorOf).stream()).findFirst().map(LabelsOfGraphs::evidence);
  }

  private static Optional<TimeInterval> when(Graph graph, Node undertaking) {
    Optional<LocalDate> latest = words(graph, undertaking, ENT.latest).map(LocalDate::parse);
    return words(graph, undertaking, ENT.earliest).map(LocalDate::parse)
        .flatMap(from -> latest.map(until -> TimeInterval.within(from, until)));
  }

  private List<Actor> actors(Graph graph, Node undertaking, Property role) {
    return objects(graph, undertaking, role).filter(Node::isURI).sorted(Comparator.comparing(Node::getURI))
        .flatMap(actor -> actor(graph, actor).stream()).toList();
  }

  private Optional<Actor> actor(Graph graph, Node node) {
    List<Triple> said = described(graph, node);
    List<Node> types = objects(said, RDF.type).toList();
    String iri = node.getURI();
    Optional<String> state = Stream
        .concat(Stream.of(node), objects(said, ENT.ofState))
        .flatMap(of -> objects(described(graph, of), ENT.iso3)).map(Node::getLiteralLexicalForm).findFirst();
    String className = types.stream().filter(type -> type.getURI().startsWith(ENT.NS) && !GENERAL.contains(type))
        .map(LabelsOfGraphs::afterHash).sorted().findFirst().orElse("Institution");
    return types.stream().flatMap(type -> Stream.ofNullable(TYPES.get(type))).sorted().findFirst()
        .flatMap(type -> objects(said, RDFS.label).map(Node::getLiteralLexicalForm).sorted().findFirst()
            .map(name -> new Actor(type, iri.substring(iri.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT), name,
                className, state, true)));
  }

  private List<Triple> described(Graph graph, Node node) {
    List<Triple> said = graph.find(node, Node.ANY, Node.ANY).toList();
    return said.stream().anyMatch(triple -> triple.getPredicate().equals(RDF.type.asNode())) ? said
        : List.copyOf(elsewhere.apply(node));
  }

  private static Stream<Node> objects(List<Triple> said, Property property) {
    return said.stream().filter(triple -> triple.getPredicate().equals(property.asNode())).map(Triple::getObject);
  }

  private static Stream<Node> objects(Graph graph, Node subject, Property property) {
    return graph.find(subject, property.asNode(), Node.ANY).mapWith(Triple::getObject).toList().stream();
  }

  private static Optional<String> name(Graph graph, Node subject, Property property) {
    return objects(graph, subject, property).map(LabelsOfGraphs::afterHash).sorted().findFirst();
  }

  private static Optional<String> words(Graph graph, Node subject, Property property) {
    return objects(graph, subject, property).map(Node::getLiteralLexicalForm).sorted().findFirst();
  }

  private static String afterHash(Node concept) {
    return concept.getURI().substring(concept.getURI().indexOf('#') + 1);
  }
}
