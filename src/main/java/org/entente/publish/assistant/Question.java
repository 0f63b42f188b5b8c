package org.entente.publish.assistant;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;

/** A text that lies beside the tools: a query whose variables can be filled in. */
record Question(String text) {

  static Question named(String file) {
    try (InputStream in = Question.class.getResourceAsStream(file)) {
      return new Question(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** @param variable without its question mark */
  Question with(String variable, Node value) {
    return new Question(text.replaceAll("\\?" + variable + "\\b",
        Matcher.quoteReplacement(NodeFmtLib.strNT(value))));
  }
}
