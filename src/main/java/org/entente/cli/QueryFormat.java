package org.entente.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.entente.query.SafeCells;
import org.entente.vocab.Prefixes;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** How the answer to a query is printed. */
enum QueryFormat {
  table,
  csv,
  tsv,
  json,
  turtle;

  /** Rows cannot be Turtle, and a graph cannot be rows; a plain table of a graph is its Turtle. */
  void requireFor(Query query, CommandLine command) {
    boolean graph = query.isConstructType() || query.isDescribeType();
    boolean fits = graph ? this == table || this == turtle || this == json : this != turtle;
    if (!fits) {
      throw new ParameterException(
          command, "the query's answer is " + (graph ? "a graph" : "rows") + ", which cannot be written as " + this);
    }
  }

  void print(QueryExec execution, Query query, PrintWriter out) {
    if (query.isAskType()) {
      out.println(this == json ? "{\"head\":{},\"boolean\":" + execution.ask() + "}" : execution.ask() ? "yes" : "no");
    } else if (query.isConstructType()) {
      print(execution.construct(), out);
    } else if (query.isDescribeType()) {
      print(execution.describe(), out);
    } else {
      ResultSet rows = ResultSet.adapt(execution.select());
      out.print(written(stream -> print(rows, query, stream)));
    }
  }

  private void print(ResultSet rows, Query query, OutputStream out) {
    switch (this) {
      case csv -> ResultSetFormatter.outputAsCSV(out, safe(rows));
      case tsv -> ResultSetFormatter.outputAsTSV(out, rows);
      case json -> ResultSetFormatter.outputAsJSON(out, rows);
      case table, turtle -> ResultSetFormatter.out(out, rows, query);
    }
  }

  private static ResultSet safe(ResultSet rows) {
    RowSet all = RowSet.adapt(rows);
    return ResultSet.adapt(
        RowSetStream.create(all.getResultVars(), SafeCells.of(Iter.iter(all).toList()).iterator()));
  }

  private void print(Graph graph, PrintWriter out) {
    RDFFormat format = this == json ? RDFFormat.JSONLD_PRETTY : RDFFormat.TURTLE_PRETTY;
    graph.getPrefixMapping().setNsPrefixes(Prefixes.ALL);
    out.print(RDFWriter.source(graph).format(format).asString());
  }

  private static String written(Consumer<OutputStream> writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    writing.accept(bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
