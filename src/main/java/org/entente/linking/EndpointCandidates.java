package org.entente.linking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.jspecify.annotations.Nullable;

/**
 * Candidates of a SPARQL endpoint: things that have a name, in English or without a language, as their label or other
 * name. An endpoint cannot be asked for names that are nearly so; a reconciliation service can.
 */
public final class EndpointCandidates implements CandidateSource {

  private static final int NAMES_AT_ONCE = 40;
  private static final int MOST_ROWS = 1000;

  private final String endpoint;
  private final Patience patience;

  public EndpointCandidates(String endpoint, long seconds) {
    this.endpoint = endpoint;
    this.patience = new Patience("the endpoint " + endpoint, seconds);
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
    try {
      for (Binding row : patience.answer(() -> rows(query))) {
        String name = row.get(Var.alloc("name")).getLiteralLexicalForm();
        if (wanted.contains(name)) {
          found.computeIfAbsent(name, key -> new ArrayList<>())
              .add(new Candidate(row.get(Var.alloc("item")).getURI(), name));
        }
      }
    } catch (HttpException e) {
      throw e.getStatusCode() > 0 ? refused(e.getStatusCode(), e) : unreachable(e);
    } catch (QueryExceptionHTTP e) {
      throw e.getStatusCode() > 0 ? refused(e.getStatusCode(), e) : unreachable(e);
    } catch (QueryException | RiotException | ClassCastException | UnsupportedOperationException e) {
      throw new LinkingException(
          "the endpoint " + endpoint + " answers with something that is no table of results, whatever it calls it",
          "Check that the address is that of a SPARQL endpoint; nothing was linked.", e);
    }
  }

  private LinkingException refused(int status, Exception cause) {
    return new LinkingException("the endpoint " + endpoint + " answers a query with " + status + " and no table",
        "Check its address; nothing was linked.", cause);
  }

  private LinkingException unreachable(Exception cause) {
    return new LinkingException("the endpoint " + endpoint + " cannot be reached",
        "Check its address and the network; nothing was linked.", cause);
  }

  private List<Binding> rows(String query) {
    List<Binding> rows = new ArrayList<>();
    try (QueryExecHTTP execution = QueryExecHTTP.service(endpoint).query(query)
        .acceptHeader("application/sparql-results+json, application/sparql-results+xml;q=0.9").build()) {
      execution.select().forEachRemaining(row -> {
        if (isThere(row.get(Var.alloc("item")), Node::isURI) && isThere(row.get(Var.alloc("name")), Node::isLiteral)) {
          rows.add(row);
        }
      });
    }
    return rows;
  }

  private static boolean isThere(@Nullable Node value, Predicate<Node> kind) {
    return value != null && kind.test(value);
  }
}
