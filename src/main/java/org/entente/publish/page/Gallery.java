package org.entente.publish.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.query.Query;

/** Questions that are ready to ask: to be listed, described, filled in and run. */
public interface Gallery {

  /** A gallery without questions. */
  Gallery EMPTY = new Gallery() {
    @Override
    public List<Question> questions() {
      return List.of();
    }

    @Override
    public Query fill(Question question, Map<String, String> values) {
      throw new IllegalArgumentException("there is no question " + question.name());
    }

    @Override
    public String write(Question question, Map<String, String> values) {
      throw new IllegalArgumentException("there is no question " + question.name());
    }
  };

  /** All questions, in the order in which they are shown. */
  List<Question> questions();

  /**
   * The query of a question with its parameters filled in.
   *
   * @throws org.entente.problem.EntenteException when a value is missing or does not fit
   */
  Query fill(Question question, Map<String, String> values);

  /**
   * The same as it was written, for people: in its own order and layout.
   *
   * @throws org.entente.problem.EntenteException when a value is missing or does not fit
   */
  String write(Question question, Map<String, String> values);

  default Optional<Question> named(String name) {
    return questions().stream().filter(question -> question.name().equals(name)).findFirst();
  }

  /**
   * One question.
   *
   * @param name its name in addresses
   * @param title the question in plain words
   * @param description what the answer is and how to read it; may be empty
   * @param tags what it is about, a word each
   * @param parameters what can be filled in
   * @param text the query as it was written, its parameters at their usual values
   */
  record Question(String name, String title, String description, List<String> tags, List<Parameter> parameters,
      String text) {
    public Question {
      tags = List.copyOf(tags);
      parameters = List.copyOf(parameters);
    }
  }

  /**
   * Something that can be filled in.
   *
   * @param type what is expected, such as {@code iri}, {@code text}, {@code date}, {@code state}
   * @param usual the value that is taken when none is given; empty when one must be given
   * @param choices the only values that there are; empty where it may be another
   * @param suggestions gives the values that the data has, as {@code ?value} with a {@code ?label} where there is one
   */
  record Parameter(String name, String description, String type, Optional<String> usual, List<String> choices,
      Optional<Query> suggestions) {
    public Parameter {
      choices = List.copyOf(choices);
    }
  }
}
