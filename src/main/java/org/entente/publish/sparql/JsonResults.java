package org.entente.publish.sparql;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.util.NodeUtils;

/**
 * SPARQL 1.1 Query Results JSON, a row a line and otherwise without blanks: half the bytes and a fourth of the time of
 * Jena's writer, which took a quarter of the whole time of a short query.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-results-json/">SPARQL 1.1 Query Results JSON Format</a>
 */
final class JsonResults {

  private static final int CHARACTERS_OF_ROW = 256;
  private static final String HEXADECIMAL = "0123456789abcdef";

  private final StringBuilder out;
  private final Map<Node, String> labels = new HashMap<>();

  private JsonResults(int rows) {
    this.out = new StringBuilder(CHARACTERS_OF_ROW * (1 + Math.min(rows, 10_000)));
  }

  static byte[] of(boolean verdict) {
    return ("{\"head\":{},\"boolean\":" + verdict + "}\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Writes rows.
   *
   * @param link where something is said about them, for the head
   */
  static byte[] of(Answer.Rows rows, Optional<String> link) {
    JsonResults results = new JsonResults(rows.size());
    results.head(rows.variables(), link);
    results.rows(rows);
    return results.out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void head(List<Var> variables, Optional<String> link) {
    out.append("{\"head\":{");
    link.ifPresent(address -> {
      out.append("\"link\":[");
      text(address);
      out.append("],");
    });
    out.append("\"vars\":[");
    for (Iterator<Var> all = variables.iterator(); all.hasNext();) {
      text(all.next().getVarName());
      out.append(all.hasNext() ? "," : "");
    }
    out.append("]},\n");
  }

  private void rows(Answer.Rows rows) {
    out.append("\"results\":{\"bindings\":[");
    String between = "\n";
    for (Binding row : rows.rows()) {
      out.append(between);
      row(rows.variables(), row);
      between = ",\n";
    }
    out.append("\n]}}\n");
  }

  private void row(List<Var> variables, Binding row) {
    out.append('{');
    String between = "";
    for (Var variable : variables) {
      Node value = row.get(variable);
      if (value != null) {
        out.append(between);
        text(variable.getVarName());
        out.append(':');
        term(value);
        between = ",";
      }
    }
    out.append('}');
  }

  private void term(Node term) {
    if (term.isURI()) {
      out.append("{\"type\":\"uri\"");
      value(term.getURI());
    } else if (term.isLiteral()) {
      literal(term);
    } else if (term.isTripleTerm()) {
      out.append("{\"type\":\"triple\",\"value\":{\"subject\":");
      term(term.getTriple().getSubject());
      out.append(",\"predicate\":");
      term(term.getTriple().getPredicate());
      out.append(",\"object\":");
      term(term.getTriple().getObject());
      out.append("}}");
    } else {
      // Labels tell the nameless things of this answer apart, and nothing else.
      out.append("{\"type\":\"bnode\"");
      value(labels.computeIfAbsent(term, node -> "b" + labels.size()));
    }
  }

  private void literal(Node literal) {
    out.append("{\"type\":\"literal\"");
    if (NodeUtils.hasLang(literal)) {
      out.append(",\"xml:lang\":");
      text(literal.getLiteralLanguage());
      if (literal.getLiteralBaseDirection() != null) {
        out.append(",\"its:dir\":");
        text(literal.getLiteralBaseDirection().direction());
      }
    } else if (!NodeUtils.isSimpleString(literal)) {
      out.append(",\"datatype\":");
      text(literal.getLiteralDatatypeURI());
    }
    value(literal.getLiteralLexicalForm());
  }

  private void value(String value) {
    out.append(",\"value\":");
    text(value);
    out.append('}');
  }

  private void text(String text) {
    out.append('"');
    int written = 0;
    for (int n = 0; n < text.length(); n++) {
      char sign = text.charAt(n);
      if (sign < ' ' || sign == '"' || sign == '\\') {
        out.append(text, written, n);
        escaped(sign);
        written = n + 1;
      }
    }
    out.append(text, written, text.length()).append('"');
  }

  private void escaped(char sign) {
    switch (sign) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '"', '\\' -> out.append('\\').append(sign);
      default -> out.append("\\u00").append(HEXADECIMAL.charAt(sign >> 4)).append(HEXADECIMAL.charAt(sign & 15));
    }
  }
}
