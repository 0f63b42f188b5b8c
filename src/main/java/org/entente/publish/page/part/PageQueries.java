package org.entente.publish.page.part;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.jspecify.annotations.Nullable;

/** Asks the data what pages need to know; the questions are files ({@code queries/pages/*.rq}). */
public final class PageQueries {

  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final DatasetGraph data;
  private final Counting counting;
  private final Duration longest;

  public PageQueries(DatasetGraph data) {
    this(data, Counting.ONCE);
  }

  public PageQueries(DatasetGraph data, Counting counting) {
    this(data, counting, LONGEST);
  }

  /** @param longest how long a query may run */
  public PageQueries(DatasetGraph data, Counting counting, Duration longest) {
    this.data = data;
    this.counting = counting;
    this.longest = longest;
  }

  public Counting counting() {
    return counting;
  }

  /** One row of an answer, by the names of the query's variables; it outlives the transaction in which it was found. */
  public static final class Row {

    private final List<String> names;
    private final @Nullable Node[] values;

    /** @param same keeps each node once, of which many rows have the same */
    private Row(List<String> names, Binding found, Map<Node, Node> same) {
      this.names = names;
      this.values = new Node[names.size()];
      for (int n = 0; n < values.length; n++) {
        Node value = found.get(names.get(n));
        values[n] = value == null ? null : same.computeIfAbsent(value, node -> node);
      }
    }

    public Optional<Node> node(String name) {
      int place = names.indexOf(name);
      return place < 0 ? Optional.empty() : Optional.ofNullable(values[place]);
    }

    /** An IRI or the words of a literal; empty where there is none. */
    public String text(String name) {
      return node(name).map(node -> node.isLiteral() ? node.getLiteralLexicalForm() : node.toString()).orElse("");
    }

    int numberOr(String name, int usual) {
      return node(name).isPresent() ? number(name) : usual;
    }

    public int number(String name) {
      return Integer.parseInt(text(name));
    }
  }

  public List<Row> ask(String name, Map<String, Node> values) {
    List<Row> rows = new ArrayList<>();
    var builder = QueryExec.dataset(data).query(query(name)).timeout(longest.toMillis(), TimeUnit.MILLISECONDS);
    values.forEach(builder::substitution);
    builder.substitution("_count", counting.value());
    try (QueryExec execution = builder.build()) {
      RowSet found = execution.select();
      List<String> names = found.getResultVars().stream().map(Var::getVarName).toList();
      Map<Node, Node> same = new HashMap<>();
      found.forEachRemaining(binding -> rows.add(new Row(names, binding, same)));
    }
    return rows;
  }

  private static Query query(String name) {
    String file = "/org/entente/queries/pages/" + name + ".rq";
    try (InputStream in = PageQueries.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + file);
      }
      return QueryFactory.create(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
