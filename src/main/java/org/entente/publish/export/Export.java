package org.entente.publish.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.sparql.engine.binding.Binding;
import org.entente.query.Column;
import org.entente.query.NamedQuery;
import org.entente.query.QueryCatalogue;

/**
 * Something to take away: a query whose head documents its columns, and the forms that its answer can be written in.
 */
public record Export(NamedQuery query) {

  /** All exports that come with the program, by name. */
  public static List<Export> all() {
    return QueryCatalogue.exports().queries().stream().map(Export::new).toList();
  }

  public static Optional<Export> named(String name) {
    return QueryCatalogue.exports().named(name).map(Export::new);
  }

  public String name() {
    return query.name();
  }

  public List<ExportForm> forms() {
    List<String> columns = query.columns().stream().map(Column::name).toList();
    return Stream.of(ExportForm.values()).filter(form -> form.fits(columns)).toList();
  }

  /**
   * Writes the answer to the query.
   *
   * @param form one of {@link #forms}
   * @param rows the answer; not needed for {@link ExportForm#CSVW}
   * @param table the address or file name of the table, for its description
   */
  public void write(ExportForm form, List<Binding> rows, String table, OutputStream out) throws IOException {
    Table answer = new Table(query.columns(), rows);
    switch (form) {
      case CSV -> answer.writeCsv(out);
      case CSVW -> out.write(new TableDescription(query, table).json());
      case GRAPHML -> Network.of(answer).writeGraphMl(out);
      case GEXF -> Network.of(answer).writeGexf(out);
      case GEOJSON -> out.write(new PointMap(answer).json());
    }
  }
}
