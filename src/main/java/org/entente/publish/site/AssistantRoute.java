package org.entente.publish.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.entente.publish.assistant.Assistant;
import org.entente.publish.assistant.Reading;
import org.entente.publish.http.Exchange;
import org.entente.publish.http.Form;
import org.entente.publish.http.HttpProblem;
import org.entente.publish.http.Reply;
import org.entente.publish.http.Route;
import org.jspecify.annotations.Nullable;

/**
 * {@code /mcp}: the tools of {@link Assistant} by Streamable HTTP of the Model Context Protocol, without sessions. They
 * read what the other routes answer, for the same client within the same bounds.
 */
final class AssistantRoute implements Route {

  private final Assistant assistant;
  private final Route site;
  private final int maxBytes;

  /** @param site answers what the tools ask */
  AssistantRoute(Assistant assistant, Route site, int maxBytes) {
    this.assistant = assistant;
    this.site = site;
    this.maxBytes = maxBytes;
  }

  @Override
  public Reply answer(Exchange exchange) throws IOException {
    if (!exchange.contentType().equals("application/json")) {
      throw new HttpProblem(415, "A message cannot be sent in this form", "Send it as application/json.");
    }
    String message = exchange.body(maxBytes);
    Optional<String> answer;
    try {
      answer = assistant.answer(message, (address, accept) -> read(exchange, address, accept));
    } catch (IOException e) {
      throw HttpProblem.badRequest("The body is no message of the Model Context Protocol (JSON-RPC 2.0).");
    }
    return answer.map(text -> Reply.text(Form.JSON, text)).orElseGet(() -> Reply.empty(202))
        .with("Cache-Control", "no-store");
  }

  private Reading.Text read(Exchange exchange, String address, String accept) {
    try {
      Reply reply = site.answer(exchange.instead(request -> new Asked(request, address, accept)));
      return new Reading.Text(reply.status(), reply.text());
    } catch (HttpProblem e) {
      return new Reading.Text(e.status(), e.title() + ". " + e.getMessage());
    } catch (IOException e) {
      return new Reading.Text(500, "the answer could not be read");
    }
  }

  /** A request of the same client for another address. */
  private static final class Asked extends HttpServletRequestWrapper {
    private final String path;
    private final Optional<String> query;
    private final String accept;

    Asked(HttpServletRequest outer, String address, String accept) {
      super(outer);
      int mark = address.indexOf('?');
      this.path = mark < 0 ? address : address.substring(0, mark);
      this.query = mark < 0 ? Optional.empty() : Optional.of(address.substring(mark + 1));
      this.accept = accept;
    }

    @Override
    public String getMethod() {
      return "GET";
    }

    @Override
    public String getRequestURI() {
      return path;
    }

    @Override
    public @Nullable String getQueryString() {
      return query.orElse(null);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return Collections.enumeration(name.equalsIgnoreCase("Accept") ? List.of(accept) : List.of());
    }
  }
}
