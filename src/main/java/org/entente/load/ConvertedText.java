package org.entente.load;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.entente.load.Conversion.Converted;
import org.entente.store.StoredGraph.StoredText;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside the graph of an article that was converted elsewhere, as a line of JSON: all that a store wants to
 * know of it, and the text that the offsets of its passages count in.
 *
 * @param graph the name of its graph
 * @param article its IRI
 * @param issued its day of publication, such as 2018-08-10; null where none was found
 * @param fingerprint what the graph was made from: text, metadata and software
 * @param textDigest SHA-256 of the text
 */
public record ConvertedText(
    String graph, String article, String source, String title, @Nullable String issued, int undertakings, int proposals,
    List<String> warnings, String fingerprint, String textDigest, String text) {

  private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();

  public static ConvertedText of(Converted article) {
    return new ConvertedText(article.graphName(), article.article(), article.source(), article.title(),
        article.issued().map(LocalDate::toString).orElse(null), article.undertakings(), article.proposals(),
        article.warnings(), article.fingerprint(), article.text().digest(), article.text().words());
  }

  static ConvertedText read(String line) {
    return JSON.fromJson(line, ConvertedText.class);
  }

  public String json() {
    return JSON.toJson(this);
  }

  Converted with(Graph statements) {
    return new Converted(source, article, graph, title, Optional.ofNullable(issued).map(LocalDate::parse),
        new StoredText(textDigest, text), fingerprint, statements, undertakings, proposals, warnings, List.of());
  }
}
