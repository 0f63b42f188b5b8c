package org.entente.publish.export;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSetStream;
import org.entente.query.Column;
import org.entente.query.SafeCells;

/** Rows under documented columns. */
record Table(List<Column> columns, List<Binding> rows) {

  Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** As CSV that no spreadsheet takes for formulas. */
  void writeCsv(OutputStream out) {
    List<Var> variables = columns.stream().map(column -> Var.alloc(column.name())).toList();
    RowSetWriterRegistry.getFactory(ResultSetLang.RS_CSV).create(ResultSetLang.RS_CSV)
        .write(out, RowSetStream.create(variables, SafeCells.of(rows).iterator()), ARQ.getContext());
  }

  /** The text of a cell: an IRI, or a literal's text; nothing where the row has none. */
  static Optional<String> text(Binding row, String column) {
    return Optional.ofNullable(row.get(Var.alloc(column))).map(Table::text);
  }

  private static String text(Node node) {
    return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
  }
}
