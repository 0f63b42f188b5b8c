package org.entente.publish.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.entente.problem.EntenteException;
import org.entente.publish.data.Nodes;
import org.entente.publish.data.PerVersion;
import org.entente.publish.data.PublishedDataset;
import org.entente.publish.http.Exchange;
import org.entente.publish.http.Form;
import org.entente.publish.http.HttpProblem;
import org.entente.publish.http.Json;
import org.entente.publish.http.Reply;
import org.entente.publish.http.ReplyRules;
import org.entente.publish.http.Route;
import org.entente.publish.http.Suffix;
import org.entente.publish.page.Asked;
import org.entente.publish.page.Gallery;
import org.entente.publish.page.Page;
import org.entente.publish.page.part.PageRequest;
import org.entente.publish.sparql.Answer;
import org.entente.publish.sparql.AnswerDesk;
import org.entente.publish.sparql.QueryGate;
import org.entente.vocab.Addresses;

/**
 * {@code /queries}: the gallery; {@code /queries/NAME}: one question, answered with the parameters of the address as a
 * page or in any form that its query has; {@code /queries/openapi.json}: all of it for programs.
 */
final class QuestionsRoute implements Route {

  /** A page with more rows than these is read by nobody; the other forms have all of them. */
  private static final int MOST_SHOWN = 500;
  private static final String OPEN_API = "openapi.json";
  private static final Set<String> OURS = Set.of("format", "timeout");
  private static final List<Form> SUFFIXES =
      Stream.concat(Form.OF_RESULTS.stream(), Form.OF_GRAPHS.stream()).toList();

  private final PublishedDataset data;
  private final ServerOptions options;
  private final Gallery gallery;
  private final AnswerDesk answers;
  private final DescriptionReader reader;
  private final PageDesk pages;
  private final PerVersion<StateNames> states;

  QuestionsRoute(PublishedDataset data, ServerOptions options, AnswerDesk answers, DescriptionReader reader,
      PageDesk pages, PerVersion<StateNames> states) {
    this.data = data;
    this.states = states;
    this.options = options;
    this.gallery = options.gallery();
    this.answers = answers;
    this.reader = reader;
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
    Gallery.Question question = gallery.named(name).orElseThrow(() -> unknown(name));
    return answer(exchange, question, suffix);
  }

  static HttpProblem unknown(String name) {
    return HttpProblem.notFound("There is no question \"" + name + "\" here; /queries lists them.");
  }

  private Reply answer(Exchange exchange, Gallery.Question question, Optional<Form> suffix) {
    Optional<String> format = suffix.map(Form::name).or(() -> exchange.parameter("format"));
    if (format.isEmpty() && pageWanted(exchange)) {
      return page(exchange, question);
    }
    Map<String, String> values = values(exchange, question, states.get());
    Query query = filled(gallery, question, values);
    AnswerDesk.Asked asked = new AnswerDesk.Asked(query, QueryGate.isSteady(query.serialize()), query.serialize(),
        options.limits().queryTimeout(), format, () -> page(exchange, question));
    return answers.reply(exchange, asked).linking(ReplyRules.LICENCE, "license");
  }

  /** A browser asks for a page even where parameters are still missing, so the query cannot be made yet. */
  private static boolean pageWanted(Exchange exchange) {
    return exchange.negotiation().best(Stream.concat(SUFFIXES.stream(), Stream.of(Form.HTML)).toList())
        .filter(Form.HTML::equals).isPresent();
  }

  /** What the address fills in. */
  static Map<String, String> values(Exchange exchange, Gallery.Question question, StateNames states) {
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
    // The usual value is an example, which a dataset need not know.
    question.parameters().stream().filter(parameter -> parameter.type().equals("state"))
        .filter(parameter -> !parameter.usual().equals(Optional.ofNullable(values.get(parameter.name()))))
        .map(Gallery.Parameter::name).forEach(name -> values.computeIfPresent(name, (same, given) -> states.code(given)
            .orElseThrow(() -> unknownState(question, values, name, given, states))));
    return values;
  }

