package org.entente.publish.bounded;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrAfter;
import org.apache.jena.sparql.expr.E_StrBefore;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.E_StrDatatype;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.function.FunctionEnv;

/**
 * A function of SPARQL on arguments of bounded size, with a bounded result, one step of its query at least. Regular
 * expressions are matched by {@link LinearRegex} and texts sought by {@link Needle}; all else is Jena's.
 */
final class BoundedFunction extends ExprFunctionN {

  private final ExprFunction inner;
  private final QueryWatch watch;
  private Optional<CompiledRegex> last;

  private record CompiledRegex(String text, String flags, LinearRegex regex) {}

  BoundedFunction(ExprFunction inner, List<Expr> arguments, QueryWatch watch, Optional<CompiledRegex> last) {
    super(inner.getFunctionSymbol().getSymbol(),
        arguments.stream().filter(Objects::nonNull).toArray(Expr[]::new));
    this.inner = inner;
    this.watch = watch;
    this.last = last;
  }

  @Override
  public Expr copy(ExprList arguments) {
    return new BoundedFunction(inner, arguments.getList(), watch, last);
  }

  @Override
  public NodeValue eval(List<NodeValue> values) {
    throw new IllegalStateException("evaluated with its surroundings only");
  }

  @Override
  public NodeValue eval(List<NodeValue> values, FunctionEnv surroundings) {
    watch.step();
    boolean numeric = false;
    long size = 0;
    for (NodeValue value : values) {
      size += size(value);
      numeric |= value.isNumber();
    }
    if (numeric && values.stream().anyMatch(value -> value.isNumber() && size(value) > Bounds.DIGITS)) {
      throw Bounds.tooLong("the query computes with a number of more than " + Bounds.DIGITS + " digits");
    }
    if (size > 2L * Bounds.TEXT) {
      throw tooLongText();
    }
    NodeValue result = result(values, surroundings);
    if (size(result) > Bounds.TEXT) {
      throw tooLongText();
    }
    return result;
  }

  private static QueryRefused tooLongText() {
    return Bounds.tooLong("the query makes a text of more than " + Bounds.TEXT + " characters");
  }

  private NodeValue result(List<NodeValue> values, FunctionEnv surroundings) {
    return switch (inner) {
      case E_Regex regex -> NodeValue.booleanReturn(
          regex(values, 1, 2).isFoundIn(text("REGEX", values.get(0)), watch));
      case E_StrReplace replace -> replaced(values);
      case E_StrContains contains -> {
        NodeValueOps.checkTwoArgumentStringLiterals("CONTAINS", values.get(0), values.get(1));
        yield NodeValue.booleanReturn(found(values) >= 0);
      }
      case E_StrBefore before ->
          found(values) < 0 ? NodeValue.nvEmptyString : before.eval(values.get(0), values.get(1));
      case E_StrAfter after -> found(values) < 0 ? NodeValue.nvEmptyString : after.eval(values.get(0), values.get(1));
      case E_StrDatatype typed when size(values.getFirst()) > Bounds.DIGITS ->
          throw Bounds.tooLong("STRDT is asked for a value of more than " + Bounds.DIGITS + " signs");
      case ExprFunction1 one -> one.eval(values.get(0), surroundings);
      case ExprFunction2 two -> two.eval(values.get(0), values.get(1), surroundings);
      case ExprFunction3 three -> three.eval(values.get(0), values.get(1), values.get(2), surroundings);
      case ExprFunctionN any -> any.eval(values, surroundings);
      default -> throw new IllegalStateException("no function of SPARQL: " + inner);
    };
  }

  private int found(List<NodeValue> values) {
    return Needle.find(values.get(0).asNode().getLiteralLexicalForm(),
        values.get(1).asNode().getLiteralLexicalForm(), watch);
  }

  private static String text(String function, NodeValue value) {
    return NodeValueOps.checkAndGetStringLiteral(function, value).getLiteralLexicalForm();
  }

  /** Most patterns are the same for every row, so the last one is kept. */
  private LinearRegex regex(List<NodeValue> values, int pattern, int flags) {
    String text = plain(values.get(pattern));
    String given = values.size() > flags ? plain(values.get(flags)) : "";
    CompiledRegex compiled = last.filter(known -> known.text().equals(text) && known.flags().equals(given))
        .orElseGet(() -> new CompiledRegex(text, given, LinearRegex.of(text, given)));
    last = Optional.of(compiled);
    return compiled.regex();
  }

  private static String plain(NodeValue value) {
    if (!value.isString()) {
      throw new ExprEvalException("a pattern and its flags are plain texts, not " + value);
    }
    return value.getString();
  }

  private NodeValue replaced(List<NodeValue> values) {
    Node whole = NodeValueOps.checkAndGetStringLiteral("REPLACE", values.get(0));
    String before = whole.getLiteralLexicalForm();
    String after = regex(values, 1, 3).replaced(before, text("REPLACE", values.get(2)), watch);
    if (after.equals(before)) {
      return values.get(0);
    }
    return NodeValue.makeNode(whole.getLiteralBaseDirection() != null
        ? NodeFactory.createLiteralDirLang(after, whole.getLiteralLanguage(), whole.getLiteralBaseDirection())
        : whole.getLiteralLanguage().isEmpty() ? NodeFactory.createLiteralString(after)
        : NodeFactory.createLiteralLang(after, whole.getLiteralLanguage()));
  }

  /** Signs of a text, digits of a number. */
  static long size(NodeValue value) {
    if (value.hasNode()) {
      Node node = value.getNode();
      return node.isLiteral() ? node.getLiteralLexicalForm().length() : 0;
    }
    if (value.isInteger()) {
      return value.getInteger().bitLength() / 3;
    }
    if (value.isDecimal()) {
      return value.getDecimal().unscaledValue().bitLength() / 3 + Math.abs((long) value.getDecimal().scale());
    }
    return value.isString() ? value.getString().length() : 0;
  }
}
