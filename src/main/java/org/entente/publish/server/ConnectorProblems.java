package org.entente.publish.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Words for requests that are so odd that they are refused before they reach us, such as a null in the address. */
final class ConnectorProblems implements Request.Handler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("title", status < 500 ? "This request cannot be understood" : "Something went wrong here");
    members.put("status", status);
    members.put("detail", status < 500 ? "The address or the head of the request is not well formed HTTP."
        : "The request could not be answered because of a fault of the server.");
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put("Access-Control-Allow-Origin", "*");
    byte[] text = Json.text(members).getBytes(StandardCharsets.UTF_8);
    boolean headOnly = request.getMethod().equals("HEAD");
    response.write(true, headOnly ? ByteBuffer.allocate(0) : ByteBuffer.wrap(text), callback);
    return true;
  }
}
