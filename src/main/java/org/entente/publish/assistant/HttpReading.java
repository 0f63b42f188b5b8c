package org.entente.publish.assistant;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Reads a site over HTTP; what goes wrong on the way is an answer of status 502. */
public final class HttpReading implements Reading {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int UNREACHABLE = 502;

  private final HttpClient client;
  private final String root;

  /** @param site its address, with or without a slash at the end */
  public HttpReading(HttpClient client, URI site) {
    this.client = client;
    this.root = site.toString().replaceFirst("/+$", "");
  }

  @Override
  public Text get(String address, String accept) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(root + address)).header("Accept", accept).timeout(PATIENCE)
        .build();
    try {
      var response = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Text(response.statusCode(), response.body());
    } catch (IOException e) {
      return new Text(UNREACHABLE, root + " does not answer (" + e.getMessage() + ")");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Text(UNREACHABLE, "asking " + root + " was broken off");
    }
  }
}
