package org.entente.publish.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;

/** What is written is read by others as it was meant. */
class JsonResultsTest {

  private static final String EVERY_KIND_OF_TERM = """
      SELECT ?a ?b ?unbound { VALUES (?a ?b) {
        (<https://example.org/ä?q=1&r=2> "plain") ("say \\"hi\\"\\\\ \\n\\t\\r" "ciao"@it) (3 3.50) (true UNDEF)
        ("2018-02-20"^^<http://www.w3.org/2001/XMLSchema#date> "\\u0001\\u001f \\u2028 \\U0001F600 </script>") (UNDEF "")
      } }
      """;

  private static Answer.Rows rows(String query) {
    try (QueryExec execution = QueryExec.dataset(DatasetGraphFactory.empty()).query(query).build()) {
      RowSet found = execution.select();
      List<Binding> rows = new ArrayList<>();
      found.forEachRemaining(rows::add);
      return new Answer.Rows(found.getResultVars(), rows, false);
    }
  }

  private static Answer.Rows read(byte[] json) {
    RowSet read = RowSet.adapt(ResultSetMgr.read(new ByteArrayInputStream(json), ResultSetLang.RS_JSON));
    List<Binding> rows = new ArrayList<>();
    read.forEachRemaining(rows::add);
    return new Answer.Rows(read.getResultVars(), rows, false);
  }

  @Test
  void comesBackAsItWas() {
    Answer.Rows written = rows(EVERY_KIND_OF_TERM);
    Answer.Rows back = read(JsonResults.of(written, Optional.of("https://data.example.org/sparql#cut-off-after-6")));
    assertEquals(List.of("a", "b", "unbound"), back.variables().stream().map(Var::getVarName).toList());
    assertEquals(6, back.size());
    assertEquals(written.rows(), back.rows());
  }

  @Test
  void tellsTheNamelessApartAndNothingMore() {
    String json = new String(JsonResults.of(rows("SELECT * { BIND(BNODE() AS ?a) BIND(BNODE() AS ?b) BIND(?a AS ?c) }"),
        Optional.empty()), StandardCharsets.UTF_8);
    assertTrue(json.contains("""
        {"a":{"type":"bnode","value":"b0"},"b":{"type":"bnode","value":"b1"},"c":{"type":"bnode","value":"b0"}}"""),
        json);
  }

  @Test
  void hasRowsInTheUsualShapeEvenWithoutAny() {
    assertEquals("{\"head\":{\"vars\":[\"s\"]},\n\"results\":{\"bindings\":[\n]}}\n",
        new String(JsonResults.of(rows("SELECT ?s { ?s ?p ?o }"), Optional.empty()), StandardCharsets.UTF_8));
    assertEquals("{\"head\":{},\"boolean\":true}\n", new String(JsonResults.of(true), StandardCharsets.UTF_8));
  }
}
