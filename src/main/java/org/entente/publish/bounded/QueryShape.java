package org.entente.publish.bounded;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpUnfold;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_Path0;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;

/**
 * Refuses what would be too deep or too long for a parser and an engine that call themselves: 50,000 parentheses, a sum
 * of 100,000 terms, 20,000 UNIONs, a number of 400,000 digits. The text is looked at sign by sign before anything else
 * reads it. Lists of values may be as long as the request.
 */
public final class QueryShape {

  private static final Set<String> OPERATOR_WORDS =
      Set.of("union", "optional", "minus", "bind", "let", "filter", "exists", "lateral", "graph", "in");

  private final String text;
  private int at;
  private int depth;
  private int operators;
  private boolean existsBegins;
  private final Deque<Integer> exists = new ArrayDeque<>();

  private QueryShape(String text) {
    this.text = text;
  }

  /**
   * Looks at the text of a query, which need not be a query at all.
   *
   * @throws QueryRefused when it is nested too deeply or has too many operators or digits
   */
  public static void check(String text) {
    new QueryShape(text).read();
  }

  private void read() {
    while (at < text.length()) {
      char sign = text.charAt(at);
      switch (sign) {
        case '#' -> skipLine();
        case '"', '\'' -> string(sign);
        case '<' -> iriOrLess();
        case '(', '[', '{' -> open();
        case ')', ']', '}' -> close();
        case '+', '-', '*', '/', '|', '&', '!', '^', '=', '>' -> {
          operator();
          at++;
        }
        case '?', '$' -> variableOrOptionalStep();
        default -> wordOrSign(sign);
      }
    }
  }

  private void open() {
    depth++;
    at++;
    if (depth > Bounds.NESTING) {
      throw new QueryRefused("the query is nested more than " + Bounds.NESTING + " deep",
          "write it with fewer brackets inside each other");
    }
    if (existsBegins) {
      existsBegins = false;
      exists.push(depth);
      if (exists.size() > Bounds.EXISTS) {
        throw new QueryRefused("more than " + Bounds.EXISTS + " EXISTS are inside each other",
            "ask in several queries");
      }
    }
  }

  private void close() {
    if (!exists.isEmpty() && exists.peek() == depth) {
      exists.pop();
    }
    depth--;
    at++;
  }

  private void operator() {
    operators++;
    if (operators > Bounds.OPERATORS) {
      throw new QueryRefused("the query has more than " + Bounds.OPERATORS + " operators",
          "give long lists with VALUES, or ask in several queries");
    }
  }

  private void skipLine() {
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
  }

  /** A string in one or three quotes of a kind; its type may make it a number. */
  private void string(char quote) {
    String three = String.valueOf(quote).repeat(3);
    boolean isLong = text.startsWith(three, at);
    int start = at + (isLong ? 3 : 1);
    at = start;
    while (at < text.length() && !(isLong ? text.startsWith(three, at) : text.charAt(at) == quote)) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    int length = at - start;
    at += isLong ? 3 : 1;
    if (text.startsWith("^^", at)) {
      at += 2;
      if (length > Bounds.DIGITS) {
        throw tooManyDigits();
      }
    }
  }

  private static QueryRefused tooManyDigits() {
    return Bounds.tooLong("a number or a typed value in the query is longer than " + Bounds.DIGITS + " signs");
  }

  private void iriOrLess() {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) > ' ' && "<>\"{}|^`\\".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    if (end < text.length() && text.charAt(end) == '>') {
      at = end + 1;
    } else {
      // "<" itself, or "<<" of a triple term, which can be nested like a bracket.
      operator();
      at++;
    }
  }

  private void variableOrOptionalStep() {
    int start = at;
    at++;
    while (at < text.length() && isNameSign(text.charAt(at))) {
      at++;
    }
    if (at == start + 1) {
      operator();
    }
  }

  private void wordOrSign(char sign) {
    if (Character.isDigit(sign)) {
      number();
    } else if (Character.isLetter(sign) || sign == '_' || sign == ':') {
      word();
    } else {
      at++;
    }
  }

  private void number() {
    int start = at;
    while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    if (at - start > Bounds.DIGITS) {
      throw tooManyDigits();
    }
  }

  /** A keyword, or a prefixed name, whose second half may have signs that are operators elsewhere. */
  private void word() {
    int start = at;
    while (at < text.length() && (isNameSign(text.charAt(at)) || text.charAt(at) == '-')) {
      at++;
    }
    if (at < text.length() && text.charAt(at) == ':') {
      at++;
      while (at < text.length() && (isNameSign(text.charAt(at)) || "-.:%\\".indexOf(text.charAt(at)) >= 0)) {
        at++;
      }
    } else {
      String word = text.substring(start, at).toLowerCase(Locale.ROOT);
      if (OPERATOR_WORDS.contains(word)) {
        operator();
      }
      existsBegins |= word.equals("exists");
    }
  }

  private static boolean isNameSign(char sign) {
    return Character.isLetterOrDigit(sign) || sign == '_' || Character.isSurrogate(sign);
  }

  /**
   * Looks at a query that was parsed and made into algebra, inside EXISTS and subqueries too.
   *
   * @throws QueryRefused when it has too many triple patterns, or paths or operators that SPARQL 1.1 does not have
   */
  public static void check(Op algebra) {
    Walker.walk(algebra, new Patterns(), new ExprVisitorBase());
  }

  private static final class Patterns extends OpVisitorBase {

    private int count;

    @Override
    public void visit(OpBGP basic) {
      count(basic.getPattern().size());
    }

    @Override
    public void visit(OpUnfold unfold) {
      throw new QueryRefused("UNFOLD is not SPARQL 1.1 and not answered here", "ask without it");
    }

    @Override
    public void visit(OpPath path) {
      count(1);
      if (!path.getTriplePath().isTriple()) {
        refuseExtensions(path.getTriplePath().getPath());
      }
    }

    private void count(int more) {
      count += more;
      if (count > Bounds.PATTERNS) {
        throw new QueryRefused("the query has more than " + Bounds.PATTERNS + " triple patterns",
            "give long lists with VALUES, or ask in several queries");
      }
    }

    private static void refuseExtensions(Path path) {
      switch (path) {
        case P_ZeroOrMore1 star -> refuseExtensions(star.getSubPath());
        case P_OneOrMore1 plus -> refuseExtensions(plus.getSubPath());
        case P_ZeroOrOne optional -> refuseExtensions(optional.getSubPath());
        case P_Inverse inverse -> refuseExtensions(inverse.getSubPath());
        case P_Path2 two -> {
          refuseExtensions(two.getLeft());
          refuseExtensions(two.getRight());
        }
        case P_Path0 link -> {}
        case P_NegPropSet links -> {}
        default -> throw notStandard(path);
      }
    }
  }

  static QueryRefused notStandard(Path path) {
    return new QueryRefused("the path " + path + " is not SPARQL 1.1 and not answered here",
        "paths are made of / | ^ ! * + and ?");
  }
}
