package org.entente.publish.bounded;

import java.util.Optional;
import java.util.Set;
import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_Call;
import org.apache.jena.sparql.expr.E_Divide;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_OpNumericIntegerDivide;
import org.apache.jena.sparql.expr.E_OpNumericMod;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrAfter;
import org.apache.jena.sparql.expr.E_StrBefore;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.E_StrDatatype;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrLowerCase;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.E_StrUpperCase;
import org.apache.jena.sparql.expr.E_Subtract;
import org.apache.jena.sparql.expr.E_TripleFn;
import org.apache.jena.sparql.expr.E_UnaryMinus;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;

/**
 * Puts bounds around the functions of a query whose cost or result grows with their arguments, and refuses those that
 * are not of SPARQL: only the standard's functions and casts to XSD types are answered.
 */
final class ExpressionBounds extends ExprTransformCopy {

  private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
  private static final Set<Class<?>> BOUNDED = Set.of(
      E_Add.class, E_Subtract.class, E_Multiply.class, E_Divide.class, E_OpNumericIntegerDivide.class,
      E_OpNumericMod.class, E_UnaryMinus.class, E_StrConcat.class, E_StrEncodeForURI.class, E_StrLowerCase.class,
      E_StrUpperCase.class, E_StrDatatype.class, E_StrContains.class, E_StrBefore.class, E_StrAfter.class,
      E_Regex.class, E_StrReplace.class);

  private final QueryWatch watch;

  ExpressionBounds(QueryWatch watch) {
    this.watch = watch;
  }

  private Expr bounded(Expr function) {
    return BOUNDED.contains(function.getClass())
        ? new BoundedFunction(function.getFunction(), function.getFunction().getArgs(), watch, Optional.empty())
        : function;
  }

  @Override
  public Expr transform(ExprFunction1 function, Expr argument) {
    return bounded(super.transform(function, argument));
  }

  @Override
  public Expr transform(ExprFunction2 function, Expr first, Expr second) {
    return bounded(super.transform(function, first, second));
  }

  @Override
  public Expr transform(ExprFunction3 function, Expr first, Expr second, Expr third) {
    if (function instanceof E_TripleFn) {
      throw new QueryRefused("TRIPLE is not answered here", "there are no triple terms in this data");
    }
    return bounded(super.transform(function, first, second, third));
  }

  @Override
  public Expr transform(ExprFunctionN function, ExprList arguments) {
    return switch (function) {
      case E_Function named -> cast(named, arguments);
      case E_Call call -> throw new QueryRefused("CALL is not answered here", "name the function in the query");
      default -> bounded(super.transform(function, arguments));
    };
  }

  private Expr cast(E_Function function, ExprList arguments) {
    String iri = function.getFunctionIRI();
    if (!iri.startsWith(XSD)) {
      throw new QueryRefused("the function <" + iri + "> is not answered here",
          "there are the functions of SPARQL 1.1 and casts to the types of XML Schema");
    }
    ExprList bounded = new ExprList();
    arguments.forEach(argument -> bounded.add(iri.equals(XSD + "string") ? argument : new ShortText(argument)));
    return function.copy(bounded);
  }
}
