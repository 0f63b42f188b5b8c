package org.entente.publish.sparql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.update.UpdateFactory;
import org.entente.publish.bounded.QueryRefused;
import org.entente.publish.bounded.QueryShape;
import org.entente.publish.http.HttpProblem;

/**
 * Lets a query in, or says why not: mistakes with their line and column; {@code SERVICE} that nobody allowed, code of the server's own
 * platform, and graphs that are not here, because nothing that a query names is fetched.
 */
public final class QueryGate {

  private static final Pattern UNSTEADY =
      Pattern.compile("\\b(NOW|RAND|UUID|STRUUID|BNODE)\\s*\\(|\\bSERVICE\\b", Pattern.CASE_INSENSITIVE);

  private static final int MOST_WORDS = 500;

  private final QueryDesk desk;
  private final String base;
  private final Neighbours neighbours;

  /**
   * @param base what relative IRIs in queries are resolved against; Jena would take the server's working folder
   * @param neighbours the endpoints that queries may call
   */
  public QueryGate(QueryDesk desk, String base, Neighbours neighbours) {
    this.desk = desk;
    this.base = base;
    this.neighbours = neighbours;
  }

  /** The query, fit to run. */
  public Query admit(SparqlRequest request) {
    Query query = read(request.query().orElseThrow());
    if (!request.defaultGraphs().isEmpty() || !request.namedGraphs().isEmpty()) {
      // The protocol's choice of graphs goes before the query's own.
      query.getGraphURIs().clear();
      query.getNamedGraphURIs().clear();
      request.defaultGraphs().forEach(query::addGraphURI);
      request.namedGraphs().forEach(query::addNamedGraphURI);
    }
    refuseForeignGraphs(query);
    return query;
  }

  /** Whether the same query on the same data always gives the same. */
  public static boolean isSteady(String query) {
    return !UNSTEADY.matcher(query).find();
  }

  private Query read(String text) {
    try {
      QueryShape.check(text);
      Query query = parsed(text);
      Op algebra = Algebra.compile(query);
      refuseServices(algebra);
      QueryShape.check(algebra);
      refuseCode(text, query);
      return query;
    } catch (QueryRefused e) {
      throw refused(e);
    } catch (StackOverflowError e) {
      throw HttpProblem.tooDeep();
    }
  }

  private Query parsed(String text) {
    try {
      return QueryFactory.create(text, base, Syntax.syntaxARQ);
    } catch (QueryParseException e) {
      if (e.getCause() instanceof StackOverflowError) {
        throw HttpProblem.tooDeep();
      }
      if (isUpdate(text)) {
        throw SparqlRequest.readOnly();
      }
      throw mistake(e);
    } catch (QueryException e) {
      throw new HttpProblem(400, "The query has a mistake", firstLine(e));
    }
  }

  private static HttpProblem mistake(QueryParseException e) {
    HttpProblem problem = new HttpProblem(400, "The query has a mistake", firstLine(e));
    return e.getLine() > 0 ? problem.with("line", e.getLine()).with("column", e.getColumn()) : problem;
  }

  private static String firstLine(QueryException e) {
    String message = String.valueOf(e.getMessage()).strip();
    List<String> lines = message.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    // The parser lists dozens of tokens that it would have liked; the first lines say where and what it met.
    List<String> kept = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("Was expecting")) {
        break;
      }
      kept.add(line);
    }
    String words = String.join(" ", kept);
    return words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) + "…" : words;
  }

  private static boolean isUpdate(String text) {
    try {
      return !UpdateFactory.create(text).getOperations().isEmpty();
    } catch (RuntimeException e) {
      return false;
    }
  }

  private void refuseServices(Op algebra) {
    Walker.walk(algebra, new OpVisitorBase() {
      @Override
      public void visit(OpService service) {
        neighbours.requireAllowed(service.getService());
      }
    }, new ExprVisitorBase());
  }

  private static void refuseCode(String text, Query query) {
    if (text.indexOf('\\') < 0 && !text.toLowerCase(Locale.ROOT).contains("java:")) {
      // Only an escape could hide it: a scheme is never put together from a prefix and a name.
      return;
    }
    // ARQ would load the class that such an IRI names; written out, the query has every IRI in full or in a prefix.
    if (query.serialize().toLowerCase(Locale.ROOT).contains("<java:")) {
      throw HttpProblem.badRequest("The query names code of the server's platform (java:), which is not run here.");
    }
  }

  private void refuseForeignGraphs(Query query) {
    List<String> named = new ArrayList<>(query.getGraphURIs());
    named.addAll(query.getNamedGraphURIs());
    for (String graph : named) {
      if (graph.chars().anyMatch(c -> c <= ' ' || "<>\"{}|^`\\".indexOf(c) >= 0)
          || !desk.ask("ASK { GRAPH <" + graph + "> { ?s ?p ?o } }")) {
        throw new HttpProblem(400, "The query asks for a graph that is not here",
            "There is no graph <" + graph + "> in this dataset, and nothing is fetched from elsewhere. "
                + "SELECT DISTINCT ?g { GRAPH ?g {} } lists the graphs.");
      }
    }
  }

  /** A query that is not answered because of what it asks for. */
  static HttpProblem refused(QueryRefused refused) {
    String advice = refused.advice().map(words -> "; " + words).orElse("");
    return new HttpProblem(400, "The query asks for too much", refused.getMessage() + advice + ".");
  }
}
