package org.entente.publish.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.publish.http.Exchange;
import org.entente.publish.http.Form;
import org.entente.publish.http.HttpProblem;
import org.entente.publish.http.Json;
import org.entente.publish.http.Reply;
import org.entente.publish.page.EntentePages;
import org.entente.publish.page.Notice;
import org.entente.publish.page.Notice.Suggestion;
import org.entente.publish.sparql.Rdf;
import org.entente.vocab.Addresses;

/**
 * Says what went wrong: as a page to people, as problem details (RFC 9457) to programs. Nothing of how the server works
 * inside is told.
 */
final class ProblemReplies {

  /** The member of a problem that lists what may be meant: address within the dataset to label. */
  static final String NEAR = "near";

  /** As many signs as the search takes. */
  private static final int LONGEST = 200;
  private static final Form DETAILS =
      new Form("json", "application/problem+json", List.of("application/json"), Optional.empty(), true);

  private final EntentePages pages;

  ProblemReplies(EntentePages pages) {
    this.pages = pages;
  }

  /** The reply to a request that could be read. */
  Reply reply(HttpProblem problem, Exchange exchange) {
    Form form = exchange.negotiation().best(forms(problem)).orElse(DETAILS);
    if (!form.equals(DETAILS) && !form.equals(Form.HTML)) {
      Reply data = Reply.written(form.contentType(), out -> Rdf.write(problem.statements(), form, out));
      return withHeaders(data, problem).with("Vary", "Accept");
    }
    boolean forPeople = form.equals(Form.HTML) && exchange.isRead();
    Reply reply = forPeople
        ? Reply.text(Form.HTML, page(problem, exchange))
        : details(problem, exchange.path());
    return withHeaders(reply, problem).with("Vary", "Accept");
  }

  private static List<Form> forms(HttpProblem problem) {
    List<Form> forms = new ArrayList<>(List.of(DETAILS, Form.HTML));
    if (!problem.statements().isEmpty()) {
      forms.addAll(Form.OF_RESOURCES);
    }
    return forms;
  }

  /** The reply to a request whose address could not even be read. */
  Reply reply(HttpProblem problem) {
    return withHeaders(details(problem, ""), problem);
  }

  private static Reply withHeaders(Reply reply, HttpProblem problem) {
    Reply marked = reply.withStatus(problem.status()).with("Cache-Control", "no-store");
    for (Map.Entry<String, String> header : problem.headers().entrySet()) {
      marked = marked.with(header.getKey(), header.getValue());
    }
    return marked;
  }

  private static Reply details(HttpProblem problem, String path) {
    SequencedMap<String, Object> members = new LinkedHashMap<>();
    members.put("title", problem.title());
    members.put("status", problem.status());
    members.put("detail", problem.getMessage());
    if (!path.isEmpty()) {
      members.put("instance", Addresses.encodedPath(path));
    }
    members.putAll(problem.members());
    return Reply.text("application/problem+json", Json.text(members));
  }

  private String page(HttpProblem problem, Exchange exchange) {
    String root = exchange.relativeRoot();
    List<Suggestion> near = suggestions(problem, root);
    // Where the near names are links, no sentence lists them.
    String detail = near.isEmpty() ? problem.getMessage() : problem.getMessage().replaceFirst(" Near names: .*", "");
    Notice notice = new Notice(problem.status(), problem.title(), detail, near,
        problem.status() == 404 ? words(exchange) : "", root);
    return pages.notice(notice).html();
  }

  /** What somebody may have looked for: the names in the query, or the last part of the path without its digest. */
  private static String words(Exchange exchange) {
    String asked = Stream.of("a", "b").flatMap(name -> exchange.parameter(name).stream())
        .collect(Collectors.joining(" "));
    String path = exchange.path().replaceFirst("\\.[a-z]+$", "");
    String slug = path.substring(path.lastIndexOf('/') + 1).replaceFirst("-[0-9a-f]{8,12}$", "");
    String words = asked.isBlank() ? slug.replaceAll("[^\\p{L}\\p{N}]+", " ").strip() : asked;
    return words.substring(0, Math.min(LONGEST, words.length()));
  }

  private static List<Suggestion> suggestions(HttpProblem problem, String root) {
    return problem.members().get(NEAR) instanceof Map<?, ?> near
        ? near.entrySet().stream()
            .map(entry -> new Suggestion(root + entry.getKey(), String.valueOf(entry.getValue()))).toList()
        : List.of();
  }
}
