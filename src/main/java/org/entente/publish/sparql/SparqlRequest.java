package org.entente.publish.sparql;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.publish.http.Exchange;
import org.entente.publish.http.HttpProblem;

/**
 * A query as the SPARQL 1.1 Protocol brings it: by GET, by POST as a form, or by POST as the bare query.
 *
 * @param query the query's text; empty when none was sent
 * @param defaultGraphs the graphs of the default graph, when the client names them
 * @param namedGraphs the graphs that {@code GRAPH} ranges over, when the client names them
 * @param timeout how many seconds the client is ready to wait
 * @param format the form that it asks for by name, over the Accept header
 */
public record SparqlRequest(Optional<String> query, List<String> defaultGraphs, List<String> namedGraphs,
    Optional<String> timeout, Optional<String> format) {

  public static SparqlRequest read(Exchange exchange, int maxBytes) throws IOException {
    Map<String, List<String>> parameters = new LinkedHashMap<>(exchange.query());
    if (exchange.method().equals("POST")) {
      readBody(exchange, maxBytes, parameters);
    }
    if (parameters.containsKey("update")) {
      throw readOnly();
    }
    List<String> queries = parameters.getOrDefault("query", List.of());
    if (queries.size() > 1) {
      throw HttpProblem.badRequest("There are " + queries.size() + " queries in this request; send one.");
    }
    return new SparqlRequest(
        queries.stream().findFirst().filter(query -> !query.isBlank()),
        parameters.getOrDefault("default-graph-uri", List.of()),
        parameters.getOrDefault("named-graph-uri", List.of()),
        first(parameters, "timeout"),
        first(parameters, "format").or(() -> first(parameters, "output")).or(() -> first(parameters, "results")));
  }

  private static void readBody(Exchange exchange, int maxBytes, Map<String, List<String>> parameters)
      throws IOException {
    switch (exchange.contentType()) {
      case "application/sparql-query" -> parameters.put("query", List.of(exchange.body(maxBytes)));
      case "application/x-www-form-urlencoded" ->
          exchange.form(maxBytes).forEach((name, values) -> parameters.merge(name, values, SparqlRequest::joined));
      case "application/sparql-update" -> throw readOnly();
      default -> throw new HttpProblem(415, "A query cannot be sent in this form",
          "Send it as application/sparql-query, or as the field \"query\" of application/x-www-form-urlencoded.");
    }
  }

  private static List<String> joined(List<String> some, List<String> more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  private static Optional<String> first(Map<String, List<String>> parameters, String name) {
    return parameters.getOrDefault(name, List.of()).stream().findFirst().filter(value -> !value.isBlank());
  }

  static HttpProblem readOnly() {
    return new HttpProblem(403, "What is published here cannot be changed by clients",
        "This endpoint answers queries only; an update is refused.");
  }
}
