package org.entente.publish.site;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reconciliation service over the whole gazetteer. */
class NamesFoundTest {

  private static Reconciling service;

  @BeforeAll
  static void publishTheGazetteer() {
    service = Reconciling.overTheGazetteerAnd(DatasetGraphFactory.createTxnMem());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static JsonArray candidates(String name, String type, String more) {
    JsonObject query = new JsonObject();
    query.put("query", name);
    if (!type.isEmpty()) {
      query.put("type", type);
    }
    return service.candidates(query.toString().replaceFirst("\\}\\s*$", more + "}"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      zimbabwe        | Rhodesia (1965–1979)
      zimbabwe        | Southern Rhodesia (until 1980)
      burkina-faso    | Upper Volta (1960–1984)
      """)
  void pagesTellFromWhenToWhenAStateHadAName(String state, String expected) {
    String page = service.get("/page/state/" + state, "Accept", "text/html").body();
    assertTrue(page.contains("<li>" + expected + "</li>"), page);
    assertFalse(page.contains(">" + expected.replaceFirst(" \\(.*", "") + "<"), "the name alone stands there too");
  }

  @TestFactory
  Stream<DynamicTest> putsTheRightThingFirst() throws IOException {
    return Files.readString(Path.of("src/test/resources/server/names.tsv")).lines()
        .filter(line -> !line.startsWith("#")).map(line -> line.split("\t"))
        .map(cells -> DynamicTest.dynamicTest(cells[0], () -> {
          JsonArray found = candidates(cells[0], cells[1], "");
          assertFalse(found.isEmpty(), "nothing was found");
          JsonObject first = found.get(0).getAsObject();
          assertAll(() -> assertEquals(cells[2], first.getString("id"), found::toString),
              () -> assertEquals(cells[3].equals("yes"), first.getBoolean("match"), first::toString));
        }));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Georgia", "Congo", "Guinea", "Korea", "Geogia", "Guine", "Kongo"})
  void isNeverSureOfANameThatSeveralHaveOrThatIsMisspelt(String name) {
    for (String type : new String[] {"", "State"}) {
      assertTrue(candidates(name, type, "").stream().noneMatch(found -> found.getAsObject().getBoolean("match")),
          () -> candidates(name, type, "").toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Pakistan Russia", "Pakistan and Russia", "PAK-RUS", "Pakistan – Russia", "PAK, Russia",
    "Pakistan & Russian Federation"})
  void findsThePageOnTwoStatesFirst(String words) {
    JsonObject first = JSON.parse(service.get("/search?format=json&q=" + Asking.encoded(words)).body()).get("results")
        .getAsArray().get(0).getAsObject();
    assertEquals("page/dyad/PAK-RUS", first.getString("page"), first::toString);
  }

  @Test
  void givesOnePageAfterTheOtherUntilThereIsNoMore() {
    String address = "/search?format=json&limit=40&q=minister";
    Set<String> seen = new HashSet<>();
    int pages = 0;
    int hits = 0;
    while (!address.isEmpty()) {
      JsonObject found = JSON.parse(service.get(address).body());
      found.get("results").getAsArray().forEach(hit -> seen.add(hit.getAsObject().getString("iri")));
      hits += found.get("results").getAsArray().size();
      pages++;
      address = found.hasKey("next") ? "/" + found.getString("next") : "";
    }
    assertEquals(hits, seen.size());
    assertTrue(pages > 2, "pages: " + pages);
    assertTrue(service.get("/search?q=minister", "Accept", "text/html").body().contains("page=2\" rel=\"next\""));
    assertTrue(service.get("/search?q=minister&page=400", "Accept", "text/html").body().contains("no page 400"));
    assertEquals(400, service.get("/search?q=minister&page=0&format=json").statusCode());
  }

  @Test
  void offersBothKoreas() {
    String found = candidates("Korea", "State", "").toString();
    assertTrue(found.contains("state/north-korea") && found.contains("state/south-korea"), found);
  }

  @Test
  void givesAMisspeltNameALowerScoreThanARightOne() {
    int right = candidates("Pakistan", "State", "").get(0).getAsObject().get("score").getAsNumber().value().intValue();
    int order =
        candidates("Korea, South", "State", "").get(0).getAsObject().get("score").getAsNumber().value().intValue();
    int wrong = candidates("Pakstan", "State", "").get(0).getAsObject().get("score").getAsNumber().value().intValue();
    assertTrue(right > order && order > wrong && wrong > 50, right + " " + order + " " + wrong);
  }

  @Test
  void prefersTheThingWhosePropertiesAgree() {
    String properties = ", \"properties\": [{\"pid\": \"iso3\", \"v\": \"PRK\"}]";
    JsonArray found = candidates("Korea", "State", properties);
    assertEquals("state/north-korea", found.get(0).getAsObject().getString("id"));
    JsonObject georgia = candidates("Georgia", "State", properties.replace("PRK", "GEO")).get(0).getAsObject();
    assertTrue(georgia.getBoolean("match"), "the code settles it");
    JsonObject contradicted = candidates("Pakistan", "State", properties).get(0).getAsObject();
    assertFalse(contradicted.getBoolean("match"));
  }

  @Test
  void addsCodesLinksCoordinatesAndNamesToATable() {
    JsonObject answer = JSON.parse(service.post("extend", """
        {"ids": ["state/pakistan", "state/nowhere"], "properties": [{"id": "iso3"}, {"id": "wikidata"},
         {"id": "latitude"}, {"id": "capital"}, {"id": "label-ru"}, {"id": "gw-number"},
         {"id": "other-names", "settings": {"limit": "1"}}]}"""));
    JsonObject pakistan = answer.getObj("rows").getObj("state/pakistan");
    assertAll(
        () -> assertEquals(7, answer.get("meta").getAsArray().size()),
        () -> assertEquals("PAK", cell(pakistan, "iso3").getString("str")),
        () -> assertEquals("Q843", cell(pakistan, "wikidata").getString("str")),
        () -> assertTrue(cell(pakistan, "latitude").get("float").isNumber()),
        () -> assertEquals(770, cell(pakistan, "gw-number").get("int").getAsNumber().value().intValue()),
        () -> assertEquals("place/islamabad", cell(pakistan, "capital").getString("id")),
        () -> assertEquals("Islamabad", cell(pakistan, "capital").getString("name")),
        () -> assertEquals("Пакистан", cell(pakistan, "label-ru").getString("str")),
        () -> assertEquals(1, pakistan.get("other-names").getAsArray().size()),
        () -> assertEquals(0, answer.getObj("rows").getObj("state/nowhere").get("iso3").getAsArray().size()));
  }

  private static JsonObject cell(JsonObject row, String property) {
    return row.get(property).getAsArray().get(0).getAsObject();
  }

  @Test
  void saysWhatItCanAdd() {
    JsonObject manifest = JSON.parse(service.get("/reconcile").body());
    String path = manifest.getObj("extend").getObj("propose_properties").getString("service_path");
    String states = service.get("/reconcile" + path + "?type=State").body();
    String banks = service.get("/reconcile" + path + "?type=Bank").body();
    assertAll(() -> assertTrue(states.contains("\"iso3\"") && states.contains("\"wikidata\""), states),
        () -> assertTrue(banks.contains("\"ror\"") && !banks.contains("\"iso3\""), banks),
        () -> assertTrue(service.get("/reconcile/suggest/property?prefix=wiki").body().contains("wikidata")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "{\"ids\": 7}", "{\"ids\": [], \"properties\": [{\"id\": \"colour\"}]}",
    "{\"ids\": [], \"properties\": [7]}"})
  void refusesToAddWhatItCannotRead(String request) {
    assertEquals(400, service.get("/reconcile?extend=" + Asking.encoded(request)).statusCode());
  }

  @Test
  void findsNothingElseByAnIdThatIsNone() {
    HttpResponse<String> reply = service.get("/reconcile?extend=" + Asking.encoded(
        "{\"ids\": [\"state/x> } { ?s ?p ?o\"], \"properties\": [{\"id\": \"iso3\"}]}"));
    assertEquals(200, reply.statusCode());
    assertFalse(reply.body().contains("\"str\""), reply.body());
  }
}
