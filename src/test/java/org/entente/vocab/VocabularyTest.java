package org.entente.vocab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.ontology.OntologyFiles;
import org.junit.jupiter.api.Test;

class VocabularyTest {

  private final Model terms = OntologyFiles.terms();

  @Test
  void everyTermOfTheOntologyHasAConstantAndEveryConstantATerm() {
    Set<String> ontology =
        terms.listSubjects().toList().stream()
            .filter(r -> r.isURIResource() && r.getURI().startsWith(ENT.NS))
            .map(Resource::getURI)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> constants =
        Arrays.stream(ENT.class.getFields())
            .filter(f -> Resource.class.isAssignableFrom(f.getType()))
            .map(f -> constant(f).getURI())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(ontology, constants);
  }

  @Test
  void constantsAreCalledAsTheirTerms() {
    for (Field field : ENT.class.getFields()) {
      if (Resource.class.isAssignableFrom(field.getType())) {
        assertEquals(ENT.NS + field.getName(), constant(field).getURI());
      }
    }
  }

  @Test
  void propertiesAreConstantsOfPropertiesAndClassesAreNot() {
    for (Field field : ENT.class.getFields()) {
      if (Resource.class.isAssignableFrom(field.getType())) {
        Resource term = terms.getResource(constant(field).getURI());
        boolean property =
            term.hasProperty(RDF.type, OWL.ObjectProperty) || term.hasProperty(RDF.type, OWL.DatatypeProperty);
        boolean named = term.hasProperty(RDF.type, OWL.Class) || term.hasProperty(RDF.type, RDFS.Datatype);
        assertEquals(property, field.getType() == Property.class, field::getName);
        assertTrue(property != named, field::getName);
      }
    }
  }

  @Test
  void prefixesOfTheOntologyFilesAreOurs() {
    terms.getNsPrefixMap().forEach(
        (prefix, namespace) -> {
          String ours = Prefixes.ALL.getNsPrefixURI(prefix);
          assertTrue(ours == null || ours.equals(namespace), prefix);
        });
    assertEquals(ENT.NS, Prefixes.ALL.getNsPrefixURI("ent"));
  }

  private static Resource constant(Field field) {
    try {
      return (Resource) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
