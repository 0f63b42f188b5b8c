package org.entente.publish.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.entente.problem.EntenteException;
import org.entente.publish.data.PerVersion;
import org.entente.publish.data.PublishedDataset;
import org.entente.publish.export.Export;
import org.entente.publish.export.ExportForm;
import org.entente.publish.http.Digests;
import org.entente.publish.http.Exchange;
import org.entente.publish.http.Form;
import org.entente.publish.http.HttpProblem;
import org.entente.publish.http.Json;
import org.entente.publish.http.Reply;
import org.entente.publish.http.ReplyRules;
import org.entente.publish.http.Route;
import org.entente.publish.page.ExportOffer;
import org.entente.publish.sparql.Answer;
import org.entente.publish.sparql.AnswerDesk;
import org.entente.query.Column;
import org.entente.query.Parameter;
import org.entente.vocab.Addresses;
import org.entente.query.QueryCatalogue;

/**
 * {@code /export/}: what the data can be taken away as; {@code /export/events.csv?pair=PAK-RUS}: one of these tables,
 * networks and maps; {@code /export/events.csv-metadata.json}: what the columns of the table mean.
 */
final class ExportRoute implements Route {

  private static final String FORMAT = "format";

  private final PublishedDataset data;
  private final ServerOptions options;
  private final AnswerDesk answers;
  private final PageDesk pages;
  private final PerVersion<StateNames> states;
  private final QueryCatalogue queries = QueryCatalogue.exports();

  ExportRoute(PublishedDataset data, ServerOptions options, AnswerDesk answers, PageDesk pages,
      PerVersion<StateNames> states) {
    this.data = data;
    this.options = options;
    this.answers = answers;
    this.pages = pages;
    this.states = states;
  }

  @Override
  public Reply answer(Exchange exchange) {
    String file = exchange.path().replaceFirst("^/export/?", "");
    if (file.isEmpty()) {
      return list(exchange);
    }
    Optional<ExportForm> suffix = ExportForm.of(file);
    String name = suffix.map(form -> file.substring(0, file.length() - form.suffix().length() - 1)).orElse(file);
    Export export = exports().filter(known -> known.name().equals(name)).findFirst()
        .orElseThrow(() -> unknown(name));
    ExportForm form = suffix.or(() -> exchange.parameter(FORMAT).flatMap(asked -> ExportForm.of("." + asked)))
        .orElseGet(() -> negotiated(exchange, export));
    if (!export.forms().contains(form)) {
      throw HttpProblem.notFound("The export \"" + name + "\" has no form " + form.suffix() + "; it has "
          + String.join(", ", export.forms().stream().map(ExportForm::suffix).toList()) + ".");
    }
    return reply(exchange, export, form);
  }

  private static ExportForm negotiated(Exchange exchange, Export export) {
    if (exchange.parameter(FORMAT).isPresent()) {
      throw HttpProblem.badRequest("The export \"" + export.name() + "\" has no form \""
          + exchange.parameter(FORMAT).orElseThrow() + "\".");
    }
    Map<Form, ExportForm> offer = new LinkedHashMap<>();
    export.forms().forEach(form -> offer.put(form(form), form));
    return Objects.requireNonNull(offer.get(exchange.negotiation().bestOrRefuse(List.copyOf(offer.keySet()))));
  }

  private static Form form(ExportForm form) {
    return new Form(form.suffix(), form.mediaType(), List.of(), Optional.empty(), true);
  }

  private Reply reply(Exchange exchange, Export export, ExportForm form) {
    Map<String, String> values = values(exchange, export, states.get());
    Query query = filled(export, values);
    String tag = data.version() + "-" + Digests.shortSha256(
        (query.serialize() + options.limits().rows()).getBytes(StandardCharsets.UTF_8)) + "-" + form.suffix();
    boolean described = form.equals(ExportForm.CSVW);
    Answer.Rows rows = described ? new Answer.Rows(List.of(), List.of(), false) : rows(exchange, query);
    byte[] written = written(export, form, rows.rows(), address(export, ExportForm.CSV, values));
    Reply reply = Reply.bytes(form(form).contentType(), written).named(tag).modified(data.modified())
        .with("Cache-Control", ReplyRules.REVALIDATE).with("Vary", "Accept").linking(ReplyRules.LICENCE, "license");
    Reply told = rows.cutOff() ? reply.with("Entente-Cut-Off", "rows=" + options.limits().rows()) : reply;
    return form.equals(ExportForm.CSV)
        ? told.with("Link", "<" + address(export, ExportForm.CSVW, values) + ">; rel=\"describedby\"; type=\""
            + ExportForm.CSVW.mediaType() + "\"")
        : told;
  }

