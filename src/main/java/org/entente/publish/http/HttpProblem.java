package org.entente.publish.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.apache.jena.graph.Triple;
import org.entente.problem.EntenteException;
import org.entente.publish.door.Doors;

/**
 * A request that cannot be answered as asked: thrown where that is found out, written as problem details (RFC 9457) or
 * as a page by {@link org.entente.publish.site.ProblemReplies}.
 */
public final class HttpProblem extends EntenteException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String title;
  private final transient SequencedMap<String, Object> members = new LinkedHashMap<>();
  private final transient SequencedMap<String, String> headers = new LinkedHashMap<>();
  private final transient List<Triple> statements = new ArrayList<>();

  /**
   * @param status the HTTP status
   * @param title the kind of problem, the same words whenever it happens
   * @param detail what was found this time, and what to do
   */
  public HttpProblem(int status, String title, String detail) {
    super(detail, "");
    this.status = status;
    this.title = title;
  }

  public static HttpProblem badRequest(String detail) {
    return new HttpProblem(400, "This request cannot be understood", detail);
  }

  public static HttpProblem notFound(String detail) {
    return new HttpProblem(404, "There is nothing here", detail);
  }

  static HttpProblem notAcceptable(List<Form> forms) {
    List<String> types = forms.stream().map(Form::mediaType).toList();
    return new HttpProblem(406, "None of the forms you accept is on offer",
        "Ask for one of: " + String.join(", ", types)).with("available", types);
  }

  public static HttpProblem methodNotAllowed(String method, String allowed) {
    return new HttpProblem(405, "This method is not served here",
        method + " is not served here; what is published can be read with " + allowed + ".")
        .withHeader("Allow", allowed);
  }

  /** A query, or something in it, that is nested more deeply than can be read or run. */
  public static HttpProblem tooDeep() {
    return new HttpProblem(400, "The query asks for too much",
        "It is nested too deeply; ask with less inside each other.");
  }

  /** What to say when a body could not be read because it came too slowly, or with too many others. */
  static Optional<HttpProblem> unreadBody(Throwable cause) {
    return Doors.statusOf(cause).map(HttpProblem::unread);
  }

  private static HttpProblem unread(int status) {
    HttpProblem problem = status == 408
        ? new HttpProblem(status, "The request came too slowly",
            "Its body was not here in time; at least " + Doors.BYTES_PER_SECOND + " bytes a second are waited for.")
        : new HttpProblem(status, "Too much is being sent at this moment", "Send it again in a minute.")
            .withHeader("Retry-After", "60");
    return problem.withHeader("Connection", "close");
  }

  /** Adds a member to the problem details, such as the line of a mistake. */
  public HttpProblem with(String member, Object value) {
    members.put(member, value);
    return this;
  }

  public HttpProblem withHeader(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** The same as triples, for those who ask for data. */
  public HttpProblem stating(List<Triple> triples) {
    statements.addAll(triples);
    return this;
  }

  /** What it says as triples; empty where it only says that a request cannot be answered. */
  public List<Triple> statements() {
    return List.copyOf(statements);
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  public Map<String, Object> members() {
    return members;
  }

  public Map<String, String> headers() {
    return headers;
  }
}
