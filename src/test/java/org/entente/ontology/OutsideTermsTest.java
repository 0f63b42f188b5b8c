package org.entente.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.apache.jena.vocabulary.VOID;
import org.apache.jena.vocabulary.XSD;
import org.entente.query.TwoArticles;
import org.entente.vocab.Terms;
import org.junit.jupiter.api.Test;

/**
 * Every term of somebody else's vocabulary that ontology, shapes, gazetteer and data use is there: in Jena's list of
 * that vocabulary's names, or in one of ours under {@code vocabularies/}.
 */
class OutsideTermsTest {

  private static final List<Class<?>> OF_JENA = List.of(RDF.class, RDFS.class, OWL2.class, SKOS.class, DCTerms.class,
      FOAF.class, ORG.class, SchemaDO.class, VOID.class, XSD.class, SHACL.class);
  private static final Path OURS = Path.of("src/test/resources/vocabularies");

  /** What these lead to is a term, wherever it comes from. */
  private static final Set<Property> TO_TERMS =
      Set.of(RDF.type, RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.disjointWith);

  private final Map<String, Set<String>> vocabularies = vocabularies();

  /** The IRIs of each vocabulary by its namespace. */
  private static Map<String, Set<String>> vocabularies() {
    Map<String, Set<String>> known = new HashMap<>();
    OF_JENA.forEach(vocabulary -> constants(vocabulary).forEach(iri -> known
        .computeIfAbsent(namespace(iri), key -> new HashSet<>()).add(iri)));
    try (Stream<Path> files = Files.list(OURS)) {
      for (Path file : files.toList()) {
        List<String> lines = Files.readAllLines(file).stream().filter(line -> !line.startsWith("# ")).toList();
        known.put(lines.getFirst(), lines.stream().skip(1).map(lines.getFirst()::concat).collect(Collectors.toSet()));
      }
    } catch (IOException e) {
      throw new AssertionError("there are lists of names", e);
    }
    return known;
  }

  private static Stream<String> constants(Class<?> vocabulary) {
    return Arrays.stream(vocabulary.getFields()).map(OutsideTermsTest::value)
        .filter(value -> value instanceof Resource resource && resource.isURIResource()
            || value instanceof Node node && node.isURI())
        .map(Object::toString);
  }

  private static Object value(Field field) {
    try {
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(field + " can be read", e);
    }
  }

  private static String namespace(String iri) {
    return iri.substring(0, Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
  }

  @Test
  void eachOfThemExists() {
    Set<String> unknown = new TreeSet<>();
    terms(everything()).filter(iri -> !iri.startsWith(Terms.ENTENTE) && !iri.equals(Terms.EDTF))
        .filter(iri -> !vocabularies.getOrDefault(namespace(iri), Set.of()).contains(iri)).forEach(unknown::add);
    assertEquals(Set.of(), unknown);
  }

  @Test
  void whatIsDeclaredAsAClassHasTheNameOfOne() {
    List<Resource> classes = OntologyFiles.toReasonWith().listSubjectsWithProperty(RDF.type, OWL.Class).toList();
    assertTrue(classes.size() > 50);
    classes.forEach(type -> assertTrue(Character.isUpperCase(type.getLocalName().charAt(0)), type::toString));
  }

  @Test
  void eachThatTheDataUseIsDeclaredInTheOntology() {
    Model published = OntologyFiles.toReasonWith();
    Set<String> undeclared = new TreeSet<>();
    data().listStatements().forEach(statement -> used(statement)
        .filter(
            term -> !term.getURI().startsWith(Terms.ENTENTE) && !isBuiltIn(term) && !published.contains(term, RDF.type))
        .forEach(term -> undeclared.add(term.getURI())));
    assertEquals(Set.of(), undeclared);
  }

  private static boolean isBuiltIn(Resource term) {
    return Stream.of(RDF.getURI(), RDFS.getURI(), OWL2.getURI()).anyMatch(term.getURI()::startsWith);
  }

  /** The property of a statement, and the class that it says something is of. */
  private static Stream<Resource> used(Statement statement) {
    return Stream.of(statement.getPredicate(), statement.getObject())
        .filter(node -> node instanceof Property || statement.getPredicate().equals(RDF.type))
        .map(RDFNode::asResource);
  }

  private static Model everything() {
    Model all = data();
    OntologyFiles.turtle(Path.of("ontology", "shapes")).forEach(file -> all.add(OntologyFiles.read(file)));
    return all;
  }

  /** Ontology, gazetteer, and what was read of articles. */
  private static Model data() {
    Model all = ModelFactory.createDefaultModel();
    TwoArticles.STORE.read(store -> all.add(ModelFactory.createModelForGraph(store.getUnionGraph())));
    return all;
  }

  /** Properties, classes, types of literals; and whatever else is named within a vocabulary that we know. */
  private Stream<String> terms(Model model) {
    return model.listStatements().toList().stream().flatMap(statement -> Stream.concat(
        Stream.of(statement.getPredicate().getURI()), terms(statement)));
  }

  private Stream<String> terms(Statement statement) {
    RDFNode object = statement.getObject();
    if (object.isLiteral()) {
      return Stream.of(object.asLiteral().getDatatypeURI());
    }
    return Stream.of(statement.getSubject(), object.asResource()).filter(Resource::isURIResource).map(Resource::getURI)
        .filter(iri -> iri.equals(object.toString()) && TO_TERMS.contains(statement.getPredicate())
            || vocabularies.containsKey(namespace(iri)) && !namespace(iri).equals(iri));
  }
}
