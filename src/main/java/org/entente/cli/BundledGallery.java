package org.entente.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.entente.publish.page.Gallery;
import org.entente.query.NamedQuery;
import org.entente.query.QueryCatalogue;

/** The catalogue of queries as the server shows it. */
public record BundledGallery(QueryCatalogue catalogue) implements Gallery {

  @Override
  public List<Question> questions() {
    return catalogue.queries().stream().map(BundledGallery::question).toList();
  }

  private static Question question(NamedQuery query) {
    List<Parameter> parameters =
        query.parameters().stream()
            .map(p -> new Parameter(p.name(), p.description(), p.type(), p.usual(), p.choices(), query.suggestions(p)))
            .toList();
    return new Question(
        query.name(), query.summary(), query.description(), query.tags(), parameters, query.example());
  }

  @Override
  public Query fill(Question question, Map<String, String> values) {
    return query(question).fill(values);
  }

  @Override
  public String write(Question question, Map<String, String> values) {
    return query(question).write(values);
  }

  private NamedQuery query(Question question) {
    Optional<NamedQuery> query = catalogue.named(question.name());
    return query.orElseThrow(() -> new IllegalArgumentException("no question " + question.name()));
  }
}
