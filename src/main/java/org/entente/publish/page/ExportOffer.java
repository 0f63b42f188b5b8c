package org.entente.publish.page;

import java.util.List;
import org.entente.query.NamedQuery;

/**
 * Something that the data can be taken away as.
 *
 * @param suffixes the ends of the names of its files, the table's first
 */
public record ExportOffer(NamedQuery query, List<String> suffixes) {

  public ExportOffer {
    suffixes = List.copyOf(suffixes);
  }
}
