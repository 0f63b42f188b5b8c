package org.entente.publish.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.entente.publish.door.Doors;

/** Words for requests that are refused before they reach us: too odd, too slow, too long, too many. */
public final class ConnectorProblems implements Request.Handler {

  private static final String LATER = "60";

  /** A problem in words. */
  private record Words(String title, String detail) {}

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Optional<Integer> unread = Optional.ofNullable(request.getAttribute(ErrorHandler.ERROR_EXCEPTION))
        .filter(Throwable.class::isInstance).flatMap(cause -> Doors.statusOf((Throwable) cause));
    int status = unread.orElse(response.getStatus());
    response.setStatus(status);
    Words words = words(status);
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("title", words.title());
    members.put("status", status);
    members.put("detail", words.detail());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put("Access-Control-Allow-Origin", "*");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    if (status == 429 || status == 503) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, LATER);
    }
    if (unread.isPresent()) {
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    byte[] text = Json.text(members).getBytes(StandardCharsets.UTF_8);
    boolean headOnly = request.getMethod().equals("HEAD");
    response.write(true, headOnly ? ByteBuffer.allocate(0) : ByteBuffer.wrap(text), callback);
    return true;
  }

  private static Words words(int status) {
    return switch (status) {
      case 408 -> new Words("The request came too slowly", "Its body was not here in time; at least "
          + Doors.BYTES_PER_SECOND + " bytes a second are waited for.");
      case 413 -> new Words("The request is too long", "A query has at most 1 MiB, an article 20 MB.");
      case 414, 431 -> new Words("The head of the request is too long", "Address and headers have at most "
          + Doors.HEAD_BYTES + " bytes; a long query goes into the body of a POST.");
      case 429 -> new Words("Too many requests come from there",
          "Ask for less in a second; /dump/ has everything at once.");
      case 503 -> new Words("Too much is asked for at this moment", "Ask again in a minute.");
      default -> status < 500
          ? new Words("This request cannot be understood", "The address or the head of the request is not well formed"
              + " HTTP.")
          : new Words("Something went wrong here", "The request could not be answered because of a fault of the"
              + " server.");
    };
  }
}
