package org.entente.publish.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question of the gallery as somebody asks it.
 *
 * @param values what was filled in, by parameter
 * @param suggestions what could be filled in, by parameter
 * @param query the query with its parameters filled in, or as it was written where some are missing
 * @param tabular whether its answer is a table, not a graph
 * @param answer the table; empty where the answer is a graph or could not be had
 * @param problem what was wrong with what was filled in
 */
public record Asked(Gallery.Question question, Map<String, String> values,
    Map<String, List<Suggestion>> suggestions, String query, boolean tabular, Optional<Table> answer,
    Optional<String> problem) {

  public Asked {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values)); // in the order of the address, which is shown again
    suggestions = Map.copyOf(suggestions);
  }

  /** A value that a parameter may have, and what it is called. */
  public record Suggestion(String value, String label) {}

  /**
   * Rows of an answer.
   *
   * @param cut whether there are more than these
   */
  public record Table(List<String> columns, List<List<Value>> rows, boolean cut) {
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /**
   * One cell.
   *
   * @param iri whether it is a thing, to be linked
   * @param label how a thing is called; the text itself for a literal
   */
  public record Value(String text, boolean iri, String label) {}
}
