package org.entente.publish.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.entente.problem.EntenteException;

/**
 * {@code /queries}: the gallery; {@code /queries/NAME}: one question, answered with the parameters of the address as a
 * page or in any form that its query has; {@code /queries/openapi.json}: all of it for programs.
 */
final class QuestionsRoute implements Route {

  private static final String OPEN_API = "openapi.json";
  private static final Set<String> OURS = Set.of("format", "timeout");
  private static final List<Form> SUFFIXES =
      Stream.concat(Form.OF_RESULTS.stream(), Form.OF_GRAPHS.stream()).toList();

  private final PublishedDataset data;
  private final ServerOptions options;
  private final Gallery gallery;
  private final AnswerDesk answers;
  private final PageDesk pages;

  QuestionsRoute(PublishedDataset data, ServerOptions options, AnswerDesk answers, PageDesk pages) {
    this.data = data;
    this.options = options;
    this.gallery = options.gallery();
    this.answers = answers;
    this.pages = pages;
  }

  @Override
  public Reply answer(Exchange exchange) {
    String path = exchange.path().replaceFirst("^/queries/?", "");
    if (path.isEmpty()) {
      return list(exchange);
    }
    if (path.equals(OPEN_API)) {
      String text = Json.text(new OpenApi(data.base(), gallery).document());
      return Reply.text("application/json", text).with("Cache-Control", ReplyRules.REVALIDATE);
    }
    Optional<Form> suffix = Suffix.of(path, SUFFIXES);
    String name = suffix.isPresent() ? Suffix.without(path) : path;
    Gallery.Question question = gallery.named(name).orElseThrow(() -> HttpProblem.notFound(
        "There is no question \"" + name + "\" here; /queries lists them."));
    return answer(exchange, question, suffix);
  }

  private Reply answer(Exchange exchange, Gallery.Question question, Optional<Form> suffix) {
    Optional<String> format = suffix.map(Form::name).or(() -> exchange.parameter("format"));
    if (format.isEmpty() && pageWanted(exchange)) {
      return pages.reply(exchange, () -> form(exchange, question));
    }
    Map<String, String> values = values(exchange, question);
    Query query = filled(question, values);
    AnswerDesk.Asked asked = new AnswerDesk.Asked(query, QueryGate.isSteady(query.serialize()), query.serialize(),
        options.queryTimeout(), format, () -> pages.reply(exchange, () -> form(exchange, question)));
    return answers.reply(exchange, asked).linking(ReplyRules.LICENCE, "license");
  }

  /** A browser asks for a page even where parameters are still missing, so the query cannot be made yet. */
  private static boolean pageWanted(Exchange exchange) {
    return exchange.negotiation().best(Stream.concat(SUFFIXES.stream(), Stream.of(Form.HTML)).toList())
        .filter(Form.HTML::equals).isPresent();
  }

  private static Map<String, String> values(Exchange exchange, Gallery.Question question) {
    Set<String> known = question.parameters().stream().map(Gallery.Parameter::name).collect(Collectors.toSet());
    Map<String, String> values = new LinkedHashMap<>();
    exchange.query().forEach((name, given) -> {
      if (known.contains(name) && !given.getFirst().isBlank()) {
        values.put(name, given.getFirst());
      } else if (!known.contains(name) && !OURS.contains(name)) {
        throw HttpProblem.badRequest("The question \"" + question.name() + "\" has no parameter \"" + name
            + "\"; it has " + (known.isEmpty() ? "none" : String.join(", ", known.stream().sorted().toList())) + ".");
      }
    });
    return values;
  }

  private Query filled(Gallery.Question question, Map<String, String> values) {
    try {
      return gallery.fill(question, values);
    } catch (HttpProblem e) {
      throw e;
    } catch (EntenteException e) {
      throw HttpProblem.badRequest(e.getMessage() + e.advice().map(advice -> ". " + advice).orElse(""));
    }
  }

  private Reply list(Exchange exchange) {
    Form form = exchange.negotiation().bestOrRefuse(List.of(Form.HTML, Form.JSON));
    return form.equals(Form.HTML)
        ? pages.reply(exchange, () -> plainList(exchange))
        : Reply.text(Form.JSON, Json.text(Json.object("questions",
            gallery.questions().stream().map(QuestionsRoute::members).toList())))
            .with("Vary", "Accept").with("Cache-Control", ReplyRules.REVALIDATE);
  }

  private static Map<String, Object> members(Gallery.Question question) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("name", question.name());
    members.put("question", question.title());
    members.put("description", question.description());
    members.put("parameters", question.parameters().stream().map(parameter -> {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("name", parameter.name());
      entry.put("description", parameter.description());
      entry.put("type", parameter.type());
      parameter.usual().ifPresent(usual -> entry.put("default", usual));
      return entry;
    }).toList());
    members.put("address", "queries/" + question.name());
    return members;
  }

  private String plainList(Exchange exchange) {
    String root = exchange.relativeRoot();
    String items = gallery.questions().stream()
        .map(question -> "<li><a href=\"" + root + "queries/" + Markup.escape(question.name()) + "\">"
            + Markup.escape(question.title()) + "</a></li>")
        .collect(Collectors.joining("\n"));
    return PlainPage.document("Questions that are ready to ask", root, items.isEmpty()
        ? "<p>None are bundled; ask with <a href=\"" + root + "sparql\">SPARQL</a>.</p>\n"
        : "<ul>\n" + items + "\n</ul>\n<p>For programs: <a href=\"" + root + "queries/" + OPEN_API
            + "\">OpenAPI</a>.</p>\n");
  }

  private static String form(Exchange exchange, Gallery.Question question) {
    String fields = question.parameters().stream()
        .map(parameter -> """
            <p><label for="p-%1$s">%1$s</label> <input id="p-%1$s" name="%1$s" value="%2$s"><br><small>%3$s</small></p>
            """.formatted(Markup.escape(parameter.name()),
                Markup.escape(exchange.parameter(parameter.name()).or(parameter::usual).orElse("")),
                Markup.escape(parameter.description())))
        .collect(Collectors.joining());
    return PlainPage.document(question.title(), exchange.relativeRoot(), """
        <p>%s</p>
        <form method="get" action="%s">
        %s<p><label for="format">Answer as</label>
        <select id="format" name="format"><option value="csv">CSV</option><option value="json">JSON</option>
        <option value="tsv">TSV</option><option value="text">text</option><option value="ttl">Turtle</option></select>
        <button>Ask</button></p>
        </form>
        """.formatted(Markup.escape(question.description()), Markup.escape(question.name()), fields));
  }
}
