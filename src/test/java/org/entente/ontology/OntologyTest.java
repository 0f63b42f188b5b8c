package org.entente.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.query.TwoArticles;
import org.entente.undertaking.Ending;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Role;
import org.entente.undertaking.Status;
import org.entente.vocab.ENT;
import org.entente.vocab.Terms;
import org.junit.jupiter.api.Test;

class OntologyTest {

  private static final Set<String> FIELDS =
      Set.of(
          "military", "naval", "air-defence", "arms", "military-training", "counter-terrorism", "intelligence",
          "security", "peace-process", "diplomacy", "sanctions", "energy", "oil-gas", "nuclear-energy", "space",
          "transport", "trade", "finance", "aid", "agriculture", "health", "science", "education", "culture", "media",
          "mobility", "digital", "environment", "justice", "economy");

  private final Model terms = OntologyFiles.terms();
  private final Model published = OntologyFiles.published();

  @Test
  void everyFileIsTurtleWithoutAWarning() {
    List<Path> files = OntologyFiles.turtle(Path.of("ontology"));
    assertTrue(files.size() > 10, files::toString);
    files.forEach(OntologyFiles::read);
  }

  @Test
  void everyTermHasALabelADefinitionAnExampleAndSaysWhereItIsDefined() {
    Set<String> missing = new TreeSet<>();
    for (Resource term : ours(terms)) {
      for (Property p : List.of(RDFS.label, SKOS.definition, SKOS.example, RDFS.isDefinedBy, RDF.type)) {
        if (term.listProperties(p).toList().size() < 1) {
          missing.add(term.getLocalName() + " lacks " + p.getLocalName());
        }
      }
    }
    assertEquals(Set.of(), missing);
  }

  /** In what was read of articles or is known to begin with, in the lists of concepts, or in an example that conforms. */
  @Test
  void everyTermIsUsed() {
    Model used = ModelFactory.createDefaultModel();
    TwoArticles.STORE.read(store -> used.add(ModelFactory.createModelForGraph(store.getUnionGraph())));
    OntologyFiles.turtle(Path.of("ontology", "examples")).stream().filter(file -> file.endsWith("valid.ttl"))
        .forEach(file -> used.add(OntologyFiles.read(file)));
    Set<String> unused = new TreeSet<>();
    Set<String> types = literalTypes(used);
    for (Resource term : ours(terms)) {
      if (!used.contains(null, ResourceFactory.createProperty(term.getURI())) && !used.contains(null, RDF.type, term)
          && !types.contains(term.getURI())) {
        unused.add(term.getLocalName());
      }
    }
    assertEquals(Set.of(), unused);
  }

  private static Set<String> literalTypes(Model model) {
    return model.listObjects().filterKeep(RDFNode::isLiteral).mapWith(value -> value.asLiteral().getDatatypeURI())
        .toSet();
  }

  @Test
  void everyTermHasOneLabelAndOneDefinitionInEnglish() {
    Set<String> wrong = new TreeSet<>();
    for (Resource term : ours(terms)) {
      for (Property p : List.of(RDFS.label, SKOS.definition)) {
        List<Statement> values = term.listProperties(p).toList();
        if (values.size() != 1 || !values.getFirst().getLanguage().equals("en")) {
          wrong.add(term.getLocalName() + " " + p.getLocalName());
        }
      }
    }
    assertEquals(Set.of(), wrong);
  }

  /** The versions in the list of changes, the latest first. */
  private static List<String> versions() throws IOException {
    return Pattern.compile("(?m)^## ([0-9.]+)").matcher(Files.readString(Path.of("ontology/CHANGELOG.md"))).results()
        .map(heading -> heading.group(1)).toList();
  }

  @Test
  void saysWhichVersionItIsAndWhichCameBefore() throws IOException {
    Resource ontology = terms.createResource("https://w3id.org/entente/ontology");
    List<String> versions = versions();
    assertEquals(versions.getFirst(), ontology.getProperty(OWL2.versionInfo).getString());
    assertEquals(ontology.getURI() + "/" + versions.getFirst(),
        ontology.getProperty(OWL2.versionIRI).getResource().getURI());
    assertEquals(versions.stream().skip(1).limit(1).map(version -> ontology.getURI() + "/" + version).toList(),
        ontology.listProperties(OWL2.priorVersion).mapWith(prior -> prior.getResource().getURI()).toList());
  }

  @Test
  void noTermIsABroaderTermOfItself() {
    for (Property up : List.of(RDFS.subClassOf, RDFS.subPropertyOf, SKOS.broader)) {
      published.listSubjectsWithProperty(up).forEach(
          start -> assertTrue(!above(start, up).contains(start), () -> start + " is above itself by " + up));
    }
  }

