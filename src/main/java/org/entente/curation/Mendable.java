package org.entente.curation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.vocab.ENT;
import org.entente.vocab.Terms;

/** The properties that can be mended, and how their values are written in files and in the data. */
final class Mendable {

  private static final List<String> OF_TEXT = List.of("status", "ending", "kind", "field", "date", "label");
  static final List<String> OF_ACTORS = List.of("party", "visitor", "host", "provider", "recipient",
      "signatory", "speaker", "addressee", "member", "joins", "sponsor", "mediator", "deployer", "participant");
  private static final Set<String> TAKEN_AWAY = Set.of("date", "ending");

  private Mendable() {}

  static List<String> properties() {
    return Stream.concat(OF_TEXT.stream(), OF_ACTORS.stream()).toList();
  }

  static boolean isOfActors(String property) {
    return OF_ACTORS.contains(property);
  }

  /** Whether an undertaking need not have it. */
  static boolean canBeTakenAway(String property) {
    return TAKEN_AWAY.contains(property) || isOfActors(property);
  }

  /**
   * @throws IllegalArgumentException when the value has not the form that the property needs
   */
  static void check(String property, String value) {
    if (property.equals("date") && !value.isEmpty()) {
      Edtf.parse(value);
    }
    boolean named = Set.of("status", "ending", "field", "kind").contains(property);
    if (named && !value.isEmpty() && !value.matches("[A-Za-z-]+")) {
      throw new IllegalArgumentException(
          "the " + property + " is a name such as completed, called-off, naval or Visit, not " + value);
    }
  }

  /** IRI of the property that a decision mends. */
  static Node term(String property) {
    return switch (property) {
      case "kind" -> RDF.type.asNode();
      case "label" -> RDFS.label.asNode();
      case "date" -> ENT.when.asNode();
      case "field" -> ENT.mainField.asNode();
      default -> NodeFactory.createURI(ENT.NS + property);
    };
  }

  static String property(Node term) {
    return properties().stream().filter(property -> term(property).equals(term)).findFirst().orElse("");
  }

  /** A value as it stands in the data, or nothing where it is taken away. */
  static Optional<Node> node(String property, String value) {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(switch (property) {
      case "status", "field" -> concept(property, value);
      case "ending" -> concept("status", value);
      case "kind" -> NodeFactory.createURI(ENT.NS + value);
      case "date" -> NodeFactory.createLiteralDT(value, TypeMapper.getInstance().getSafeTypeByName(Terms.EDTF));
      case "label" -> NodeFactory.createLiteralLang(value, "en");
      default -> NodeFactory.createURI(value);
    });
  }

  private static Node concept(String scheme, String name) {
    return NodeFactory.createURI(Terms.ENTENTE + scheme + "#" + name);
  }

  /** The same in words, as it stands in a file. */
  static String text(String property, Node node) {
    if (node.isLiteral()) {
      return node.getLiteralLexicalForm();
    }
    return isOfActors(property) || node.getURI().indexOf('#') < 0 ? node.getURI()
        : node.getURI().substring(node.getURI().indexOf('#') + 1);
  }
}
