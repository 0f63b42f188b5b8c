package org.entente.publish.page.part;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.vocab.Terms;

/**
 * The statements about our terms, to be looked up term by term. Lists are in the order of the English names, so that
 * the same statements always give the same page.
 */
public final class VocabularyView {

  public static final String TERMS = Terms.ENTENTE;
  public static final String ONTOLOGY = TERMS + "ontology";

  private static final List<String> NAMES =
      List.of(RDFS.label.getURI(), SKOS.prefLabel.getURI(), DCTerms.title.getURI());
  private static final List<String> MEANINGS =
      List.of(SKOS.definition.getURI(), DCTerms.description.getURI(), RDFS.comment.getURI());
  private static final List<String> CLASSES = List.of(OWL.Class.getURI(), RDFS.Class.getURI());
  private static final List<String> PROPERTIES = List.of(OWL.ObjectProperty.getURI(),
      OWL.DatatypeProperty.getURI(), OWL.AnnotationProperty.getURI(), RDF.Property.getURI());

  private final SortedMap<String, SortedMap<String, List<Node>>> bySubject = new TreeMap<>();
  private final SortedMap<String, SortedMap<String, List<String>>> byObject = new TreeMap<>();
  private final List<String> classes;
  private final List<String> properties;
  private final List<String> otherTerms;
  private final List<String> schemes;

  public VocabularyView(Collection<Triple> statements) {
    statements.stream().filter(triple -> triple.getSubject().isURI())
        .distinct().sorted(Comparator.comparing((Triple triple) -> triple.getObject().toString())
            .thenComparing(triple -> triple.getSubject().getURI()))
        .forEach(this::keep);
    classes = ofOntology(this::isClass);
    properties = ofOntology(this::isProperty);
    otherTerms = ofOntology(iri -> !isClass(iri) && !isProperty(iri));
    schemes = byName(bySubject.keySet().stream()
        .filter(iri -> iri.startsWith(TERMS) && isOf(iri, List.of(SKOS.ConceptScheme.getURI()))));
  }

  private void keep(Triple triple) {
    String subject = triple.getSubject().getURI();
    String property = triple.getPredicate().getURI();
    bySubject.computeIfAbsent(subject, key -> new TreeMap<>())
        .computeIfAbsent(property, key -> new ArrayList<>()).add(triple.getObject());
    if (triple.getObject().isURI()) {
      byObject.computeIfAbsent(triple.getObject().getURI(), key -> new TreeMap<>())
          .computeIfAbsent(property, key -> new ArrayList<>()).add(subject);
    }
  }

  /** Words in a language; the empty one where none is given. */
  public record Phrase(String text, String language) {

    private int distance() {
      return language.equals("en") ? 0 : language.startsWith("en-") ? 1 : language.isEmpty() ? 2 : 3;
    }
  }

  /** Whether anything is said of it. */
  public boolean has(String iri) {
    return bySubject.containsKey(iri);
  }

  /** The properties with which something is said of a term, by IRI. */
  public List<String> propertiesOf(String iri) {
    return List.copyOf(bySubject.getOrDefault(iri, new TreeMap<>()).keySet());
  }

  public List<Node> values(String iri, String property) {
    return List.copyOf(bySubject.getOrDefault(iri, new TreeMap<>()).getOrDefault(property, List.of()));
  }

  /** The words of a property, English first. */
  public List<Phrase> phrases(String iri, String property) {
    return values(iri, property).stream().filter(Node::isLiteral)
        .map(node -> new Phrase(node.getLiteralLexicalForm(), node.getLiteralLanguage()))
        .sorted(Comparator.comparingInt(Phrase::distance).thenComparing(Phrase::language)
            .thenComparing(Phrase::text))
        .toList();
  }

  /** What a property leads to from here, by name. */
  public List<String> related(String start, String by) {
    return byName(values(start, by).stream().filter(Node::isURI).map(Node::getURI));
  }

  /** What leads here by a property, by name. */
  public List<String> relating(String property, String iri) {
    return byName(byObject.getOrDefault(iri, new TreeMap<>()).getOrDefault(property, List.of()).stream());
  }

  /** A term's name: the English one, else any, else the end of its IRI in words. */
  public String label(String iri) {
    return best(iri, NAMES).orElseGet(() -> inWords(local(iri)));
  }

