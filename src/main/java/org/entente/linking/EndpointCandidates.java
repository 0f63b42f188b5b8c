package org.entente.linking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryException;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.http.QueryExecHTTP;
import org.apache.jena.sparql.exec.RowSet;
import org.jspecify.annotations.Nullable;

/**
 * Candidates of a SPARQL endpoint: things that have a name, in English or without a language, as their label or other
 * name. An endpoint cannot be asked for names that are nearly so; a reconciliation service can.
 */
public final class EndpointCandidates implements CandidateSource {

  private static final int NAMES_AT_ONCE = 40;
  private static final int MOST_ROWS = 1000;

  private final String endpoint;
  private final long seconds;

  public EndpointCandidates(String endpoint, long seconds) {
    this.endpoint = endpoint;
    this.seconds = seconds;
  }

  @Override
  public Map<String, List<Candidate>> candidates(List<String> names) {
    Map<String, List<Candidate>> found = new HashMap<>();
    List<String> asked = names.stream().distinct().toList();
    for (int from = 0; from < asked.size(); from += NAMES_AT_ONCE) {
      ask(asked.subList(from, Math.min(asked.size(), from + NAMES_AT_ONCE)), found);
    }
    return found;
  }

  private void ask(List<String> names, Map<String, List<Candidate>> found) {
    Set<String> wanted = new HashSet<>(names);
    String values = names.stream()
        .flatMap(name -> Stream.of(NodeFactory.createLiteralLang(name, "en"),
            NodeFactory.createLiteralString(name)))
        .map(NodeFmtLib::strNT).collect(Collectors.joining(" "));
    String query = """
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        SELECT DISTINCT ?item ?name {
          VALUES ?name { %s }
          ?item rdfs:label|skos:prefLabel|skos:altLabel ?name
          FILTER(isIRI(?item))
        } LIMIT %d""".formatted(values, MOST_ROWS);
    try (QueryExecHTTP execution = QueryExecHTTP.service(endpoint).query(query).timeout(seconds, TimeUnit.SECONDS)
        .acceptHeader("application/sparql-results+json, application/sparql-results+xml;q=0.9").build()) {
      for (Binding row : rows(execution.select())) {
        String name = row.get(Var.alloc("name")).getLiteralLexicalForm();
        if (wanted.contains(name)) {
          found.computeIfAbsent(name, key -> new ArrayList<>())
              .add(new Candidate(row.get(Var.alloc("item")).getURI(), name));
        }
      }
    } catch (HttpException | QueryExceptionHTTP | UnsupportedOperationException e) {
      throw new LinkingException("the endpoint " + endpoint + " did not answer a query with a table: " + e.getMessage(),
          "Check its address; nothing was linked. --timeout gives it more seconds.", e);
    } catch (QueryException | RiotException | ClassCastException e) {
      throw new LinkingException(
          "the endpoint " + endpoint + " answers with something that is no table of results, whatever it calls it",
          "Check that the address is that of a SPARQL endpoint; nothing was linked.", e);
    }
  }

  private static List<Binding> rows(RowSet answer) {
    List<Binding> rows = new ArrayList<>();
    answer.forEachRemaining(row -> {
      if (isThere(row.get(Var.alloc("item")), Node::isURI) && isThere(row.get(Var.alloc("name")), Node::isLiteral)) {
        rows.add(row);
      }
    });
    return rows;
  }

  private static boolean isThere(@Nullable Node value, Predicate<Node> kind) {
    return value != null && kind.test(value);
  }
}
