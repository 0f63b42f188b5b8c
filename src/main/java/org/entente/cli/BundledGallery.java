package org.entente.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.entente.publish.server.Gallery;
import org.entente.query.NamedQuery;
import org.entente.query.QueryCatalogue;

/** The catalogue of queries as the server shows it. */
record BundledGallery(QueryCatalogue catalogue) implements Gallery {

  @Override
  public List<Question> questions() {
    return catalogue.queries().stream().map(BundledGallery::question).toList();
  }

  private static Question question(NamedQuery query) {
    List<Parameter> parameters =
        query.parameters().stream().map(p -> new Parameter(p.name(), describe(p.name()), p.type(), p.usual())).toList();
    return new Question(query.name(), query.summary(), query.description(), parameters);
  }

  private static String describe(String name) {
    return switch (name) {
      case "a", "b", "state" -> "ISO 3166-1 alpha-3 code of a state";
      default -> name;
    };
  }

  @Override
  public Query fill(Question question, Map<String, String> values) {
    Optional<NamedQuery> query = catalogue.named(question.name());
    return query.orElseThrow(() -> new IllegalArgumentException("no question " + question.name())).fill(values);
  }
}
