package org.entente.publish.page.part;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

/** Asks the data what pages need to know; the questions are files ({@code queries/pages/*.rq}). */
public final class PageQueries {

  private static final long LONGEST_SECONDS = 20;

  private final DatasetGraph data;
  private final Counting counting;

  public PageQueries(DatasetGraph data) {
    this(data, Counting.ONCE);
  }

  public PageQueries(DatasetGraph data, Counting counting) {
    this.data = data;
    this.counting = counting;
  }

  public Counting counting() {
    return counting;
  }

  /** One row of an answer, by the names of the query's variables. */
  public record Row(Binding binding) {

    public Optional<Node> node(String name) {
      return Optional.ofNullable(binding.get(Var.alloc(name)));
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
    var builder = QueryExec.dataset(data).query(query(name)).timeout(LONGEST_SECONDS, TimeUnit.SECONDS);
    values.forEach(builder::substitution);
    builder.substitution("_count", counting.value());
    try (QueryExec execution = builder.build()) {
      execution.select().forEachRemaining(binding -> rows.add(new Row(binding)));
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
