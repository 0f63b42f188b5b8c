package org.entente.publish.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.entente.query.TwoArticles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each export in programs that people read its form with, where they are installed. */
class ExportReadersTest {

  private static final Map<String, String> ALL = Map.of("status", "all");
  private static final String GEPHI = System.getProperty("entente.gephi", "");

  @TempDir
  private Path folder;

  static Stream<Export> tables() {
    return Export.all().stream();
  }

  private static List<Binding> rows(Export export) {
    return TwoArticles.STORE.read(data -> {
      try (QueryExec execution = QueryExec.dataset(data).query(export.query().fill(ALL)).build()) {
        List<Binding> rows = new ArrayList<>();
        execution.select().forEachRemaining(row -> rows.add(row.detach()));
        return rows;
      }
    });
  }

  private static Export named(String name) {
    return Export.named(name).orElseThrow();
  }

  private String file(Export export, ExportForm form) throws IOException {
    Path file = folder.resolve(export.name() + "." + form.suffix());
    try (OutputStream out = Files.newOutputStream(file)) {
      export.write(form, rows(export), export.name() + ".csv", out);
    }
    return file.toString();
  }

  private String network(String suffix) throws IOException {
    return file(named("network"), ExportForm.of("." + suffix).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({"networkx, graphml", "networkx, gexf", "igraph, graphml"})
  void aNetworkHasAllItsTiesInLibrariesOfPython(String library, String suffix) throws IOException {
    String read = library.equals("igraph")
        ? "print(igraph.Graph.Read_GraphML('%s').ecount())"
        : "print(networkx.read_" + suffix + "('%s').number_of_edges())";
    String said = Program.pythonWith(library).says("-c", "import " + library + "\n" + read.formatted(network(suffix)));
    assertEquals(Integer.toString(rows(named("network")).size()), said.strip());
  }

  @Test
  void aNetworkHasAllItsTiesInR() throws IOException {
    String said = Program.named("Rscript").says("-e", "if (requireNamespace('igraph', quietly = TRUE)) "
        + "cat(igraph::ecount(igraph::read_graph('" + network("graphml") + "', 'graphml'))) else cat('without')");
    assumeFalse(said.equals("without"), "this R has no igraph");
    assertEquals(Integer.toString(rows(named("network")).size()), said);
  }

  /** Gephi adds up the ties of two nodes as it opens a file, unless "Don't merge" is chosen. */
  @ParameterizedTest
  @ValueSource(strings = {"graphml", "gexf"})
  void aNetworkHasAllItsTiesInGephi(String suffix) throws IOException {
    assumeFalse(GEPHI.isBlank(), "needs -Dentente.gephi=JAR, the Gephi toolkit with all that it needs");
    String file = network(suffix);
    int ties = rows(named("network")).size();
    String each = openedInGephi(file, "NO_MERGE");
    String sums = openedInGephi(file, "SUM");
    assertTrue(each.contains("opened with " + ties + " ties of weight " + ties + ".0 in all"), each);
    assertTrue(sums.contains(" ties of weight " + ties + ".0 in all"), sums);
  }

  private static String openedInGephi(String file, String strategy) {
    return Program.named(Path.of(System.getProperty("java.home"), "bin", "java").toString())
        .says("-Djava.awt.headless=true", "-cp", GEPHI, "src/test/gephi/OpenInGephi.java", file, strategy);
  }

  @Test
  void aMapIsALayerOfPointsInGdal() throws IOException {
    Export map = named("map");
    String said = Program.named("ogrinfo").says("-ro", "-al", "-so", file(map, ExportForm.GEOJSON));
    assertTrue(said.contains("Geometry: Point") && said.contains("Feature Count: " + rows(map).size() + "\n")
        && said.contains("WGS 84") && said.contains("latitude: Real"), said);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aTableHasAllItsRowsAndColumnsInR(Export export) throws IOException {
    String said = Program.named("Rscript").says("-e",
        "d <- read.csv('" + file(export, ExportForm.CSV) + "', encoding = 'UTF-8'); cat(dim(d), names(d)[1])");
    assertEquals("%d %d %s".formatted(rows(export).size(), export.query().columns().size(),
        export.query().columns().getFirst().name()), said);
  }

  /** What a validator of CSV on the Web looks at: titles, names that a URI template can have, and every single value. */
  @ParameterizedTest
  @MethodSource("tables")
  void aTableIsAsItsDescriptionSays(Export export) throws IOException {
    JsonObject description = JSON.read(file(export, ExportForm.CSVW));
    List<JsonObject> columns = description.getObj("tableSchema").get("columns").getAsArray().stream()
        .map(column -> column.getAsObject()).toList();
    assertEquals(export.name() + ".csv", description.getString("url"));
    assertTrue(columns.stream().allMatch(column -> column.getString("name").matches("\\w+")), columns::toString);
    List<CSVRecord> lines = CSVFormat.RFC4180
        .parse(new StringReader(Files.readString(Path.of(file(export, ExportForm.CSV)), StandardCharsets.UTF_8)))
        .getRecords();
    assertEquals(columns.stream().map(column -> column.getString("titles")).toList(), lines.getFirst().toList());
    for (CSVRecord line : lines.subList(1, lines.size())) {
      assertEquals(columns.size(), line.size(), line::toString);
      for (int n = 0; n < columns.size(); n++) {
        assertFits(columns.get(n), line.get(n));
      }
    }
  }

  private static void assertFits(JsonObject column, String cell) {
    Stream<String> values = column.hasKey("separator")
        ? Stream.of(cell.split(Pattern.quote(column.getString("separator"))))
        : Stream.of(cell);
    RDFDatatype type =
        TypeMapper.getInstance().getTypeByName(XSDDatatype.XSD + "#" + column.getString("datatype"));
    values.filter(value -> !value.isEmpty())
        .forEach(value -> assertTrue(type.isValid(value), () -> column.getString("name") + ": " + value));
  }
}
