package org.entente.publish.bounded;

import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;

/** What is to be read as a number, a date or the like: the value itself, refused when it is very long. */
final class ShortText extends ExprFunction1 {

  ShortText(Expr text) {
    super(text, "short-text");
  }

  @Override
  public NodeValue eval(NodeValue value) {
    if (BoundedFunction.size(value) > Bounds.DIGITS) {
      throw Bounds.tooLong("a text of more than " + Bounds.DIGITS + " signs is to be read as a number or a date");
    }
    return value;
  }

  @Override
  public Expr copy(Expr text) {
    return new ShortText(text);
  }
}
