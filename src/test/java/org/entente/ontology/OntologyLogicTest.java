package org.entente.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;
import org.entente.query.TwoArticles;
import org.entente.vocab.ENT;
import org.entente.vocab.Terms;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.semanticweb.HermiT.Configuration;
import org.semanticweb.HermiT.Reasoner;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.formats.TurtleDocumentFormat;
import org.semanticweb.owlapi.io.StreamDocumentSource;
import org.semanticweb.owlapi.model.HasDatatypesInSignature;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLDatatype;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.profiles.OWL2RLProfile;
import org.semanticweb.owlapi.profiles.OWLProfile;
import org.semanticweb.owlapi.profiles.OWLProfileViolation;

/**
 * The ontology can be reasoned with: it keeps to OWL 2 DL and OWL 2 RL, and HermiT finds that it contradicts neither
 * itself nor the data.
 */
class OntologyLogicTest {

  /**
   * Types of literals that OWL 2 does not count among its own: days and years of XML Schema, dates in EDTF; and texts in
   * a language, for which RDF 1.1 has a name that is younger than OWL 2. Those of our own, for codes of states and
   * events, are as much text as these.
   */
  private static final Set<String> OUTSIDE_OWL =
      Set.of(XSD.date.getURI(), XSD.gYear.getURI(), XSD.gYearMonth.getURI(), Terms.EDTF, RDF.langString.getURI());

  private final Model published = OntologyFiles.toReasonWith();

  @TestFactory
  Stream<DynamicTest> keepsToTheProfilesOfOwl2ButForTypesOfLiterals() {
    return Stream.of(new OWL2DLProfile(), new OWL2RLProfile()).map(profile -> DynamicTest.dynamicTest(profile.getName(),
        () -> assertEquals(Set.of(), beyond(profile, published))));
  }

  /** What goes beyond a profile, whatever is not about a type of literals that we know to do so. */
  private static Set<String> beyond(OWLProfile profile, Model model) {
    return profile.checkOntology(owl(model)).getViolations().stream()
        .filter(violation -> !isAboutLiterals(violation)).map(Object::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isAboutLiterals(OWLProfileViolation violation) {
    return violation.getExpression() instanceof HasDatatypesInSignature expression
        && violation.getClass().getSimpleName().matches(".*(Datatype|DataRange).*")
        && expression.datatypesInSignature().map(OWLDatatype::getIRI).map(IRI::toString)
            .anyMatch(type -> OUTSIDE_OWL.contains(type) || type.startsWith(ENT.NS));
  }

  @Test
  void everyClassCanHaveAMember() {
    assertEquals(List.of(), reasoner(published).getUnsatisfiableClasses().getEntitiesMinusBottom().stream()
        .map(OWLClass::getIRI).map(IRI::toString).sorted().toList());
  }

  @Test
  void contradictsNothingThatIsKnownOrRead() {
    Model all = ModelFactory.createDefaultModel().add(published);
    TwoArticles.STORE.read(data -> all.add(ModelFactory.createModelForGraph(data.getUnionGraph())));
    assertTrue(all.contains(null, RDF.type, ENT.Undertaking) && all.contains(null, RDF.type, ENT.Tenure));
    assertTrue(reasoner(all).isConsistent());
  }

  @TestFactory
  Stream<DynamicTest> contradictsNoExampleThatConforms() {
    return OntologyFiles.turtle(Path.of("ontology", "examples")).stream().filter(file -> file.endsWith("valid.ttl"))
        .map(file -> DynamicTest.dynamicTest(file.toString(),
            () -> assertTrue(reasoner(OntologyFiles.read(file).add(published)).isConsistent())));
  }

  @Test
  void nothingIsTwoThingsThatExcludeEachOther() {
    assertTrue(reasoner(with(ENT.State, ENT.Actor)).isConsistent());
    assertFalse(reasoner(with(ENT.State, ENT.Person)).isConsistent());
    assertFalse(reasoner(with(ENT.Visit, ENT.State)).isConsistent());
    assertFalse(reasoner(with(ENT.Passage, ENT.Article)).isConsistent());
  }

  /** The ontology and one thing of two classes. */
  private Model with(Resource... classes) {
    Model data = ModelFactory.createDefaultModel().add(published);
    Stream.of(classes).forEach(type -> data.createResource("http://example.org/id/thing").addProperty(RDF.type, type));
    return data;
  }

  private static Reasoner reasoner(Model model) {
    Configuration settings = new Configuration();
    settings.ignoreUnsupportedDatatypes = true;
    return new Reasoner(settings, owl(model));
  }

  private static OWLOntology owl(Model model) {
    ByteArrayOutputStream statements = new ByteArrayOutputStream();
    RDFDataMgr.write(statements, model, RDFFormat.NTRIPLES_UTF8);
    try {
      // N-Triples are Turtle.
      return OWLManager.createOWLOntologyManager().loadOntologyFromOntologyDocument(new StreamDocumentSource(
          new ByteArrayInputStream(statements.toByteArray()), IRI.create("urn:entente:model"),
          new TurtleDocumentFormat(),
          null));
    } catch (OWLOntologyCreationException e) {
      throw new AssertionError("what Jena writes is read", e);
    }
  }
}
