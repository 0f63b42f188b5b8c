package org.entente.publish.bounded;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.E_LogicalOr;
import org.apache.jena.sparql.expr.E_OneOfBase;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprVisitorBase;

/** Into how many branches the lists and the ORs of a query would fall apart, if each were in all the others. */
final class Branches extends ExprVisitorBase {

  private static final double MOST = 1_000;

  private double product = 1;
  private int ors = 1;

  private Branches() {}

  /** Whether the plan of the query stays small when its lists and ORs are made into branches. */
  static boolean areFew(Query query) {
    Branches branches = new Branches();
    Walker.walk(Algebra.compile(query), new OpVisitorBase(), branches);
    return branches.product * branches.ors <= MOST;
  }

  @Override
  public void visit(ExprFunction2 function) {
    if (function instanceof E_LogicalOr) {
      // Of the ORs none may be in another, or all: as if each were in each.
      ors *= 2;
      ors = Math.min(ors, 1 << 20);
    }
  }

  @Override
  public void visit(ExprFunctionN function) {
    if (function instanceof E_OneOfBase list) {
      product *= Math.max(1, list.getRHS().size());
    }
  }
}
