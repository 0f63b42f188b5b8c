package org.entente.article.press;

import java.util.List;
import org.entente.article.Metadata;
import org.entente.article.RawDocument;

/**
 * One article of a press database's export.
 *
 * @param known what the export says of it, the headline always
 * @param body the lines of its text
 */
record PressArticle(Metadata known, List<String> body) {

  PressArticle {
    body = List.copyOf(body);
  }

  RawDocument document(String name) {
    return RawDocument.ofText(name, String.join("\n", body), known);
  }
}
