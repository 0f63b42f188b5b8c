package org.entente.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * One question kept as a file. What the head comment says in grlc's decorators ({@code #+ summary:}) is its title and
 * documentation; variables that begin with an underscore are its parameters.
 *
 * @param name the file's name without ending
 * @param group the folder it lies in: "competency", "integrity", "exports", or "" for an operator's own
 * @param columns what the columns of its answer mean, where the head says so ({@code #+ columns:})
 */
public record NamedQuery(
    String name, String group, String summary, String description, List<String> tags, List<Parameter> parameters,
    List<Column> columns, String text) {

  private static final int MOST_SUGGESTIONS = 500;
  private static final Pattern VARIABLE = Pattern.compile("[?$]_(\\w+)");

  public NamedQuery {
    tags = List.copyOf(tags);
    parameters = List.copyOf(parameters);
    columns = List.copyOf(columns);
  }

  /**
   * @throws QueryException when the text is no SPARQL query; the message names line and column
   */
  public static NamedQuery parse(String name, String group, String text) {
    try {
      QueryFactory.create(text);
    } catch (QueryParseException e) {
      throw new QueryException(
          name + ".rq, line " + e.getLine() + ", column " + e.getColumn() + ": not a SPARQL query: " + firstLine(e),
          "mend the query",
          e);
    }
    Map<String, String> defaults = new LinkedHashMap<>();
    Map<String, String> meanings = new LinkedHashMap<>();
    Map<String, String> patterns = new LinkedHashMap<>();
    List<Column> columns = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    StringBuilder description = new StringBuilder();
    String summary = name;
    String section = "";
    for (String line : text.lines().takeWhile(l -> l.startsWith("#") || l.isBlank()).filter(l -> l.startsWith("#+"))
        .toList()) {
      String words = line.substring(2).strip();
      boolean item = line.startsWith("#+  ");
      if (!item && words.contains(":")) {
        section = words.substring(0, words.indexOf(':'));
        if (section.equals("summary")) {
          summary = words.substring(words.indexOf(':') + 1).strip();
        }
      } else if (section.equals("description")) {
        description.append(description.isEmpty() ? "" : " ").append(words);
      } else if (section.equals("tags")) {
        tags.add(words.replaceFirst("^- *", ""));
      } else if (section.equals("columns")) {
        columns.add(Column.parse(words.replaceFirst("^- *", "")));
      } else {
        Map<String, String> kept = switch (section) {
          case "defaults" -> defaults;
          case "parameters" -> meanings;
          case "patterns" -> patterns;
          default -> new LinkedHashMap<>();
        };
        String[] pair = words.replaceFirst("^- *", "").split(":", 2);
        kept.put(pair[0].strip(), pair.length == 2 ? pair[1].strip() : "");
      }
    }
    return new NamedQuery(name, group, summary, description.toString(), tags,
        parameters(text, defaults, meanings, patterns), columns, text);
  }

  private static String firstLine(QueryParseException e) {
    return Objects.requireNonNullElse(e.getMessage(), "").lines().findFirst().orElse("");
  }

  private static List<Parameter> parameters(
      String text, Map<String, String> defaults, Map<String, String> meanings, Map<String, String> patterns) {
    TreeSet<String> names = new TreeSet<>();
    Matcher m = VARIABLE.matcher(text);
    while (m.find()) {
      names.add(m.group(1));
    }
    return names.stream()
        .map(n -> new Parameter(n, meanings.getOrDefault(n, n), type(n, text), Optional.ofNullable(defaults.get(n)),
            Optional.ofNullable(patterns.get(n))))
        .toList();
  }

  /** A code of a state may be asked for by any name of it; everything else is taken as it is. */
  private static String type(String name, String text) {
    boolean state = Pattern.compile("ent:iso3\\s+[?$]_" + Pattern.quote(name) + "\\b").matcher(text).find();
    return state ? "state" : name.endsWith("_iri") ? "iri" : name.endsWith("_date") ? "date" : "text";
  }

  /**
   * The query with its parameters filled in, by substitution in the parsed query: a value can never change its form.
   *
   * @throws QueryException when a value is missing, does not fit, or is for no parameter
   */
  public Query fill(Map<String, String> values) {
    return QueryTransformOps.replaceVars(QueryFactory.create(text), bindings(values));
  }

  /**
   * The query as it was written, without its head comment, and with its parameters filled in.
   *
   * @throws QueryException as {@link #fill}
   */
  public String write(Map<String, String> values) {
    return written(bindings(values));
  }

  /** The query as it was written, its parameters at their usual values, or open where there is none. */
  public String example() {
    Map<Var, Node> usual = new LinkedHashMap<>();
    parameters.forEach(p -> p.usual().ifPresent(value -> usual.put(Var.alloc(p.variable()), node(p, value))));
    return written(usual);
  }

  private String written(Map<Var, Node> bindings) {
    String body =
        text.lines().dropWhile(line -> line.startsWith("#") || line.isBlank()).collect(Collectors.joining("\n"));
    for (Map.Entry<Var, Node> binding : bindings.entrySet()) {
      Pattern variable = Pattern.compile("[?$]" + Pattern.quote(binding.getKey().getVarName()) + "(?!\\w)");
      body = variable.matcher(body).replaceAll(Matcher.quoteReplacement(NodeFmtLib.strNT(binding.getValue())));
    }
    return body + "\n";
  }

  /**
   * Which values the data has for a parameter that stands as the object of a statement: {@code ?value}, with a {@code
   * ?label} where its subject has one. Empty for parameters that stand elsewhere.
   */
  public Optional<Query> suggestions(Parameter parameter) {
    Var variable = Var.alloc(parameter.variable());
    List<Node> properties = new ArrayList<>();
    ElementWalker.walk(QueryFactory.create(text).getQueryPattern(), new ElementVisitorBase() {
      @Override
      public void visit(ElementPathBlock block) {
        block.patternElts().forEachRemaining(path -> {
          if (path.isTriple() && path.getObject().equals(variable) && path.getPredicate().isURI()) {
            properties.add(path.getPredicate());
          }
        });
      }
    });
    return properties.stream().findFirst().map(property -> QueryFactory.create("""
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        SELECT ?value (MIN(STR(?name)) AS ?label) {
          ?thing <%s> ?value OPTIONAL { ?thing rdfs:label ?name FILTER(LANG(?name) IN ("en", "")) }
        } GROUP BY ?value ORDER BY ?value LIMIT %d""".formatted(property.getURI(), MOST_SUGGESTIONS)));
  }

  private Map<Var, Node> bindings(Map<String, String> values) {
    String known = parameters.isEmpty() ? "it has none"
        : "it has " + String.join(", ", parameters.stream().map(Parameter::name).toList());
    for (String given : values.keySet()) {
      if (parameters.stream().noneMatch(p -> p.name().equals(given))) {
        throw new QueryException("the query " + name + " has no parameter " + given, known);
      }
    }
    Map<Var, Node> bindings = new LinkedHashMap<>();
    for (Parameter p : parameters) {
      String value = Optional.ofNullable(values.get(p.name())).filter(v -> !v.isBlank()).or(p::usual)
          .orElseThrow(() -> new QueryException("the query " + name + " needs a value for " + p.name(), known));
      bindings.put(Var.alloc(p.variable()), node(p, value.strip()));
    }
    return bindings;
  }

  private Node node(Parameter parameter, String value) {
    if (parameter.pattern().filter(pattern -> !value.matches(pattern)).isPresent()) {
      throw new QueryException(parameter.name() + " of the query " + name + " cannot be " + value,
          parameter.description());
    }
    return switch (parameter.type()) {
      case "iri" -> {
        if (!value.matches("https?://[^\\s<>\"{}|\\\\^`]+")) {
          throw new QueryException(parameter.name() + " of the query " + name + " must be an IRI, not " + value,
              "begin it with http");
        }
        yield NodeFactory.createURI(value);
      }
      case "date" -> {
        if (!value.matches("\\d{4}-\\d\\d-\\d\\d")) {
          throw new QueryException(parameter.name() + " of the query " + name + " must be a date, not " + value,
              "write it as 2018-08-10");
        }
        yield NodeFactory.createLiteralDT(value, XSDDatatype.XSDdate);
      }
      default -> NodeFactory.createLiteralString(value);
    };
  }
}
