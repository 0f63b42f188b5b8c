package org.entente.publish.data;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/** Nodes from IRIs and rows, and texts from nodes. */
public final class Nodes {

  private Nodes() {}

  public static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }

  public static Node get(Binding row, String variable) {
    return row.get(Var.alloc(variable));
  }

  /** What a node says in words: an IRI, or a literal's text. */
  public static String text(Node node) {
    if (node.isURI()) {
      return node.getURI();
    }
    return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
  }

  public static String text(Binding row, String variable) {
    return text(get(row, variable));
  }

  public static long number(Binding row, String variable) {
    return Long.parseLong(text(row, variable));
  }
}
