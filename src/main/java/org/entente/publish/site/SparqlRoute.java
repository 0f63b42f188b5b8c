package org.entente.publish.site;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.entente.publish.data.PublishedDataset;
import org.entente.publish.http.ContentSecurity;
import org.entente.publish.http.Exchange;
import org.entente.publish.http.Form;
import org.entente.publish.http.HttpProblem;
import org.entente.publish.http.Reply;
import org.entente.publish.http.ReplyRules;
import org.entente.publish.http.Route;
import org.entente.publish.sparql.AnswerDesk;
import org.entente.publish.sparql.QueryDesk;
import org.entente.publish.sparql.QueryGate;
import org.entente.publish.sparql.Rdf;
import org.entente.publish.sparql.ServiceDescription;
import org.entente.publish.sparql.SparqlRequest;

/**
 * {@code /sparql}: the query half of the SPARQL 1.1 Protocol. Without a query, programs get the service description and
 * people the editor.
 */
final class SparqlRoute implements Route {

  private static final List<Form> ANY_ANSWER =
      Stream.of(Form.OF_RESULTS, Form.OF_GRAPHS, List.of(Form.HTML)).flatMap(List::stream).toList();
  private static final Duration SHORTEST = Duration.ofMillis(1);

  private final PublishedDataset data;
  private final ServerOptions options;
  private final QueryGate gate;
  private final AnswerDesk answers;
  private final PageDesk pages;

  SparqlRoute(PublishedDataset data, ServerOptions options, QueryDesk desk, AnswerDesk answers, PageDesk pages) {
    this.data = data;
    this.options = options;
    this.gate = new QueryGate(desk, data.base(), options.limits().neighbours());
    this.answers = answers;
    this.pages = pages;
  }

  @Override
  public Reply answer(Exchange exchange) throws IOException {
    SparqlRequest request = SparqlRequest.read(exchange, options.limits().requestBytes());
    if (request.query().isEmpty()) {
      return withoutQuery(exchange);
    }
    if (exchange.isRead() && request.format().isEmpty() && isForPeople(exchange)) {
      // The editor asks by itself, and shows what is wrong with the query beside it.
      return editor(exchange);
    }
    Query query = gate.admit(request);
    String text = request.query().orElseThrow();
    String key = String.join("\n", text, String.join(" ", request.defaultGraphs()),
        String.join(" ", request.namedGraphs()));
    return answers.reply(exchange, new AnswerDesk.Asked(query, QueryGate.isSteady(text), key, timeout(request),
        request.format(), () -> editor(exchange)));
  }

  private static boolean isForPeople(Exchange exchange) {
    return exchange.negotiation().best(ANY_ANSWER).filter(Form.HTML::equals).isPresent();
  }

  private Reply withoutQuery(Exchange exchange) {
    if (!exchange.isRead()) {
      throw HttpProblem.badRequest("There is no query in this request; send it as the parameter \"query\".");
    }
    List<Form> offer = new ArrayList<>(List.of(Form.HTML));
    offer.addAll(Form.OF_GRAPHS);
    Form form = exchange.negotiation().bestOrRefuse(offer);
    if (form.equals(Form.HTML)) {
      return editor(exchange);
    }
    String tag = data.version() + "-service-" + form.name();
    return Reply.written(form.contentType(),
        out -> Rdf.write(new ServiceDescription(data.base()).statements(), form, out))
        .named(tag).with("Cache-Control", ReplyRules.REVALIDATE).with("Vary", "Accept");
  }

  private Reply editor(Exchange exchange) {
    return pages.reply(pages.pages().editor(pages.request(exchange), pages.terms()))
        .with(ContentSecurity.HEADER, ContentSecurity.EDITOR);
  }

  private Duration timeout(SparqlRequest request) {
    return request.timeout().map(SparqlRoute::seconds)
        .filter(asked -> asked.compareTo(options.limits().queryTimeout()) < 0).orElse(options.limits().queryTimeout());
  }

  private static Duration seconds(String text) {
    try {
      double seconds = Double.parseDouble(text);
      if (seconds > 0 && seconds < 1e6) {
        Duration asked = Duration.ofMillis(Math.round(seconds * 1000));
        return asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked;
      }
    } catch (NumberFormatException e) {
      throw badTimeout(text);
    }
    throw badTimeout(text);
  }

  private static HttpProblem badTimeout(String text) {
    return HttpProblem.badRequest("timeout=" + text + " is not a number of seconds above zero.");
  }
}
