package org.entente.linking;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.entente.store.GraphStore;

/**
 * An actor or place of articles that is linked with nothing.
 *
 * @param kind local name of its class
 * @param articles how many articles name it
 */
public record UnlinkedName(String iri, String name, String kind, int articles) {

  /** Those of a store, the most frequent first. */
  public static List<UnlinkedName> in(GraphStore store) {
    return store.read(data -> {
      List<UnlinkedName> names = new ArrayList<>();
      try (QueryExec query = QueryExec.dataset(data).query(text()).build()) {
        query.select().forEachRemaining(row -> names.add(new UnlinkedName(text(row, "entity"), text(row, "name"),
            text(row, "class").replaceFirst(".*#", ""), Integer.parseInt(text(row, "articles")))));
      }
      return names;
    });
  }

  private static String text(Binding row, String variable) {
    Node node = row.get(Var.alloc(variable));
    return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
  }

  private static String text() {
    try (InputStream in = UnlinkedName.class.getResourceAsStream("unlinked.rq")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
