package org.entente.curation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.entente.vocab.ENT;

/**
 * How each property of an undertaking, and label and kind of another thing, are read from a graph and replaced in it.
 */
final class Mending {

  private static final String PARTY = "party";
  /** Classes that stand beside the one that says what kind of thing something is. */
  private static final Set<Node> GENERAL = Set.of(ENT.Undertaking.asNode(), ENT.Actor.asNode(),
      ENT.Institution.asNode(), ENT.Place.asNode());
  private static final Node ENDED = Mendable.node("ending", "ended").orElseThrow();
  private static final Set<String> DONE = Set.of("completed", "concluded");
  private static final Node INVOLVES = ENT.involves.asNode();

  private Mending() {}

  /** Whether it has to wait until the status is as decided, which changes how it ended and by when it was done. */
  static boolean dependsOnStatus(Decision decision) {
    return isOfEnding(decision) || decision.property().equals("date");
  }

  private static boolean isOfEnding(Decision decision) {
    return decision.property().equals("ending");
  }

  /** The values that the property has in a graph. */
  static List<String> values(Graph graph, Node subject, String property) {
    return graph.find(subject, Mendable.term(property), Node.ANY).mapWith(Triple::getObject)
        .filterKeep(node -> !property.equals("kind")
            || node.isURI() && node.getURI().startsWith(ENT.NS) && !GENERAL.contains(node))
        .mapWith(node -> Mendable.text(property, node)).toList();
  }

  /**
   * Does what is decided; doing it again changes nothing. How something ended is only told of what has ended, so a
   * decision on that comes after one on its status.
   *
   * @param labels how undertakings are called after what the data say of them
   * @return whether it could be done
   */
  static boolean apply(Graph graph, Decision decision, Labels labels) {
    Node subject = NodeFactory.createURI(decision.subject());
    if (isOfEnding(decision) && !graph.contains(subject, ENT.status.asNode(), ENDED)) {
      return decision.value().isEmpty();
    }
    String outcome = outcome(graph, subject);
    Optional<String> before = labels.of(graph, subject);
    replace(graph, subject, decision);
    label(graph, subject, outcome, outcome(graph, subject));
    if (!decision.property().equals("label")) {
      before.ifPresent(
          old -> labels.of(graph, subject).ifPresent(now -> relabel(graph, subject, endingAs(old, outcome, now), now)));
    }
    return true;
  }

  /** The label as it was, but for the outcome, which is put right by itself. */
  private static String endingAs(String label, String outcome, String now) {
    return label.endsWith("(" + outcome + ")")
        ? label.substring(0, label.length() - outcome.length() - 2) + now.substring(now.lastIndexOf('('))
        : label;
  }

  /** A label that was made of what the data said is made anew; one that somebody gave stays. */
  private static void relabel(Graph graph, Node subject, String before, String now) {
    for (Triple label : graph.find(subject, RDFS.label.asNode(), Node.ANY).toList()) {
      if (!before.equals(now) && words(label.getObject().getLiteralLexicalForm()).equals(words(before))) {
        graph.delete(label);
        graph.add(Triple.create(subject, RDFS.label.asNode(),
            NodeFactory.createLiteralLang(now, label.getObject().getLiteralLanguage())));
      }
    }
  }

  /** In whatever order: names stand as in the text in the one, sorted in the other. */
  private static List<String> words(String label) {
    return Stream.of(label.split("[\\s,]+")).sorted().toList();
  }

  private static void replace(Graph graph, Node subject, Decision decision) {
    String property = decision.property();
    Optional<Node> value = Mendable.node(property, decision.value());
    if (Mendable.isOfActors(property)) {
      actors(graph, subject, property, Mendable.node(property, decision.was()), value);
      return;
    }
    List<String> before = values(graph, subject, property);
    switch (property) {
      case "date" -> date(graph, subject, decision.value());
      case "field" -> {
        before.forEach(field -> graph.delete(Triple.create(subject, ENT.field.asNode(),
            Mendable.node("field", field).orElseThrow())));
        graph.add(Triple.create(subject, ENT.field.asNode(), value.orElseThrow()));
      }
      case "status" -> {
        if (!value.orElseThrow().equals(ENDED)) {
          GraphUtil.remove(graph, subject, ENT.ending.asNode(), Node.ANY);
        }
        bound(graph, subject, DONE.contains(decision.value()));
      }
      default -> {
        // Kind, ending and label stand in one statement.
      }
    }
    before.stream().flatMap(old -> Mendable.node(property, old).stream())
        .forEach(old -> graph.delete(Triple.create(subject, Mendable.term(property), old)));
    value.ifPresent(now -> graph.add(Triple.create(subject, Mendable.term(property), now)));
  }

