package org.entente.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSetRewindable;
import org.entente.store.GraphStore;

/** The questions that commands themselves put to a store; they lie beside this class as {@code .rq} files. */
final class Questions {

  private Questions() {}

  static RowSetRewindable ask(GraphStore store, String name) {
    String text = text(name + ".rq");
    return store.read(
        data -> {
          try (QueryExec query = QueryExec.dataset(data).query(text).build()) {
            return query.select().rewindable();
          }
        });
  }

  private static String text(String file) {
    try (InputStream in = Questions.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
