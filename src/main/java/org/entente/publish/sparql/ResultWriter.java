package org.entente.publish.sparql;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSetStream;
import org.entente.publish.http.Form;
import org.entente.publish.http.Markup;
import org.entente.query.SafeCells;

/**
 * Writes answers in every form that Jena has. An answer that was cut off says so inside as well, where its form has a
 * place for it: a link in the head of JSON and XML results, a comment at the end of Turtle, TriG, N-Triples, N-Quads,
 * RDF/XML and text. CSV, TSV and JSON-LD have none.
 */
final class ResultWriter {

  private static final List<Form> WITH_HASH_COMMENTS =
      List.of(Form.TURTLE, Form.TRIG, Form.NTRIPLES, Form.NQUADS, Form.RESULTS_TEXT);

  private final String base;

  ResultWriter(String base) {
    this.base = base;
  }

  byte[] bytes(Answer answer, Form form) {
    if (form.equals(Form.RESULTS_JSON)) {
      switch (answer) {
        case Answer.Rows rows -> {
          return JsonResults.of(rows, rows.cutOff() ? Optional.of(link(rows.size())) : Optional.empty());
        }
        case Answer.Verdict verdict -> {
          return JsonResults.of(verdict.value());
        }
        case Answer.Triples triples -> {}
        case Answer.Quads quads -> {}
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    switch (answer) {
      case Answer.Rows rows -> rowSetWriter(form)
          .write(out, RowSetStream.create(rows.variables(), cells(rows, form).iterator()), ARQ.getContext());
      case Answer.Verdict verdict -> rowSetWriter(form).write(out, verdict.value(), ARQ.getContext());
      case Answer.Triples triples -> Rdf.write(triples.triples(), form, out);
      case Answer.Quads quads -> Rdf.writeQuads(quads.quads(), form, out);
    }
    return answer.cutOff() ? withNotice(out, form, answer.size()) : out.toByteArray();
  }

  private static List<Binding> cells(Answer.Rows rows, Form form) {
    return form.equals(Form.RESULTS_CSV) ? SafeCells.of(rows.rows()) : rows.rows();
  }

  private static RowSetWriter rowSetWriter(Form form) {
    Lang lang = form.lang().orElseThrow();
    return RowSetWriterRegistry.getFactory(lang).create(lang);
  }

  private byte[] withNotice(ByteArrayOutputStream out, Form form, int size) {
    String notice = "cut off after " + size + "; ask with LIMIT and OFFSET for the rest";
    if (form.equals(Form.RESULTS_XML)) {
      return replaced(out, "</head>", "  <link href=\"" + Markup.escape(link(size)) + "\"/>\n  </head>");
    }
    if (form.equals(Form.RDFXML)) {
      out.writeBytes(("<!-- " + notice + " -->\n").getBytes(StandardCharsets.UTF_8));
    } else if (WITH_HASH_COMMENTS.contains(form)) {
      out.writeBytes(("# " + notice + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  private String link(int size) {
    return base + "sparql#cut-off-after-" + size;
  }

  private static byte[] replaced(ByteArrayOutputStream out, String mark, String replacement) {
    String text = out.toString(StandardCharsets.UTF_8);
    int at = text.indexOf(mark);
    String changed = at < 0 ? text : text.substring(0, at) + replacement + text.substring(at + mark.length());
    return changed.getBytes(StandardCharsets.UTF_8);
  }
}
