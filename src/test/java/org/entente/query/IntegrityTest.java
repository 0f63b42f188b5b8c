package org.entente.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The integrity queries find nothing in what the loader made, and each finds its own fault in data that has it. */
class IntegrityTest {

  private static final QueryCatalogue CATALOGUE = QueryCatalogue.bundled();

  @TestFactory
  Stream<DynamicTest> findsNothingInWhatTheLoaderMade() {
    return CATALOGUE.queries("integrity").stream()
        .map(q -> DynamicTest.dynamicTest(q.name(), () -> assertEquals(List.of(), rows(q))));
  }

  @TestFactory
  Stream<DynamicTest> findsItsFaultInDataThatHasIt() {
    DatasetGraph broken = DatasetGraphFactory.create();
    RDFParser.fromString(BROKEN, Lang.TURTLE).parse(broken);
    return CATALOGUE.queries("integrity").stream()
        .map(
            q -> DynamicTest.dynamicTest(
                q.name(),
                () -> {
                  try (QueryExec e = QueryExec.dataset(broken).query(q.fill(Map.of())).build()) {
                    assertTrue(e.select().hasNext());
                  }
                }));
  }

  private static List<String> rows(NamedQuery q) {
    return TwoArticles.STORE.read(
        data -> {
          List<String> rows = new ArrayList<>();
          try (QueryExec e = QueryExec.dataset(data).query(q.fill(Map.of())).build()) {
            e.select().forEachRemaining(b -> rows.add(b.toString()));
          }
          return rows;
        });
  }

  /** One resource with everything wrong that can be. */
  private static final String BROKEN =
      """
      PREFIX : <http://example.org/>
      PREFIX ent: <https://w3id.org/entente/ontology#>
      PREFIX status: <https://w3id.org/entente/status#>
      PREFIX field: <https://w3id.org/entente/field#>
      PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      :place a ent:Place ; rdfs:label "Rome"@en , "Roma"@it .
      :u a ent:Undertaking ; ent:status status:proposed , status:completed ; ent:field field:arms ; ent:mainField field:naval ;
         ent:earliest "2020-02-02"^^xsd:date ; ent:latest "2020-01-01"^^xsd:date ; ent:confidence 1.5 .
      :v a ent:Undertaking , ent:Visit ; ent:visitor :s ; ent:host :s ; ent:status status:completed .
      :s a ent:State ; owl:sameAs :q . :t owl:sameAs :q .
      :p a ent:Proposal ; ent:proposes :v .
      :w a ent:Passage ; nif:beginIndex 9 ; nif:endIndex 3 .
      :a ent:copyOf :b . :b ent:copyOf :c .
      [] ent:item "nobody can point at it" .
      """;
}
