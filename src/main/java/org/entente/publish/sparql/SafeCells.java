package org.entente.publish.sparql;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.expr.NodeValue;

/** Rows whose texts no spreadsheet takes for formulas: those that begin like one get an apostrophe before them. */
final class SafeCells {

  private static final String BEGIN_FORMULAS = "=+-@\t\r\n";

  private SafeCells() {}

  static List<Binding> of(List<Binding> rows) {
    return rows.stream().map(SafeCells::safe).toList();
  }

  private static Binding safe(Binding row) {
    BindingBuilder safe = Binding.builder();
    row.forEach((Var variable, Node node) -> safe.add(variable, safe(node)));
    return safe.build();
  }

  private static Node safe(Node node) {
    if (!node.isLiteral()) {
      return node;
    }
    String text = node.getLiteralLexicalForm();
    boolean begins = !text.isEmpty() && BEGIN_FORMULAS.indexOf(text.charAt(0)) >= 0;
    return begins && !NodeValue.makeNode(node).isNumber() ? NodeFactory.createLiteralString("'" + text) : node;
  }
}