  public Optional<String> definition(String iri) {
    return best(iri, MEANINGS);
  }

  private Optional<String> best(String iri, List<String> properties) {
    return properties.stream().flatMap(property -> phrases(iri, property).stream())
        .min(Comparator.comparingInt(Phrase::distance)).map(Phrase::text);
  }

  /** Names and definitions that are not in English. */
  public List<Phrase> inOtherLanguages(String iri) {
    return Stream.concat(NAMES.stream(), MEANINGS.stream()).flatMap(property -> phrases(iri, property).stream())
        .filter(phrase -> phrase.distance() > 2).distinct().toList();
  }

  /** The classes of the ontology itself. */
  public List<String> classes() {
    return classes;
  }

  public List<String> properties() {
    return properties;
  }

  /** Datatypes, and whatever else the ontology describes. */
  public List<String> otherTerms() {
    return otherTerms;
  }

  public boolean isClass(String iri) {
    return isOf(iri, CLASSES);
  }

  public boolean isProperty(String iri) {
    return isOf(iri, PROPERTIES);
  }

  public boolean isConcept(String iri) {
    return isOf(iri, List.of(SKOS.Concept.getURI()));
  }

  private List<String> ofOntology(Predicate<String> sort) {
    return byName(bySubject.keySet().stream().filter(iri -> iri.startsWith(ONTOLOGY + "#")).filter(sort));
  }

  private boolean isOf(String iri, List<String> types) {
    return values(iri, RDF.type.getURI()).stream().anyMatch(type -> type.isURI() && types.contains(type.getURI()));
  }

  /** Our lists of concepts. */
  public List<String> schemes() {
    return schemes;
  }

  public List<String> concepts(String scheme) {
    return byName(relating(SKOS.inScheme.getURI(), scheme).stream()
        .filter(concept -> concept.startsWith(scheme + "#")));
  }

  /** The same terms, in the order of their names. */
  public List<String> byName(Stream<String> terms) {
    return terms.distinct().sorted(Comparator.comparing((String iri) -> label(iri).toLowerCase(Locale.ROOT))
        .thenComparing(Comparator.naturalOrder())).toList();
  }

  /** Everything that is reached from a term by going on, the nearest first; without the term itself. */
  public static SequencedSet<String> reached(String from, Function<String, List<String>> step) {
    SequencedSet<String> reached = new LinkedHashSet<>();
    List<String> waiting = new ArrayList<>(step.apply(from));
    for (int i = 0; i < waiting.size(); i++) {
      if (!waiting.get(i).equals(from) && reached.add(waiting.get(i))) {
        waiting.addAll(step.apply(waiting.get(i)));
      }
    }
    return reached;
  }

  /** The classes of ours that a class is directly below. */
  public List<String> broaderClasses(String iri) {
    return related(iri, RDFS.subClassOf.getURI()).stream().filter(this::isClass).toList();
  }

  public List<String> narrowerClasses(String iri) {
    return relating(RDFS.subClassOf.getURI(), iri).stream().filter(this::isClass).toList();
  }

  /** The classes of ours that have a property: those that it is said to be used with, else its domain. */
  public List<String> classesWith(String property) {
    return ends(property, Outside.DOMAIN_INCLUDES, RDFS.domain.getURI());
  }

  /** The classes of ours that a property leads to. */
  public List<String> classesReached(String property) {
    return ends(property, Outside.RANGE_INCLUDES, RDFS.range.getURI());
  }

  private List<String> ends(String property, String narrow, String wide) {
    List<String> named = related(property, narrow).stream().filter(this::isClass).toList();
    return named.isEmpty() ? related(property, wide).stream().filter(this::isClass).toList() : named;
  }

  /** What stands at the end of an IRI. */
  public static String local(String iri) {
    return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
  }

  /** The family of a term of ours: {@code field} for {@code …/field#arms} and for {@code …/field}. */
  public static String family(String iri) {
    String rest = iri.substring(TERMS.length());
    int end = rest.indexOf('#');
    return end < 0 ? rest : rest.substring(0, end);
  }

  private static String inWords(String local) {
    return local.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace('-', ' ').toLowerCase(Locale.ROOT);
  }
}