  private Answer.Rows rows(Exchange exchange, Query query) {
    return (Answer.Rows) answers.answer(exchange, query, options.limits().queryTimeout(), options.limits().rows());
  }

  private static byte[] written(Export export, ExportForm form, List<Binding> rows, String table) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      export.write(form, rows, table, out);
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot refuse to be written to", e);
    }
    return out.toByteArray();
  }

  /** The address of another form of the same, relative to this one. */
  private static String address(Export export, ExportForm form, Map<String, String> values) {
    String query = values.entrySet().stream()
        .map(value -> value.getKey() + "=" + Addresses.encodedPath(value.getValue()))
        .collect(Collectors.joining("&"));
    return export.name() + "." + form.suffix() + (query.isEmpty() ? "" : "?" + query);
  }

  /** What the address fills in. */
  static Map<String, String> values(Exchange exchange, Export export, StateNames states) {
    Set<String> known = export.query().parameters().stream().map(Parameter::name).collect(Collectors.toSet());
    Map<String, String> values = new LinkedHashMap<>();
    exchange.query().forEach((name, given) -> {
      if (!name.equals(FORMAT)) {
        if (!known.contains(name)) {
          throw HttpProblem.badRequest("The export \"" + export.name() + "\" has no parameter \"" + name + "\"; it has "
              + String.join(", ", known.stream().sorted().toList()) + ".");
        }
        if (!given.getFirst().isBlank()) {
          values.put(name, inCodes(name, given.getFirst(), states));
        }
      }
    });
    return values;
  }

  /** States may be named in any way; the query wants their codes. */
  private static String inCodes(String parameter, String value, StateNames states) {
    if (value.equals("all")) {
      return value;
    }
    return switch (parameter) {
      case "pair" -> value.indexOf('-') < 0 ? value
          : states.pair(value).map(pair -> pair.one() + "-" + pair.other()).orElseThrow(() -> states
              .unknownPair(value.replaceFirst("-.*", ""), value.replaceFirst("^[^-]*-", "")));
      case "state" -> Stream.of(value.split(","))
          .map(name -> states.code(name).orElseThrow(() -> states.unknown(name)))
          .collect(Collectors.joining(","));
      default -> value;
    };
  }

  static HttpProblem unknown(String name) {
    return HttpProblem.notFound("There is no export \"" + name + "\" here; /export/ lists them.");
  }

  static Query filled(Export export, Map<String, String> values) {
    try {
      return export.query().fill(values);
    } catch (EntenteException e) {
      throw HttpProblem.badRequest(e.getMessage() + e.advice().map(advice -> ". " + advice).orElse(""));
    }
  }

  private Stream<Export> exports() {
    return queries.queries().stream().map(Export::new);
  }

  private Reply list(Exchange exchange) {
    if (exchange.negotiation().bestOrRefuse(List.of(Form.HTML, Form.JSON)).equals(Form.HTML)) {
      return pages.reply(pages.pages().exports(pages.request(exchange), exports()
          .map(export -> new ExportOffer(export.query(), export.forms().stream().map(ExportForm::suffix).toList()))
          .toList()));
    }
    return Reply.text(Form.JSON, Json.text(Json.object("exports", exports().map(ExportRoute::members).toList())))
        .with("Vary", "Accept").with("Cache-Control", ReplyRules.REVALIDATE);
  }

  private static Map<String, Object> members(Export export) {
    return Json.object("name", export.name(), "title", export.query().summary(), "description",
        export.query().description(), "files",
        export.forms().stream().map(form -> "export/" + export.name() + "." + form.suffix()).toList(), "parameters",
        export.query().parameters().stream().map(parameter -> Json.object("name", parameter.name(), "description",
            parameter.description(), "default", parameter.usual().orElse(""))).toList(),
        "columns", export.query().columns().stream().map(ExportRoute::members).toList());
  }

  private static Map<String, Object> members(Column column) {
    return Json.object("name", column.name(), "type", column.type(), "description", column.description());
  }
}
