package org.entente.publish.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.publish.data.PerVersion;
import org.entente.publish.export.Export;
import org.entente.publish.http.Exchange;
import org.entente.publish.http.HttpProblem;
import org.entente.publish.page.Gallery;
import org.entente.vocab.Addresses;

/** The answers to questions of the gallery and the exports, as far as they are cited: each with what was filled in. */
record CitedAnswers(Gallery gallery, PerVersion<StateNames> states) {

  private static final String QUESTIONS = "queries/";
  private static final String EXPORTS = "export/";

  /**
   * An answer.
   *
   * @param address under the dataset's root, with what was filled in
   * @param title the question, with the same in words
   */
  record Answer(String address, String title) {}

  /**
   * The answer at an address under the dataset's root.
   *
   * @return empty where the address is of something else
   * @throws HttpProblem when there is no such question or export, or what is filled in does not fit
   */
  Optional<Answer> at(String address, Exchange exchange) {
    if (address.startsWith(QUESTIONS)) {
      String name = address.substring(QUESTIONS.length());
      Gallery.Question question = gallery.named(name).orElseThrow(() -> QuestionsRoute.unknown(name));
      Map<String, String> values = QuestionsRoute.values(exchange, question, states.get());
      QuestionsRoute.filled(gallery, question, values);
      return Optional.of(answer(QUESTIONS + name, question.title(), values));
    }
    if (address.startsWith(EXPORTS)) {
      String name = address.substring(EXPORTS.length());
      Export export = Export.named(name).orElseThrow(() -> ExportRoute.unknown(name));
      Map<String, String> values = ExportRoute.values(exchange, export, states.get());
      ExportRoute.filled(export, values);
      return Optional.of(answer(EXPORTS + name, export.query().summary(), values));
    }
    return Optional.empty();
  }

  private static Answer answer(String path, String title, Map<String, String> values) {
    String filled = values.entrySet().stream().map(value -> encoded(value.getKey()) + "=" + encoded(value.getValue()))
        .collect(Collectors.joining("&"));
    String words = values.entrySet().stream().map(value -> value.getKey() + "=" + value.getValue())
        .collect(Collectors.joining(", "));
    return new Answer(Addresses.encodedPath(path) + (filled.isEmpty() ? "" : "?" + filled),
        title + (words.isEmpty() ? "" : " (" + words + ")"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
