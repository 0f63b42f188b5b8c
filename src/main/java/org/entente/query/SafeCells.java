package org.entente.query;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.expr.NodeValue;

/** Rows whose texts no spreadsheet takes for formulas: those that begin like one get an apostrophe before them. */
public final class SafeCells {

  private static final String BEGIN_FORMULAS = "=+-@\t\r\n";

  private SafeCells() {}

  public static List<Binding> of(List<Binding> rows) {
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
    return beginsLikeAFormula(text) && !NodeValue.makeNode(node).isNumber()
        ? NodeFactory.createLiteralString(safe(text)) : node;
  }

  /** A text as a cell may have it. */
  public static String safe(String text) {
    return beginsLikeAFormula(text) ? "'" + text : text;
  }

  private static boolean beginsLikeAFormula(String text) {
    return !text.isEmpty() && BEGIN_FORMULAS.indexOf(text.charAt(0)) >= 0;
  }
}