  @Test
  void whatTermsReferToOfOursIsDefined() {
    Set<String> known = published.listSubjects().toList().stream().map(Resource::toString).collect(Collectors.toSet());
    // The version is no term; another test holds it.
    published.listObjectsOfProperty(OWL2.versionIRI).forEach(version -> known.add(version.toString()));
    Set<String> undefined = new TreeSet<>();
    published.listStatements().forEach(
        s -> {
          for (RDFNode node : List.of(s.getPredicate(), s.getObject())) {
            String iri = node.toString();
            if (node.isURIResource() && iri.startsWith("https://w3id.org/entente/") && !known.contains(iri)) {
              undefined.add(iri);
            }
          }
        });
    assertEquals(Set.of(), undefined);
  }

  @Test
  void theFieldsAreTheThirtyOfTheGuidelines() {
    assertEquals(new TreeSet<>(FIELDS), concepts("field"));
  }

  @Test
  void statusesKindsAndRolesAreThoseOfTheProgram() {
    Set<String> statuses = Arrays.stream(Status.values()).map(Status::conceptName).collect(Collectors.toSet());
    Set<String> endings = Arrays.stream(Ending.values()).map(Ending::conceptName).collect(Collectors.toSet());
    assertEquals(statuses, concepts("status").stream().filter(c -> !endings.contains(c)).collect(Collectors.toSet()));
    assertTrue(concepts("status").containsAll(endings));
    assertEquals(Arrays.stream(Kind.values()).map(Kind::className).collect(Collectors.toSet()), concepts("kind"));
    Set<String> classes =
        terms.listSubjectsWithProperty(ENT.kindConcept).toList().stream()
            .map(Resource::getLocalName)
            .collect(Collectors.toSet());
    assertEquals(concepts("kind"), classes);
    for (Role role : Role.values()) {
      Resource property = terms.getResource(ENT.NS + role.property());
      assertTrue(property.hasProperty(RDFS.subPropertyOf, ENT.involves), role::property);
    }
  }

  @Test
  void everyConceptHasALabelADefinitionAndAScheme() {
    published.listSubjectsWithProperty(RDF.type, SKOS.Concept).forEach(
        c -> {
          assertTrue(c.hasProperty(SKOS.prefLabel), () -> c + " has no label");
          assertTrue(c.hasProperty(SKOS.definition), () -> c + " has no definition");
          assertTrue(c.hasProperty(SKOS.inScheme), () -> c + " has no scheme");
        });
  }

  @Test
  void everyStageFallsUnderAStatus() {
    for (String stage : concepts("stage")) {
      Resource concept = published.getResource("https://w3id.org/entente/stage#" + stage);
      String status = concept.getRequiredProperty(SKOS.broader).getResource().getURI();
      assertTrue(status.startsWith("https://w3id.org/entente/status#"), stage);
    }
  }

  /** PROV has activities and entities apart: an undertaking as we describe it is an entity, with its own origin. */
  @Test
  void noPropertyOfAnUndertakingMakesItAnActivity() {
    Set<Resource> ofActivities =
        Set.of(
            ResourceFactory.createResource(Terms.PROV + "wasAssociatedWith"),
            ResourceFactory.createResource(Terms.PROV + "generated"),
            ResourceFactory.createResource(Terms.PROV + "used"));
    Set<String> wrong =
        published.listSubjectsWithProperty(RDFS.domain, ENT.Undertaking).toList().stream()
            .filter(p -> above(p, RDFS.subPropertyOf).stream().anyMatch(ofActivities::contains))
            .map(Resource::getLocalName)
            .collect(Collectors.toSet());
    assertEquals(Set.of(), wrong);
  }

  private Set<String> concepts(String scheme) {
    return published
        .listSubjectsWithProperty(SKOS.inScheme, ResourceFactory.createResource("https://w3id.org/entente/" + scheme))
        .toList()
        .stream()
        .map(c -> c.getURI().substring(c.getURI().indexOf('#') + 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Resource> ours(Model model) {
    return model.listSubjects().toList().stream()
        .filter(r -> r.isURIResource() && r.getURI().startsWith(ENT.NS) && !r.hasProperty(RDF.type, OWL.Ontology))
        .toList();
  }

  private static Set<Resource> above(Resource start, Property up) {
    Set<Resource> seen = new HashSet<>();
    List<Resource> level = List.of(start);
    while (!level.isEmpty()) {
      level =
          level.stream()
              .flatMap(r -> r.listProperties(up).toList().stream())
              .map(Statement::getResource)
              .filter(seen::add)
              .toList();
    }
    return seen;
  }
}
