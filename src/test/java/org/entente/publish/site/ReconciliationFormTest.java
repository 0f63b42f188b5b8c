package org.entente.publish.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.vocab.ENT;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer of the reconciliation service has the form that the specification gives it, as JSON Schema. */
class ReconciliationFormTest {

  private static final String VISIT = "visit/graustark-visits-ruritania-0123456789ab";
  private static final Path SCHEMAS = Path.of("src/test/resources/server/reconciliation");
  private static Reconciling service;

  @BeforeAll
  static void publishTheGazetteerAndTwoStates() {
    DatasetGraph graphs = PublishingTest.twoStates();
    graphs.executeWrite(() -> graphs.add(NodeFactory.createURI(Reconciling.BASE + "graph/article/2020-05-04-port-call-0a1b2c3d"),
        NodeFactory.createURI(Reconciling.BASE + "id/" + VISIT), ENT.earliest.asNode(),
        NodeFactory.createLiteralDT("2020-05-01", XSDDatatype.XSDdate)));
    service = Reconciling.overTheGazetteerAnd(graphs);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static List<String> problems(String schema, String answer) throws IOException {
    Schema form = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(SCHEMAS.resolve(schema + ".json")), InputFormat.JSON);
    return form.validate(answer, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "manifest, /reconcile",
    "suggest-entities-response, /reconcile/suggest/entity?prefix=pak",
    "suggest-entities-response, /reconcile/suggest/entity?prefix=",
    "suggest-types-response, /reconcile/suggest/type?prefix=s",
    "suggest-properties-response, /reconcile/suggest/property?prefix=co",
    "data-extension-property-proposal, /reconcile/extend/propose?type=State",
    "data-extension-property-proposal, /reconcile/extend/propose?type=Visit&limit=3",
  })
  void hasTheFormOfTheSpecification(String schema, String address) throws IOException {
    String answer = service.get(address).body();
    assertEquals(List.of(), problems(schema, answer), answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "{}",
    "{\"q0\": {\"query\": \"Pakstan\"}, \"q1\": {\"query\": \"Georgia\", \"type\": \"State\", \"limit\": 3}}",
    "{\"q0\": {\"query\": \"no such name whatever\"}}",
    "{\"q0\": {\"query\": \"Congo\", \"type\": [\"State\"], \"type_strict\": \"should\", "
        + "\"properties\": [{\"pid\": \"iso3\", \"v\": \"COD\"}]}}",
    "{\"q0\": {\"properties\": [{\"pid\": \"iso3\", \"v\": \"PAK\"}]}}",
  })
  void candidatesHaveTheFormOfTheSpecification(String queries) throws IOException {
    String answer = service.post("queries", queries);
    assertEquals(List.of(), problems("reconciliation-result-batch", answer), answer);
  }

  @Test
  void valuesOfEveryPropertyHaveTheFormOfTheSpecification() throws IOException {
    JsonArray all = JSON.parse(service.get("/reconcile/suggest/property?prefix=").body()).get("result").getAsArray();
    assertTrue(all.size() > 20, all::toString);
    JsonArray wanted = new JsonArray();
    all.forEach(property -> {
      JsonObject id = new JsonObject();
      id.put("id", property.getAsObject().getString("id"));
      wanted.add(id);
    });
    JsonObject request = new JsonObject();
    JsonArray ids = new JsonArray();
    List.of("state/pakistan", "state/soviet-union", "person/imran-khan", "place/islamabad",
        VISIT, "state/nowhere").forEach(ids::add);
    request.put("ids", ids);
    request.put("properties", wanted);
    String answer = service.post("extend", request.toString());
    assertEquals(List.of(), problems("data-extension-response", answer), answer);
    assertTrue(answer.contains("2020-05-01T00:00:00Z"), "a day is among them");
  }

  /** The schemas tell right from wrong, or the tests above would say nothing. */
  @Test
  void anAnswerOfAnotherFormIsSeen() throws IOException {
    assertFalse(problems("reconciliation-result-batch", "{\"q\": {\"result\": [{\"id\": \"a\", \"name\": \"A\"}]}}")
        .isEmpty());
    assertFalse(problems("data-extension-response",
        "{\"meta\": [], \"rows\": {\"a\": {\"earliest\": [{\"date\": \"2020-05-04\"}]}}}").isEmpty());
    assertFalse(problems("manifest", "{\"versions\": [\"0.1\"], \"name\": \"A\", \"identifierSpace\": \"a\", "
        + "\"schemaSpace\": \"b\"}").isEmpty());
  }

  @Test
  void findsAThingByItsCodesAlone() {
    for (String given : List.of("{\"pid\": \"cow-number\", \"v\": 770}", "{\"pid\": \"wikidata\", \"v\": \"Q843\"}",
        "{\"pid\": \"iso2\", \"v\": [\"PK\"]}, {\"pid\": \"capital\", \"v\": {\"id\": \"place/islamabad\"}}")) {
      JsonArray found = service.candidates("{\"properties\": [" + given + "], \"type\": \"State\"}");
      assertEquals(1, found.size(), found::toString);
      assertEquals("state/pakistan", found.get(0).getAsObject().getString("id"));
      assertTrue(found.get(0).getAsObject().getBoolean("match"));
    }
    JsonArray several = service.candidates("{\"properties\": [{\"pid\": \"cow-number\", \"v\": \"365\"}]}");
    assertTrue(several.size() == 2 && several.stream().noneMatch(one -> one.getAsObject().getBoolean("match")),
        "Russia has the number of the Soviet Union: " + several);
  }

  @Test
  void keepsToOneOrAllOfTheTypesThatAreAskedFor() {
    String query = "{\"query\": \"Pakistan\", \"type\": [\"State\", \"Person\"], \"type_strict\": \"%s\"}";
    assertEquals("state/pakistan", service.candidates(query.formatted("any")).get(0).getAsObject().getString("id"));
    assertEquals(0, service.candidates(query.formatted("all")).size());
    assertEquals("state/pakistan", service.candidates("{\"query\": \"Pakistan\", \"type\": [\"Person\"], "
        + "\"type_strict\": \"should\"}").get(0).getAsObject().getString("id"));
  }
}