  /**
   * Who is no party is in no role either, and the state that takes its place has those. A state that takes another one's
   * role is a party in its place, unless the other one has a further role.
   */
  private static void actors(Graph graph, Node subject, String property, Optional<Node> was, Optional<Node> now) {
    List<String> properties = was.map(actor -> Mendable.OF_ACTORS.stream()
        .filter(role -> role.equals(property) || property.equals(PARTY) && has(graph, subject, role, actor)).toList())
        .orElse(List.of(property));
    properties.forEach(role -> put(graph, subject, role, was, now));
    boolean moved = was.isPresent() && now.isPresent() && was.filter(actor -> has(graph, subject, PARTY, actor)
        && Mendable.OF_ACTORS.stream().noneMatch(role -> !role.equals(PARTY) && has(graph, subject, role, actor)))
        .isPresent();
    if (moved && now.filter(Mending::isState).isPresent()) {
      put(graph, subject, PARTY, was, now);
    }
  }

  private static boolean has(Graph graph, Node subject, String role, Node actor) {
    return graph.contains(subject, Mendable.term(role), actor);
  }

  private static boolean isState(Node actor) {
    return actor.getURI().contains("/id/state/");
  }

  private static void put(Graph graph, Node subject, String role, Optional<Node> was, Optional<Node> now) {
    was.ifPresent(actor -> takeAway(graph, subject, Mendable.term(role), actor));
    now.ifPresent(actor -> {
      graph.add(Triple.create(subject, Mendable.term(role), actor));
      graph.add(Triple.create(subject, INVOLVES, actor));
    });
  }

  private static void takeAway(Graph graph, Node subject, Node role, Node actor) {
    graph.delete(Triple.create(subject, role, actor));
    boolean elsewhere =
        Mendable.OF_ACTORS.stream().anyMatch(other -> graph.contains(subject, Mendable.term(other), actor));
    if (!elsewhere) {
      graph.delete(Triple.create(subject, INVOLVES, actor));
    }
  }

  private static void date(Graph graph, Node subject, String text) {
    for (Node part : List.of(ENT.earliest.asNode(), ENT.latest.asNode(), ENT.when.asNode())) {
      GraphUtil.remove(graph, subject, part, Node.ANY);
    }
    if (!text.isEmpty()) {
      Edtf date = Edtf.parse(text);
      date.earliest().ifPresent(day -> graph.add(Triple.create(subject, ENT.earliest.asNode(),
          NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate))));
      graph.add(Triple.create(subject, ENT.latest.asNode(),
          NodeFactory.createLiteralDT(date.latest().toString(), XSDDatatype.XSDdate)));
    }
  }

  /** What was done is not later than it was reported; of what was not done that says nothing. */
  private static void bound(Graph graph, Node subject, boolean done) {
    boolean undated = !graph.contains(subject, ENT.earliest.asNode(), Node.ANY);
    Optional<Node> reported = graph.find(subject, ENT.reportedOn.asNode(), Node.ANY).mapWith(Triple::getObject)
        .nextOptional();
    if (undated && done && !graph.contains(subject, ENT.latest.asNode(), Node.ANY)) {
      reported.ifPresent(day -> {
        graph.add(Triple.create(subject, ENT.latest.asNode(), day));
        graph.add(Triple.create(subject, ENT.when.asNode(),
            Mendable.node("date", "[.." + day.getLiteralLexicalForm() + "]").orElseThrow()));
      });
    } else if (undated && !done
        && reported.filter(day -> graph.contains(subject, ENT.latest.asNode(), day)).isPresent()) {
      date(graph, subject, "");
    }
  }

  /** Where it stands, in the words that its label ends with: how it ended where that is told, else its status. */
  private static String outcome(Graph graph, Node subject) {
    return Stream.of("ending", "status").flatMap(property -> values(graph, subject, property).stream()).findFirst()
        .map(name -> name.replace('-', ' ')).orElse("");
  }

  /** Labels end with where it stands: "Naval visit of … (completed)". */
  private static void label(Graph graph, Node subject, String before, String now) {
    for (Triple label : graph.find(subject, RDFS.label.asNode(), Node.ANY).toList()) {
      String text = label.getObject().getLiteralLexicalForm();
      if (!before.equals(now) && text.endsWith("(" + before + ")")) {
        graph.delete(label);
        graph.add(Triple.create(subject, RDFS.label.asNode(), NodeFactory.createLiteralLang(
            text.substring(0, text.length() - before.length() - 1) + now + ")",
            label.getObject().getLiteralLanguage())));
      }
    }
  }
}
