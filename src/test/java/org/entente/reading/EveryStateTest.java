package org.entente.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.actor.Actor;
import org.entente.actor.SpokenNames;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Undertaking;
import org.junit.jupiter.api.Test;

/** Every state of the gazetteer is read as an actor, by its name, its people's name and its capital. */
class EveryStateTest {

  private static final String ENT = "https://w3id.org/entente/ontology#";
  private static final Graph GRAPH = Readers.GAZETTEER.graph();
  private static final SpokenNames SPOKEN = SpokenNames.bundled();

  /** One state as sentences name it; of several people's names the first. */
  private record State(Actor actor, String capital, String demonym) {

    String name() {
      return SPOKEN.of(actor);
    }

    String code() {
      return actor.state().orElseThrow();
    }

  }

  private final List<State> states = states();
  private final Set<String> seats = seats();

  @Test
  void theGazetteerHasThemAll() {
    assertTrue(states.size() >= 195, states.size() + " states with a capital and a people's name");
  }

  @Test
  void signsAnAgreementInItsCapitalByItsName() {
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < states.size(); i++) {
      State one = states.get(i);
      State other = partner(i);
      expect(one, other, Kind.AGREEMENT,
          capital(one.name()) + " and " + other.name() + " signed an agreement on trade in " + one.capital() + ".",
          wrong);
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void sendsAForeignMinisterByItsPeoplesName() {
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < states.size(); i++) {
      State one = states.get(i);
      State other = partner(i);
      expect(one, other, Kind.MEETING,
          "The " + one.demonym() + " foreign minister met his " + other.demonym() + " counterpart.", wrong);
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void agreesByItsCapital() {
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < states.size(); i++) {
      State one = states.get(i);
      State other = partner(i);
      if (seats.contains(one.capital()) || seats.contains(other.capital())) {
        continue;
      }
      expect(one, other, Kind.AGREEMENT,
          one.capital() + " and " + other.capital() + " agreed on a trade treaty.", wrong);
    }
    assertEquals(List.of(), wrong);
  }

  /** Far away in the alphabet, so that nothing is shared by name. */
  private State partner(int index) {
    return states.get((index + states.size() / 2) % states.size());
  }

  private static void expect(State one, State other, Kind kind, String sentence, List<String> wrong) {
    List<Undertaking> found = Readers.READER.read(Readers.article(sentence)).undertakings();
    boolean right = found.size() == 1 && found.getFirst().kind() == kind && codes(found.getFirst()).size() == 2
        && meant(one, found.getFirst(), kind) && meant(other, found.getFirst(), kind);
    if (!right) {
      wrong.add(
          sentence + " -> " + found.stream().map(u -> u.kind() + " " + codes(u)).collect(Collectors.joining("; ")));
    }
  }

  /** "Congolese" and "Dominican" are said of two peoples each: without more text either may be meant. */
  private static boolean meant(State state, Undertaking undertaking, Kind kind) {
    Set<String> codes = codes(undertaking);
    return codes.contains(state.code())
        || kind == Kind.MEETING && namesakes(state.demonym()).stream().anyMatch(codes::contains);
  }

  private static List<String> namesakes(String demonym) {
    return Readers.GAZETTEER.namesAt(demonym, 0).stream()
        .filter(n -> n.text().equals(demonym))
        .flatMap(n -> n.actor().state().stream())
        .toList();
  }

  private static Set<String> codes(Undertaking undertaking) {
    return undertaking.states().stream().flatMap(s -> s.state().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** Capitals by which the body is meant that sits there. */
  private static Set<String> seats() {
    Node metonym = NodeFactory.createURI(ENT + "metonym");
    return GRAPH.find(Node.ANY, RDF.type.asNode(), NodeFactory.createURI(ENT + "Institution"))
        .mapWith(Triple::getSubject).toList().stream()
        .flatMap(
            body -> GRAPH.find(body, metonym, Node.ANY).mapWith(t -> t.getObject().getLiteralLexicalForm()).toList()
                .stream())
        .collect(Collectors.toSet());
  }

  private static List<State> states() {
    return GRAPH.find(Node.ANY, RDF.type.asNode(), NodeFactory.createURI(ENT + "State"))
        .mapWith(Triple::getSubject)
        .toList()
        .stream()
        .filter(s -> s.getURI().contains("/id/state/") && has(s, "capital") && has(s, "demonym") && has(s, "iso3"))
        .map(EveryStateTest::state)
        .sorted(Comparator.comparing((State s) -> s.actor().slug()))
        .toList();
  }

  private static State state(Node subject) {
    Actor actor = Readers.GAZETTEER.state(literals(subject, "iso3").getFirst()).orElseThrow();
    Node capital =
        GRAPH.find(subject, NodeFactory.createURI(ENT + "capital"), Node.ANY).mapWith(Triple::getObject).toList()
            .stream()
            .sorted(Comparator.comparing(Node::getURI))
            .findFirst()
            .orElseThrow();
    String city =
        GRAPH.find(capital, RDFS.label.asNode(), Node.ANY).mapWith(t -> t.getObject().getLiteralLexicalForm()).next();
    return new State(actor, city, literals(subject, "demonym").getFirst());
  }

  private static boolean has(Node subject, String property) {
    return GRAPH.contains(subject, NodeFactory.createURI(ENT + property), Node.ANY);
  }

  private static List<String> literals(Node subject, String property) {
    return GRAPH.find(subject, NodeFactory.createURI(ENT + property), Node.ANY)
        .mapWith(t -> t.getObject().getLiteralLexicalForm())
        .toList()
        .stream()
        .sorted()
        .toList();
  }
}