  /** A question about a state that is not known, and the same question about those that may be meant. */
  private static HttpProblem unknownState(Gallery.Question question, Map<String, String> values, String name,
      String given, StateNames known) {
    Map<String, String> meant = new LinkedHashMap<>();
    known.near(given).forEach(code -> meant.put("queries/" + Addresses.encodedPath(question.name()) + "?"
        + values.entrySet().stream().map(value -> value.getKey() + "="
            + Addresses.encodedPath(value.getKey().equals(name) ? code : value.getValue()))
            .collect(Collectors.joining("&")),
        known.label(code)));
    HttpProblem problem = known.unknown(given);
    return meant.isEmpty() ? problem : problem.with(ProblemReplies.NEAR, meant);
  }

  static Query filled(Gallery gallery, Gallery.Question question, Map<String, String> values) {
    try {
      return gallery.fill(question, values);
    } catch (HttpProblem e) {
      throw e;
    } catch (EntenteException e) {
      throw HttpProblem.badRequest(inWords(e));
    }
  }

  private static String inWords(EntenteException e) {
    return e.getMessage() + e.advice().map(advice -> ". " + advice).orElse("");
  }

  private Reply list(Exchange exchange) {
    Form form = exchange.negotiation().bestOrRefuse(List.of(Form.HTML, Form.JSON));
    return form.equals(Form.HTML)
        ? pages.reply(pages.pages().questions(pages.request(exchange), pages.terms()))
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

  private Reply page(Exchange exchange, Gallery.Question question) {
    Reply reply = pages.reply(written(exchange, question));
    // What asks for the time or for chance has another answer each time.
    return QueryGate.isSteady(question.text()) ? reply
        : reply.without("Cache-Control").with("Cache-Control", "no-store");
  }

  private Page written(Exchange exchange, Gallery.Question question) {
    PageRequest request = pages.request(exchange);
    Map<String, String> values = values(exchange, question, states.get());
    Map<String, List<Asked.Suggestion>> suggestions = new LinkedHashMap<>();
    question.parameters().forEach(parameter -> parameter.suggestions()
        .ifPresent(query -> suggestions.put(parameter.name(), suggestions(exchange, query))));
    Map<String, String> complete = new LinkedHashMap<>();
    question.parameters().forEach(parameter -> Optional.ofNullable(values.get(parameter.name()))
        .or(parameter::usual).ifPresent(value -> complete.put(parameter.name(), value)));
    Asked open = new Asked(question, values, suggestions, question.text(), true, Optional.empty(), Optional.empty());
    if (complete.size() < question.parameters().size()) {
      return pages.pages().question(request, pages.terms(), open);
    }
    try {
      Query query = gallery.fill(question, complete);
      Optional<Asked.Table> table = query.isSelectType() ? Optional.of(table(exchange, query)) : Optional.empty();
      return pages.pages().question(request, pages.terms(), new Asked(question, complete, suggestions,
          gallery.write(question, complete), query.isSelectType(), table, Optional.empty()));
    } catch (EntenteException e) {
      return pages.pages().question(request, pages.terms(), new Asked(question, values, suggestions, question.text(),
          true, Optional.empty(), Optional.of(inWords(e))));
    }
  }

  private List<Asked.Suggestion> suggestions(Exchange exchange, Query query) {
    return answers.answer(exchange, query, options.limits().queryTimeout(), MOST_SHOWN) instanceof Answer.Rows rows
        ? rows.rows().stream().map(row -> new Asked.Suggestion(Nodes.text(row, "value"),
            row.contains("label") ? Nodes.text(row, "label") : "")).toList()
        : List.of();
  }

  private Asked.Table table(Exchange exchange, Query query) {
    if (!(answers.answer(exchange, query, options.limits().queryTimeout(), MOST_SHOWN) instanceof Answer.Rows answer)) {
      throw new IllegalStateException("a SELECT query gives rows");
    }
    Map<String, String> labels = reader.names(answer.rows().stream()
        .flatMap(row -> answer.variables().stream().filter(row::contains).map(row::get))
        .filter(Node::isURI).map(Node::getURI).distinct().toList());
    List<List<Asked.Value>> rows = answer.rows().stream().map(row -> answer.variables().stream()
        .map(variable -> value(Optional.ofNullable(row.get(variable)), labels)).toList()).toList();
    return new Asked.Table(answer.variables().stream().map(Var::getVarName).toList(), rows, answer.cutOff());
  }

  private static Asked.Value value(Optional<Node> node, Map<String, String> labels) {
    String text = node.map(Nodes::text).orElse("");
    return new Asked.Value(text, node.filter(Node::isURI).isPresent(), labels.getOrDefault(text, text));
  }
}
