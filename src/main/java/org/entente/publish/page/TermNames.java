package org.entente.publish.page;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.vocab.Terms;

/** What our terms are called and mean, in English. Made once for each version of the data. */
public final class TermNames {

  private static final Map<String, String> SORTS = Map.of(
      RDFS.Class.getURI(), "class", "http://www.w3.org/2002/07/owl#Class", "class",
      RDF.Property.getURI(), "property", "http://www.w3.org/2002/07/owl#ObjectProperty", "property",
      "http://www.w3.org/2002/07/owl#DatatypeProperty", "property", SKOS.Concept.getURI(), "concept");

  private final Map<String, String> labels = new TreeMap<>();
  private final Map<String, String> definitions = new HashMap<>();
  private final Map<String, String> sorts = new HashMap<>();

  private TermNames() {}

  /** The names in some statements; the first English name of a term counts, or one without a language. */
  public static TermNames of(Collection<Triple> statements) {
    TermNames names = new TermNames();
    Set<String> properties = new HashSet<>(Set.of(RDFS.label.getURI(), SKOS.prefLabel.getURI()));
    for (Triple triple : statements) {
      if (triple.getSubject().isURI() && triple.getSubject().getURI().startsWith(Terms.ENTENTE)) {
        String term = triple.getSubject().getURI();
        String property = triple.getPredicate().getURI();
        if (properties.contains(property) && inEnglish(triple.getObject())) {
          names.labels.putIfAbsent(term, triple.getObject().getLiteralLexicalForm());
        } else if (property.equals(SKOS.definition.getURI()) && inEnglish(triple.getObject())) {
          names.definitions.putIfAbsent(term, triple.getObject().getLiteralLexicalForm());
        } else if (property.equals(RDF.type.getURI()) && triple.getObject().isURI()) {
          Optional.ofNullable(SORTS.get(triple.getObject().getURI())).ifPresent(sort -> names.sorts.put(term, sort));
        }
      }
    }
    return names;
  }

  private static boolean inEnglish(Node words) {
    return words.isLiteral() && (words.getLiteralLanguage().isEmpty() || words.getLiteralLanguage().equals("en"));
  }

  /** A term's name; empty where it is not a term of ours. */
  Optional<String> label(String term) {
    return Optional.ofNullable(labels.get(term));
  }

  Optional<String> definition(String term) {
    return Optional.ofNullable(definitions.get(term));
  }

  /** All classes, properties and concepts that have a name, by IRI. */
  List<String> all() {
    return labels.keySet().stream().filter(sorts::containsKey).toList();
  }

  /** Whether it is a class, a property or a concept, in one word. */
  String sort(String term) {
    return sorts.getOrDefault(term, "");
  }
}
