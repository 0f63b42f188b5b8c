package org.entente.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.entente.query.NamedQuery;
import org.entente.query.QueryCatalogue;
import org.entente.query.QueryException;
import org.entente.store.GraphStore;
import org.entente.vocab.Prefixes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente query}: asks a store, without a server. */
@Command(
    name = "query",
    description = "Put a SPARQL query to a store. Its default graph is the union of all graphs.",
    footerHeading = "%nA value is an IRI when it is in angle brackets, starts with http or has one of our prefixes%n"
        + "(field:naval); else it is text.%n%nExamples:%n",
    footer = {
      "  entente query --store data who-agreed-what.rq",
      "  entente query --store data --format csv dyad.rq a=http://localhost:3030/id/state/russia",
      "  entente query --store data dyad-timeline a=PAK b=RUS",
      "  entente query --store data by-field.rq field=field:naval > naval.txt"
    })
final class QueryCommand implements Callable<Integer> {

  @Spec
  private CommandSpec spec;
  @Mixin
  private StoreOption store;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}; the first four for rows, turtle and json for graphs. "
          + "Default: ${DEFAULT-VALUE}")
  private QueryFormat format = QueryFormat.table;

  @Parameters(index = "0", paramLabel = "FILE.rq|NAME",
      description = "The query: a file, or the name of a bundled one.")
  private Path file = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "name=value",
      description = "What stands for the query's variable ?name.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Override
  public Integer call() {
    Optional<NamedQuery> named = QueryCatalogue.bundled().named(file.toString());
    Query query = named.map(this::fill).orElseGet(this::parse);
    Map<String, String> values = named.isPresent() ? Map.of() : parameters;
    format.requireFor(query, spec.commandLine());
    try (GraphStore opened = store.open()) {
      PrintWriter out = spec.commandLine().getOut();
      return opened.read(
          data -> {
            QueryExecBuilder builder = QueryExec.dataset(data).query(query);
            values.forEach((name, value) -> builder.substitution(Var.alloc(name), node(value)));
            try (QueryExec execution = builder.build()) {
              format.print(execution, query, out);
            }
            return ExitCode.WELL;
          });
    }
  }

  private Query fill(NamedQuery query) {
    try {
      return query.fill(parameters);
    } catch (QueryException e) {
      String advice = e.advice().map(a -> ": " + a).orElse("");
      throw new ParameterException(spec.commandLine(), e.getMessage() + advice, e);
    }
  }

  private Query parse() {
    try {
      return QueryFactory.create(Files.readString(file));
    } catch (QueryParseException e) {
      throw new ParameterException(spec.commandLine(), file + " is not a SPARQL query: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new ParameterException(spec.commandLine(), file + whyUnreadable(), e);
    }
  }

  private String whyUnreadable() {
    if (Files.isDirectory(file)) {
      return " is a folder";
    }
    boolean path = file.getNameCount() > 1 || file.toString().endsWith(".rq");
    if (Files.exists(file) || path) {
      return Files.exists(file) ? " cannot be read as UTF-8" : " does not exist";
    }
    return " is neither a file nor one of the bundled queries: "
        + String.join(", ", QueryCatalogue.bundled().queries("competency").stream().map(NamedQuery::name).toList());
  }

  private static Node node(String value) {
    if (value.startsWith("<") && value.endsWith(">")) {
      return NodeFactory.createURI(value.substring(1, value.length() - 1));
    }
    PrefixMapping prefixes = Prefixes.ALL;
    String expanded = prefixes.expandPrefix(value);
    boolean iri = value.matches("https?://\\S+") || !expanded.equals(value);
    return iri ? NodeFactory.createURI(expanded) : NodeFactory.createLiteralString(value);
  }
}
