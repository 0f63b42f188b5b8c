package org.entente.publish.export;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.entente.actor.GazetteerReader;
import org.entente.query.Column;
import org.entente.query.QueryException;
import org.entente.query.TwoArticles;
import org.entente.store.GraphStore;
import org.entente.vocab.IriScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** What can be taken away of the two articles of the tests. */
class ExportTest {

  static Stream<Export> all() {
    return Export.all().stream();
  }

  private static List<Binding> rows(GraphStore store, String name, Map<String, String> values) {
    return store.read(data -> rows(data, Export.named(name).orElseThrow(), values));
  }

  private static List<Binding> rows(DatasetGraph data, Export export, Map<String, String> values) {
    try (QueryExec execution = QueryExec.dataset(data).query(export.query().fill(values)).build()) {
      List<Binding> rows = new ArrayList<>();
      execution.select().forEachRemaining(row -> rows.add(row.detach()));
      return rows;
    }
  }

  private static List<Binding> rows(String name, Map<String, String> values) {
    return rows(TwoArticles.STORE, name, values);
  }

  private static String written(String name, ExportForm form, Map<String, String> values) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Export.named(name).orElseThrow().write(form, rows(name, values), name + ".csv", out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Set<String> texts(List<Binding> rows, String column) {
    return rows.stream().flatMap(row -> Table.text(row, column).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @MethodSource("all")
  void documentsEachColumnOfItsTableInTheirOrder(Export export) {
    assertEquals(export.query().fill(Map.of()).getResultVars(),
        export.query().columns().stream().map(Column::name).toList());
  }

  @ParameterizedTest
  @MethodSource("all")
  void saysInEachRowWhatWhoSoWhenAndWhere(Export export) {
    List<Binding> rows = rows(export.name(), Map.of());
    assertFalse(rows.isEmpty(), "there is something to export");
    for (String column : List.of("label", "words", "article", "published", "evidence", "status", "undertaking")) {
      assertTrue(rows.stream().allMatch(row -> row.contains(Var.alloc(column))), column);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void leavesOutWhatDidNotHappenUnlessItIsAskedFor(Export export) {
    Set<String> usual = texts(rows(export.name(), Map.of()), "status");
    assertTrue(usual.stream().noneMatch(status -> status.matches(".*(proposed|possible|offered|ended|planned).*")),
        usual::toString);
    assertTrue(texts(rows(export.name(), Map.of("status", "all")), "undertaking").containsAll(
        texts(rows(export.name(), Map.of()), "undertaking")));
  }

  @ParameterizedTest
  @MethodSource("all")
  void isWrittenInEachFormThatItHas(Export export) throws IOException {
    for (ExportForm form : export.forms()) {
      assertFalse(written(export.name(), form, Map.of()).isBlank(), form.suffix());
    }
  }

  @Test
  void writesNoFormulaIntoTheTable() throws IOException {
    Binding hostile = BindingFactory.binding(
        Var.alloc("words"), NodeFactory.createLiteralString("=HYPERLINK(1)"),
        Var.alloc("label"), NodeFactory.createLiteralString("@SUM(A1)"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Export.named("events").orElseThrow().write(ExportForm.CSV, List.of(hostile), "events.csv", out);
    String table = out.toString(StandardCharsets.UTF_8);
    assertTrue(table.contains("'=HYPERLINK(1)") && table.contains("'@SUM(A1)"), table);
  }

  @ParameterizedTest
  @MethodSource("all")
  void findsNothingInAnEmptyStore(Export export) {
    GraphStore empty = GraphStore.inMemory(IriScheme.DEFAULT_BASE);
    assertEquals(List.of(), rows(empty, export.name(), Map.of()));
  }

  @Test
  void keepsToAPairOfStatesWhateverTheirOrder() {
    List<Binding> all = rows("events", Map.of("status", "all"));
    List<Binding> pair = rows("events", Map.of("status", "all", "pair", "OMN-KEN"));
    assertEquals(pair, rows("events", Map.of("status", "all", "pair", "ken-omn")));
    assertTrue(!pair.isEmpty() && pair.size() < all.size(), pair.size() + " of " + all.size());
    TreeSet<String> states = new TreeSet<>(texts(pair, "source"));
    states.addAll(texts(pair, "target"));
    assertEquals(Set.of("KEN", "OMN"), states);
  }

  @Test
  void keepsToFieldsWithTheNarrowerOnesAndToAPeriod() {
    Set<String> naval = texts(rows("events", Map.of("field", "naval")), "undertaking");
    assertTrue(texts(rows("events", Map.of("field", "military")), "undertaking").containsAll(naval));
    assertFalse(naval.isEmpty());
    List<Binding> dated = rows("events", Map.of("from", "1900", "until", "2100"));
    assertTrue(!dated.isEmpty() && dated.stream().allMatch(row -> row.contains(Var.alloc("earliest"))));
    assertEquals(List.of(), rows("events", Map.of("until", "1900")));
    assertTrue(rows("events", Map.of("until", "2024")).size() > rows("events", Map.of("until", "2024", "from", "1900"))
        .size(), "what is only bounded is in no period that has a beginning");
  }

  @ParameterizedTest
  @ValueSource(strings = {"events", "network", "map"})
  void keepsToAKind(String export) {
    Set<String> kinds = texts(rows(export, Map.of("status", "all", "kind", "Visit")), "kind");
    assertEquals(Set.of("Visit"), kinds);
    assertTrue(rows(export, Map.of("status", "all", "kind", "Visit")).size() < rows(export, Map.of("status", "all"))
        .size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pair=Pakistan", "kind=a visit", "status=done", "from=last year", "field=Naval forces", "colour=red"})
  void refusesAFilterThatCannotBe(String filter) {
    String[] parts = filter.split("=");
    QueryException e = assertThrows(QueryException.class, () -> rows("events", Map.of(parts[0], parts[1])));
    assertTrue(e.getMessage().contains(parts[0]), e.getMessage());
  }

  @Test
  void tellsWhoVisitsWhomFromJointActs() {
    Binding visit = rows("events", Map.of()).stream()
        .filter(row -> Table.text(row, "kind").orElseThrow().equals("Visit")).findFirst().orElseThrow();
    assertAll(() -> assertEquals("true", Table.text(visit, "directed").orElseThrow()),
        () -> assertEquals("CONSULT", Table.text(visit, "event_type").orElseThrow()),
        () -> assertEquals("visit", Table.text(visit, "event_mode").orElseThrow()));
  }

  @Test
  void neverTakesABoundForADate() {
    List<Binding> bounded = rows("events", Map.of()).stream()
        .filter(row -> Table.text(row, "when").orElse("").startsWith("[..")).toList();
    assertFalse(bounded.isEmpty());
    for (Binding row : bounded) {
      assertFalse(row.contains(Var.alloc("date")) || row.contains(Var.alloc("earliest")), row::toString);
      assertEquals(Table.text(row, "published"), Table.text(row, "latest"));
    }
    assertTrue(rows("agreements", Map.of()).stream().filter(row -> !row.contains(Var.alloc("earliest")))
        .noneMatch(row -> row.contains(Var.alloc("signYear"))));
    assertTrue(rows("dyad-year", Map.of()).stream().anyMatch(row -> !row.contains(Var.alloc("year"))));
  }

  @Test
  void countsEachUndertakingOnceInAYearOfADyad() {
    for (Binding row : rows("dyad-year", Map.of("status", "all"))) {
      assertTrue(Integer.parseInt(Table.text(row, "undertakings").orElseThrow()) <= Integer.parseInt(
          Table.text(row, "reports").orElseThrow()));
      assertTrue(Integer.parseInt(Table.text(row, "ccode1").orElseThrow()) < Integer.parseInt(
          Table.text(row, "ccode2").orElseThrow()));
    }
    Set<String> accounts = texts(rows("events", Map.of("status", "all")), "undertaking");
    Set<String> counted = texts(rows("dyad-year", Map.of("status", "all")), "undertaking").stream()
        .flatMap(cell -> Stream.of(cell.split(" "))).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(accounts, counted);
  }

  @Test
  void countsJointActsInBothDirections() {
    List<Binding> rows = rows("dyad-year-directed", Map.of("pair", "KEN-OMN", "status", "all"));
    assertEquals(Set.of("KEN", "OMN"), texts(rows, "iso1"));
    assertEquals(texts(rows, "iso1"), texts(rows, "iso2"));
  }

  @Test
  void givesTheCodesOfBothSchemesAsNumbers() {
    Binding row = rows("agreements", Map.of()).getFirst();
    assertTrue(Table.text(row, "ccode1").orElseThrow().matches("\\d+"));
    assertTrue(Table.text(row, "gwcode1").orElseThrow().matches("\\d+"));
  }

  @Test
  void givesTheItemsOfWikidataOfStatesActorsAndPlaces() {
    List<Binding> events = rows("events", Map.of("status", "all"));
    assertAll(
        () -> assertTrue(texts(events, "source_wikidata").stream().allMatch(item -> item.matches("Q\\d+"))),
        () -> assertEquals(Set.of("Q114"), events.stream()
            .filter(row -> Table.text(row, "source").orElseThrow().equals("KEN"))
            .flatMap(row -> Table.text(row, "source_wikidata").stream()).collect(Collectors.toSet())),
        () -> assertEquals(Set.of("Q114"), rows("dyad-year", Map.of("status", "all")).stream()
            .filter(row -> Table.text(row, "iso1").orElseThrow().equals("KEN"))
            .flatMap(row -> Table.text(row, "wikidata1").stream()).collect(Collectors.toSet())),
        () -> assertTrue(texts(rows("map", Map.of("status", "all")), "place_wikidata").stream()
            .anyMatch(item -> item.matches("Q\\d+"))));
    List<Binding> acted = events.stream().filter(row -> row.contains(Var.alloc("actors"))).toList();
    assertFalse(acted.isEmpty());
    for (Binding row : acted) {
      assertEquals(Table.text(row, "actors").orElseThrow().split(" \\| ", -1).length,
          Table.text(row, "actors_wikidata").orElseThrow().split(" \\| ", -1).length, row::toString);
    }
  }

  @Test
  void tellsHowWhatEndedCameToItsEndInTheYearsOfAPairToo() {
    for (String export : List.of("dyad-year", "dyad-year-directed", "events")) {
      assertTrue(texts(rows(export, Map.of("status", "ended")), "ending").contains("called-off"), export);
      assertEquals(Set.of(), texts(rows(export, Map.of()), "ending").stream().filter(ending -> !ending.isEmpty())
          .collect(Collectors.toSet()), export);
    }
  }

  /** The gazetteer and one agreement with Japan, dated on a first of March. */
  private static DatasetGraph agreement(String state, int year, String status) {
    DatasetGraph data = DatasetGraphFactory.createGeneral();
    GraphUtil.addInto(data.getDefaultGraph(), GazetteerReader.bundled(IriScheme.DEFAULT_BASE).graph());
    RDFParser.fromString("""
        PREFIX ent: <https://w3id.org/entente/ontology#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        <id/agreement/a> a ent:Agreement , ent:Undertaking ; rdfs:label "Agreement"@en ;
          ent:party <id/state/%s> , <id/state/japan> ; ent:involves <id/state/%1$s> , <id/state/japan> ;
          ent:status <https://w3id.org/entente/status#%3$s> ;
          ent:mainField <https://w3id.org/entente/field#trade> ;
          ent:earliest "%2$d-03-01"^^xsd:date ; ent:latest "%2$d-03-01"^^xsd:date .
        """.formatted(state, year, status), Lang.TURTLE).base(IriScheme.DEFAULT_BASE).parse(data);
    return data;
  }

  @ParameterizedTest
  @CsvSource({"concluded, true", "ended, false", "negotiating, false", "planned, false"})
  void takesNoOtherDateForThatOfASignature(String status, boolean signed) {
    Binding row = rows(agreement("kenya", 2018, status), Export.named("agreements").orElseThrow(),
        Map.of("status", "all")).getFirst();
    assertEquals(signed ? List.of("2018", "3", "1") : List.of(),
        Stream.of("signYear", "signMonth", "signDay").flatMap(column -> Table.text(row, column).stream()).toList());
    assertTrue(row.contains(Var.alloc("earliest")));
  }

  /** Germany had another number before 1990, and East Germany one of its own. */
  @ParameterizedTest
  @CsvSource({"germany, 1970, 260, 260", "germany, 1990, 255, 260", "germany, 2018, 255, 260",
    "east-germany, 1970, 265, 265", "yemen, 1980, 678, 678", "yemen, 2018, 679, 678", "vietnam, 2018, 816, 816",
    "russia, 1980, 365, 365", "soviet-union, 1980, 365, 365", "serbia, 2018, 345, 340", "yugoslavia, 1980, 345, 345"})
  void givesTheNumbersThatAStateHadInTheYear(String state, int year, String cow, String gleditschWard) {
    DatasetGraph data = agreement(state, year, "concluded");
    Map<String, List<String>> columns = Map.of("agreements", List.of("ccode1", "gwcode1"),
        "dyad-year", List.of("ccode1", "gwcode1"), "events", List.of("source_ccode", "source_gwcode"));
    columns.forEach((export, names) -> {
      List<Binding> rows = rows(data, Export.named(export).orElseThrow(), Map.of());
      assertEquals(1, rows.size(), export);
      // Japan has 740 with both; a code that comes after JPN makes Japan the first of the two.
      List<String> given = names.stream().flatMap(name -> Stream.of(name,
          name.replace("1", "2").replace("source", "target")))
          .flatMap(name -> Table.text(rows.getFirst(), name).stream()).filter(number -> !number.equals("740")).toList();
      assertEquals(List.of(cow, gleditschWard), given, export);
    });
  }

  @Test
  void describesItsTableForPrograms() throws IOException {
    JsonObject description = JSON.parse(written("dyad-year", ExportForm.CSVW, Map.of()));
    JsonArray columns = description.getObj("tableSchema").get("columns").getAsArray();
    String header = written("dyad-year", ExportForm.CSV, Map.of()).lines().findFirst().orElseThrow();
    assertAll(
        () -> assertEquals("dyad-year.csv", description.getString("url")),
        () -> assertEquals("http://www.w3.org/ns/csvw",
            description.get("@context").getAsArray().get(0).getAsString().value()),
        () -> assertEquals(List.of(header.split(",")),
            columns.stream().map(column -> column.getAsObject().getString("name")).toList()),
        () -> assertEquals(" ", columns.stream().map(column -> column.getAsObject())
            .filter(column -> column.getString("name").equals("evidence")).findFirst().orElseThrow()
            .getString("separator")));
  }

  @Test
  void drawsEachUndertakingOfTwoStatesAsAnEdge() throws Exception {
    int edges = rows("network", Map.of()).size();
    for (ExportForm form : List.of(ExportForm.GRAPHML, ExportForm.GEXF)) {
      Document xml = xml(written("network", form, Map.of()));
      assertEquals(edges, xml.getElementsByTagName("edge").getLength(), form.suffix());
      assertTrue(xml.getElementsByTagName("node").getLength() >= 2, form.suffix());
    }
  }

  @Test
  void writesNothingIntoXmlThatXmlCannotHave() throws Exception {
    Binding row = BindingFactory.binding(Var.alloc("source"), NodeFactory.createLiteralString("A"), Var.alloc("target"),
        NodeFactory.createLiteralString("B"), Var.alloc("words"),
        NodeFactory.createLiteralString("a\u0001 <b> & \"c\""));
    List<Column> columns = List.of(new Column("source", "string", false, ""), new Column("target", "string", false, ""),
        new Column("words", "string", false, ""));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Network.of(new Table(columns, List.of(row))).writeGraphMl(out);
    assertEquals("a  <b> & \"c\"", xml(out.toString(StandardCharsets.UTF_8)).getElementsByTagName("data").item(0)
        .getTextContent());
  }

  private static Document xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void putsPlacesOnTheMapWithLongitudeFirst() throws IOException {
    JsonObject map = JSON.parse(written("map", ExportForm.GEOJSON, Map.of()));
    JsonObject feature = map.get("features").getAsArray().get(0).getAsObject();
    JsonArray position = feature.getObj("geometry").get("coordinates").getAsArray();
    assertEquals("FeatureCollection", map.getString("type"));
    assertEquals(feature.getObj("properties").get("longitude"), position.get(0));
    assertEquals(feature.getObj("properties").get("latitude"), position.get(1));
  }
}
